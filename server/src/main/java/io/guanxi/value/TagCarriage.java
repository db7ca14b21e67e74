package io.guanxi.value;

import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Who carries a tag, for the list of members; told by the module that keeps tags. */
public interface TagCarriage {

    /**
     * {@return who carries a tag now, never changed afterwards; empty where there is no such tag}
     *
     * @param tag its number
     */
    Optional<RoaringBitmap> of(int tag);
}
