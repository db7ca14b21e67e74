package io.guanxi.audience;

import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Who is in saved audiences, for modules that act on them. */
public interface AudienceMembership {

    /**
     * {@return who was in an audience when it was last asked, seconds ago; empty where there is no such audience. A copy}
     *
     * @param audience its number
     */
    Optional<RoaringBitmap> members(long audience);
}
