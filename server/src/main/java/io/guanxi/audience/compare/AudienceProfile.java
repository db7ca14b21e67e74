package io.guanxi.audience.compare;

import io.guanxi.audience.engine.Tallies.Attribute;
import io.guanxi.audience.expression.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an audience differs from everybody.
 *
 * @param members how many are in the audience
 * @param everybody how many live members there are
 * @param level false-discovery rate at which a difference is said to be one
 * @param compared how many properties were compared, which the rate is over
 * @param rows at most 125 an attribute, those that differ most
 * @param figures medians of value and of its dimensions
 */
public record AudienceProfile(
        long members, long everybody, double level, int compared, List<ProfileRow> rows, List<ProfileFigure> figures) {

    /** What can be said of a property. */
    public enum Verdict {
        /** More frequent in the audience than among the others. */
        OVER,
        /** Less frequent. */
        UNDER,
        /** No difference can be told. */
        ALIKE,
        /** Too few members to tell. */
        TOO_FEW
    }

    /**
     * A property of members.
     *
     * @param attribute of what kind
     * @param key what: a stage, layer or level, classes {@code R-F-M}, a channel, a community, a tag's number
     * @param expression who has it
     * @param inside how many of the audience
     * @param having how many of everybody
     * @param share of the audience, 0 to 1
     * @param shareOfEverybody the same of all live members
     * @param ratio of the two shares, or null where nobody has it
     * @param z of the test against the others, or null where they are too few
     * @param q false-discovery rate at which it would just be a difference, or null
     * @param verdict what can be said
     */
    public record ProfileRow(
            Attribute attribute,
            String key,
            Expression expression,
            long inside,
            long having,
            double share,
            double shareOfEverybody,
            @Nullable Double ratio,
            @Nullable Double z,
            @Nullable Double q,
            Verdict verdict) {}

    /**
     * A figure.
     *
     * @param figure {@code value} or a dimension
     * @param median within the audience, of those who have been scored; null where there are none
     * @param medianOfEverybody the same of all
     */
    public record ProfileFigure(
            String figure,
            @Nullable Double median,
            @Nullable Double medianOfEverybody) {}
}
