package io.guanxi.experiment.assignment;

import io.guanxi.experiment.Split;
import io.guanxi.experiment.assignment.Experiment.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Layers of experiments: each unit lies at one of 10,000 places of a layer, and each running experiment takes places of its own. */
final class Layers {

    private Layers() {}

    /** {@return a split whose arm 1 is the slice} */
    static Split split(String layer, Slice slice) {
        String salt = "layer." + UUID.nameUUIDFromBytes(layer.getBytes(StandardCharsets.UTF_8));
        return new Split(
                salt,
                List.of(
                        (double) slice.from(),
                        (double) slice.until() - slice.from(),
                        (double) Slice.ALL - slice.until()));
    }

    static boolean contains(String layer, Slice slice, String unit) {
        return split(layer, slice).armOf(unit) == 1;
    }

    /** {@return the first gap of a width, empty where there is none} */
    static Optional<Slice> free(List<Slice> takenInOrder, int width) {
        int from = 0;
        for (Slice taken : takenInOrder) {
            if (taken.from() - from >= width) {
                break;
            }
            from = Math.max(from, taken.until());
        }
        return from + width <= Slice.ALL ? Optional.of(new Slice(from, from + width)) : Optional.empty();
    }
}
