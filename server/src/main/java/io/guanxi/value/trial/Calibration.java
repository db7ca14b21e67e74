package io.guanxi.value.trial;

import io.guanxi.value.ValueModel;
import java.time.LocalDate;
import java.util.Map;

/**
 * Scales that fit the brand.
 *
 * @param asOf the day the sums are computed for
 * @param every every so many-th member was looked at
 * @param share this share of those who have anything in a dimension shall score at most
 * @param score this
 * @param dimensions by dimension
 * @param model the model with the suggested scales
 */
public record Calibration(
        LocalDate asOf, int every, double share, double score, Map<String, Fit> dimensions, ValueModel model) {

    /**
     * One dimension.
     *
     * @param scale the scale now
     * @param suggested the scale that fits; the one of now where nobody has anything
     * @param members members who have anything
     * @param medianRaw their median sum
     * @param raw the sum that the share does not exceed
     * @param medianScore score of the median with the suggested scale
     * @param scoreNow score of {@code raw} with the scale of now
     */
    public record Fit(
            double scale,
            double suggested,
            long members,
            double medianRaw,
            double raw,
            double medianScore,
            double scoreNow) {}
}
