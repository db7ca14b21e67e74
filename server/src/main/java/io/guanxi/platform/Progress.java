package io.guanxi.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** How far a long piece of work is; written by the worker, read by whoever asks, cancelled by anyone allowed to. */
public final class Progress {

    private final Clock clock;
    private final Instant startedAt;
    private volatile String phase = "waiting";
    private volatile double fraction;
    private volatile boolean cancelled;

    /**
     * Starts counting time now.
     *
     * @param clock source of time
     */
    public Progress(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * Says what is being done and how much of the whole is done; throws when the work was cancelled.
     *
     * @param phase a stable word, e.g. {@code reading}
     * @param fraction 0 to 1 of the whole work
     */
    public void at(String phase, double fraction) {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
        this.phase = phase;
        this.fraction = Math.clamp(fraction, 0, 1);
    }

    /** Asks the worker to stop at its next step. */
    public void cancel() {
        cancelled = true;
    }

    /** {@return whether someone asked to stop} */
    public boolean cancelled() {
        return cancelled;
    }

    /** {@return the current phase} */
    public String phase() {
        return phase;
    }

    /** {@return percent of the whole, 0 to 100} */
    public double percent() {
        return Math.round(fraction * 1000) / 10.0;
    }

    /** {@return seconds left at the speed so far, or null while that cannot be said} */
    public @Nullable Long secondsLeft() {
        if (fraction < 0.02) {
            return null;
        }
        Duration spent = Duration.between(startedAt, clock.instant());
        return Math.round(spent.toMillis() / 1000.0 * (1 - fraction) / fraction);
    }
}
