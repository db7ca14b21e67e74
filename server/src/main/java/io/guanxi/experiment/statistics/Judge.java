package io.guanxi.experiment.statistics;

import io.guanxi.experiment.statistics.Effect.Lift;

/**
 * Says what a comparison means. What is still running, or was stopped by looking, is judged by intervals valid at every look;
 * what was looked at once, at a size fixed before, by the narrower one.
 *
 * @param once whether the figures were looked at once, at a size fixed before
 * @param over whether nothing more will come
 * @param smallestLift relative lift worth knowing
 * @param moreIsBetter whether a higher figure is good
 * @param days passed since the first exposure, at least 1
 */
public record Judge(boolean once, boolean over, double smallestLift, boolean moreIsBetter, double days) {

    private static final long LONGEST = 3650;

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
        Interval difference = once ? effect.interval() : effect.alwaysInterval();
        Lift lift = effect.lift();
        boolean relative = lift != null;
        Interval shown = lift == null ? difference : once ? lift.interval() : lift.alwaysInterval();
        if (!difference.contains(0)) {
            return (difference.low() > 0) == moreIsBetter
                    ? new Verdict.Helped(shown, relative)
                    : new Verdict.Harmed(shown, relative);
        }
        double worth = relative ? smallestLift : smallestLift * Math.abs(effect.control());
        if (over || shown.reach() <= worth) {
            return new Verdict.NoDifferenceSeen(shown.reach(), relative);
        }
        double half = (shown.high() - shown.low()) / 2;
        double times = worth > 0 ? half * half / (worth * worth) : LONGEST;
        long more = (long) Math.ceil(days * Math.max(0, times - 1));
        return new Verdict.TooEarly(Math.clamp(more, 1, LONGEST));
    }
}
