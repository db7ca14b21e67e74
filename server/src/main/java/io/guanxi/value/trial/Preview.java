package io.guanxi.value.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an edited value model would change.
 *
 * @param asOf the day both sides are computed for
 * @param members how many members were looked at
 * @param every every so many-th member of the brand was looked at; 1 for all
 * @param before by the model in force
 * @param after by the edited one
 * @param examples the members asked for, or those whose value changes most
 */
public record Preview(
        LocalDate asOf, long members, int every, Distribution before, Distribution after, List<Example> examples) {

    /** Copies the list. */
    public Preview {
        examples = List.copyOf(examples);
    }

    /**
     * How values and levels are spread.
     *
     * @param bins members by value, in twenty bins of five points
     * @param levels the pyramid: members by growth level
     * @param stages members by AIPL stage
     * @param layers members by relationship layer
     * @param highValue members of high value
     * @param meanValue mean value
     * @param medianValue median value
     */
    public record Distribution(
            List<Long> bins,
            Map<String, Long> levels,
            Map<String, Long> stages,
            Map<String, Long> layers,
            long highValue,
            double meanValue,
            double medianValue) {}

    /**
     * One member under both models.
     *
     * @param no number
     * @param before value by the model in force
     * @param after value by the edited one
     * @param levelBefore growth level
     * @param levelAfter growth level
     */
    public record Example(int no, double before, double after, String levelBefore, String levelAfter) {}
}
