package io.guanxi.experiment.analysis;

import io.guanxi.experiment.statistics.Judge;
import org.jspecify.annotations.Nullable;

/**
 * How far a live experiment is. A figure counts once the metric's window after exposure has closed, so that figures come in as
 * much later as the window is long, and go on coming in for as long after the last exposure.
 *
 * @param sinceFirst days since the first exposure
 * @param sinceLast days since the last one, or null while more may come
 */
record Course(double sinceFirst, @Nullable Double sinceLast) {

    /** {@return that of an experiment in which nobody is} */
    static Course ofNobody(boolean stopped) {
        return new Course(0, stopped ? Double.POSITIVE_INFINITY : null);
    }

    /** {@return the days in which those whose window has closed came in, at least 1} */
    double counted(int closesAfterDays) {
        return Math.max(1, sinceFirst - closesAfterDays);
    }

    /** {@return days until the first window closes, at least 1} */
    long untilFirst(int closesAfterDays) {
        return Math.max(1, (long) Math.ceil(closesAfterDays - sinceFirst));
    }

    /** {@return days until the last window has closed, 0 where it has} */
    long left(int closesAfterDays) {
        return sinceLast == null ? Judge.LONGEST : Math.max(0, (long) Math.ceil(closesAfterDays - sinceLast));
    }
}
