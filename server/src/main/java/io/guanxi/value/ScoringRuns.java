package io.guanxi.value;

import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scoring runs: one at a time, further ones wait. What the last one to finish has found is what every screen shows, also
 * when it was made as of a past day.
 */
public interface ScoringRuns {

    /**
     * Asks for a run. The same request that is still waiting is not repeated but answered.
     *
     * @param asOf the last day that counts, or null for today
     * @param lateData whether late events count
     * @return the run
     */
    ScoringRun start(@Nullable LocalDate asOf, LateData lateData);

    /**
     * {@return a run, with its progress}
     *
     * @param id its number
     */
    Optional<ScoringRun> find(long id);

    /**
     * {@return runs, the latest first}
     *
     * @param before runs of lower numbers, or null for all
     * @param limit at most so many
     */
    Page<ScoringRun> page(@Nullable Long before, int limit);

    /** {@return the run asked for last, whatever its state} */
    Optional<ScoringRun> latest();

    /** {@return the last run that was done: the one whose figures are shown} */
    Optional<ScoringRun> latestDone();

    /**
     * Stops a run that waits or runs; it ends at its next step.
     *
     * @param id its number
     * @return the run
     */
    ScoringRun cancel(long id);

    /**
     * {@return the answer to a number that no run has}
     *
     * @param id the number
     */
    static Problem unknown(long id) {
        return Problem.notFound("run.unknown", "There is no scoring run with the number " + id + ".");
    }
}
