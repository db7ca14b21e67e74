package io.guanxi.experiment.statistics;

import io.guanxi.experiment.statistics.Effect.Lift;
import org.jspecify.annotations.Nullable;

/**
 * Says what a comparison means. What is still running, or was stopped by looking, is judged by intervals valid at every look;
 * what was looked at once, at a size fixed before, by the narrower one.
 *
 * @param once whether the figures were looked at once, at a size fixed before
 * @param smallestLift relative lift worth knowing
 * @param moreIsBetter whether a higher figure is good; null where neither is
 * @param days in which those who count so far came in, at least 1
 * @param left days until nothing more will count: 0 where nothing will, {@link #LONGEST} where no end is set
 */
public record Judge(
        boolean once, double smallestLift, @Nullable Boolean moreIsBetter, double days, long left) {

    /** The most days a verdict speaks of: ten years. */
    public static final long LONGEST = 3650;

    /**
     * {@return the verdict}
     *
     * @param ratio sizes of the arms
     * @param outcome the comparison
     */
    public Verdict of(SampleRatio ratio, Outcome outcome) {
        if (ratio.blocks()) {
            return new Verdict.Blocked();
        }
        return switch (outcome) {
            case Outcome.NotComparable not -> new Verdict.NotComparable(not.why());
            case Outcome.Compared compared -> judge(compared.effect());
        };
    }

    private Verdict judge(Effect effect) {
        Interval difference = effect.interval(once);
        boolean seen = !difference.contains(0);
        Lift lift = effect.lift();
        // By the delta method the lift may still reach 0 where the difference does not; the difference is told then.
        if (lift == null || (seen && lift.interval(once).contains(0))) {
            double worth = smallestLift * Math.abs(effect.control());
            return seen ? change(difference, difference, false) : nothingSeen(difference, worth, false);
        }
        Interval relative = lift.interval(once);
        return seen ? change(difference, relative, true) : nothingSeen(relative, smallestLift, true);
    }

    private Verdict change(Interval difference, Interval shown, boolean relative) {
        Boolean more = moreIsBetter;
        if (more == null) {
            return new Verdict.Changed(shown, relative);
        }
        return (difference.low() > 0) == more
                ? new Verdict.Helped(shown, relative)
                : new Verdict.Harmed(shown, relative);
    }

    private Verdict nothingSeen(Interval shown, double worth, boolean relative) {
        if (left == 0 || shown.reach() <= worth) {
            return new Verdict.NoDifferenceSeen(shown.reach(), relative);
        }
        double half = (shown.high() - shown.low()) / 2;
        double times = worth > 0 ? half * half / (worth * worth) : LONGEST;
        long more = (long) Math.ceil(days * Math.max(0, times - 1));
        return new Verdict.TooEarly(Math.clamp(more, 1, left));
    }
}
