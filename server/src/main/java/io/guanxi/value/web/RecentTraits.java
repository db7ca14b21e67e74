package io.guanxi.value.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Who had the traits last asked for, so that a list that goes on is not asked of all members again with every page. */
final class RecentTraits {

    private static final int KEPT = 8;
    private static final long KEPT_NANOS = 300_000_000_000L;

    private record Kept(RoaringBitmap members, long at) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    /**
     * {@return who had it when it was last asked; null where that was too long ago}
     *
     * @param trait name and value
     */
    synchronized @Nullable RoaringBitmap of(String trait) {
        Kept found = kept.get(trait);
        return found == null || System.nanoTime() - found.at() > KEPT_NANOS ? null : found.members();
    }

    /**
     * {@return the members, which must not be changed afterwards}
     *
     * @param trait name and value
     * @param members who have it
     */
    synchronized RoaringBitmap keep(String trait, RoaringBitmap members) {
        kept.put(trait, new Kept(members, System.nanoTime()));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return members;
    }
}
