package io.guanxi.overview.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Members in the stages of AIPL, month by month.
 *
 * @param months {@code YYYY-MM}, oldest first
 * @param stages members at the end of each month, months × 4
 * @param flows where they came from
 */
public record Aipl(List<String> months, List<Stage> stages, List<Flow> flows) {

    /** Members in a stage at the end of a month. */
    public record Stage(String month, String stage, long members) {}

    /** Of those at {@code from} at the end of the month before, how many stand at {@code to}; null = joined within it. */
    public record Flow(String month, @Nullable String from, String to, long members) {}
}
