package io.guanxi.experiment.programme;

import io.guanxi.experiment.report.Report.ArmFigure;
import io.guanxi.experiment.report.Report.Ends;
import io.guanxi.experiment.report.Report.ShownEffect;
import io.guanxi.experiment.statistics.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the reached did beyond those held out, by one figure.
 *
 * @param metric {@code buyers}, {@code orders}, {@code gmv}, {@code value}, {@code retained} or {@code score}
 * @param heldOut the figure of those held out
 * @param reached the figure of the others
 * @param verdict what it means
 * @param effect the difference a member, or null where there is none to tell
 * @param total the difference times the reached: how much more there was; null where that is no sum of anything
 * @param totalInterval of that, at 95 %
 * @param qValue among the parts of the report, or null where there is no effect
 */
public record Measured(
        String metric,
        ArmFigure heldOut,
        ArmFigure reached,
        Verdict verdict,
        @Nullable ShownEffect effect,
        @Nullable Double total,
        @Nullable Ends totalInterval,
        @Nullable Double qValue) {

    Measured withQ(@Nullable Double q) {
        return new Measured(metric, heldOut, reached, verdict, effect, total, totalInterval, q);
    }
}
