package io.guanxi.community;

/**
 * What divides golden from silver period, and from what activity on a community counts as asleep: the brand's choice.
 *
 * @param kind how the line is drawn
 * @param line per cent of the communities, or community value; 0 to 100
 * @param activityLine active share of a week, 0 to 1
 */
public record GoldenRule(Kind kind, double line, double activityLine) {

    /** How the line is drawn. */
    public enum Kind {
        /** The lowest {@code line} per cent by value are silver. */
        PERCENTILE,
        /** Below the value {@code line} is silver. */
        ABSOLUTE
    }

    /** Refuses lines that divide nothing. */
    public GoldenRule {
        if (!(line >= 0 && line <= 100) || (kind == Kind.PERCENTILE && line >= 100)) {
            throw new IllegalArgumentException("a line lies between 0 and 100, as a percentile below 100");
        }
        if (!(activityLine >= 0 && activityLine <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
    }
}
