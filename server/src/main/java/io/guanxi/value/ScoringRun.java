package io.guanxi.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scoring of the whole brand.
 *
 * @param id its number
 * @param state how it stands
 * @param phase what it is doing, while it runs
 * @param percent of the whole work, 0 to 100
 * @param secondsLeft while it runs and that can be said
 * @param asOf the last day that counts
 * @param lateData whether late events count
 * @param modelVersion version of the value model
 * @param members members scored, once done
 * @param communities communities scored, once done
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param seconds from start to end
 * @param figures what it found
 * @param problem why it failed
 */
public record ScoringRun(
        long id,
        State state,
        @Nullable String phase,
        double percent,
        @Nullable Long secondsLeft,
        LocalDate asOf,
        LateData lateData,
        int modelVersion,
        @Nullable Long members,
        @Nullable Long communities,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Double seconds,
        Map<String, Object> figures,
        @Nullable Failure problem) {

    /**
     * {@return the run with what is known of it while it runs}
     *
     * @param phase what it is doing
     * @param percent of the whole
     * @param secondsLeft or null
     */
    public ScoringRun at(String phase, double percent, @Nullable Long secondsLeft) {
        return new ScoringRun(
                id,
                state,
                phase,
                percent,
                secondsLeft,
                asOf,
                lateData,
                modelVersion,
                members,
                communities,
                requestedBy,
                requestedAt,
                startedAt,
                finishedAt,
                seconds,
                figures,
                problem);
    }

    /** How a run stands. */
    public enum State {
        /** Another one runs. */
        WAITING,
        /** It runs. */
        RUNNING,
        /** Its results are shown, or were until a later run's. */
        DONE,
        /** It stopped by a fault; the results before it are shown. */
        FAILED,
        /** Somebody stopped it. */
        CANCELLED
    }

    /**
     * Why a run failed.
     *
     * @param code stable code, e.g. {@code run.interrupted}
     * @param detail one sentence
     */
    public record Failure(String code, String detail) {}
}
