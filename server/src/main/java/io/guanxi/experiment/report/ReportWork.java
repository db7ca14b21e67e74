package io.guanxi.experiment.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that is being worked out, or was lately.
 *
 * @param id its number
 * @param kind of which report
 * @param of an experiment's number, days such as {@code 2026-07-01/2026-09-30}, or a quarter
 * @param state how it stands
 * @param phase what it is doing, while it runs
 * @param percent of the whole work, 0 to 100
 * @param secondsLeft while it runs and that can be said
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param seconds from start to end
 * @param problem why there is no report
 */
public record ReportWork(
        long id,
        Kind kind,
        String of,
        State state,
        @Nullable String phase,
        double percent,
        @Nullable Long secondsLeft,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Double seconds,
        @Nullable ReportTrouble problem) {

    /** Which report. */
    public enum Kind {
        /** Of one experiment. */
        EXPERIMENT,
        /** Of the layers. */
        LAYERS,
        /** Of the channels. */
        TOUCHPOINTS,
        /** Of a quarter. */
        PROGRAMME
    }

    /** How it stands. */
    public enum State {
        /** It is being worked out. */
        RUNNING,
        /** It is kept. */
        DONE,
        /** Something went wrong; the report before it is kept. */
        FAILED,
        /** Somebody stopped it; the report before it is kept. */
        CANCELLED
    }

    /**
     * Why there is no report.
     *
     * @param code stable
     * @param detail in a sentence
     */
    public record ReportTrouble(String code, String detail) {}
}
