package io.guanxi.identity;

import io.guanxi.platform.Progress;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How far an attempt to erase a person is, store by store. Nobody stops it: who is half gone has to go whole. */
final class ErasureProgress {

    private final Progress progress;
    private final int stores;
    private final AtomicInteger done = new AtomicInteger();

    ErasureProgress(int stores, Clock clock) {
        this.progress = new Progress(clock);
        this.stores = stores;
    }

    /** A store is being cleaned, or {@code settle}. */
    void at(String phase) {
        progress.at(phase, (double) done.get() / Math.max(1, stores));
    }

    void cleaned() {
        done.incrementAndGet();
    }

    String phase() {
        return progress.phase();
    }

    int stores() {
        return stores;
    }

    int done() {
        return done.get();
    }

    double percent() {
        return progress.percent();
    }

    @Nullable
    Long secondsLeft() {
        return progress.secondsLeft();
    }
}
