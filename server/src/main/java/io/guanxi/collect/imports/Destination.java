package io.guanxi.collect.imports;

import io.guanxi.collect.road.Passage;
import io.guanxi.collect.road.Rehearsal;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import java.util.function.Function;

/** Where staged events go: the road, or what a test puts in its place. */
interface Destination {

    /**
     * Takes a batch once, in one commit; leaves the table {@code refused} in it. The receipt is asked for right before the
     * commit and is part of it.
     */
    Passage take(EventBatch batch, Progress progress, Function<Passage, String> receipt);

    /** {@return what taking a batch would do; nothing is taken. Leaves the table {@code refused} in it} */
    Rehearsal rehearse(EventBatch batch, Progress progress);
}
