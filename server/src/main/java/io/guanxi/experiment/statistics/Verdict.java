package io.guanxi.experiment.statistics;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What an operator may take away. Lengths are in the metric's own unit where there is no lift, else relative to the control. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Helped.class, name = "helped"),
    @JsonSubTypes.Type(value = Verdict.Harmed.class, name = "harmed"),
    @JsonSubTypes.Type(value = Verdict.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Verdict.NoDifferenceSeen.class, name = "noDifferenceSeen"),
    @JsonSubTypes.Type(value = Verdict.TooEarly.class, name = "tooEarly"),
    @JsonSubTypes.Type(value = Verdict.Blocked.class, name = "blocked"),
    @JsonSubTypes.Type(value = Verdict.NotComparable.class, name = "notComparable")
})
public sealed interface Verdict {

    /**
     * The figure is better, whatever the chance.
     *
     * @param by the interval
     * @param relative whether it is relative to the control
     */
    record Helped(Interval by, boolean relative) implements Verdict {}

    /**
     * The figure is worse.
     *
     * @param by the interval
     * @param relative whether it is relative to the control
     */
    record Harmed(Interval by, boolean relative) implements Verdict {}

    /**
     * The figure is another one, which is neither good nor bad.
     *
     * @param by the interval
     * @param relative whether it is relative to the control
     */
    record Changed(Interval by, boolean relative) implements Verdict {}

    /**
     * If there is a difference, it is smaller than this.
     *
     * @param than the end of the interval further from 0
     * @param relative whether it is relative to the control
     */
    record NoDifferenceSeen(double than, boolean relative) implements Verdict {}

    /**
     * Nothing can be said yet.
     *
     * @param days about so many more are needed, at the present pace
     */
    record TooEarly(long days) implements Verdict {}

    /** The arms are not as large as they should be; whatever the figures say, they cannot be trusted. */
    record Blocked() implements Verdict {}

    /**
     * There is nothing to compare.
     *
     * @param why the reason
     */
    record NotComparable(Outcome.Reason why) implements Verdict {}
}
