package io.guanxi.experiment.design;

import java.util.List;

/** What holdouts are judged by where nobody chose: who orders, and for how much. */
public final class DefaultMetrics {

    private static final String ORDER = "Order Completed";
    private static final int WINDOW = 30;
    private static final double WINSOR = 0.999;

    private DefaultMetrics() {}

    /** {@return buyers and spend within 30 days, with the 30 days before taken out} */
    public static List<Metric> all() {
        return List.of(
                new Metric("buyers", new Measurement.Conversion(ORDER), WINDOW, null, WINDOW, true, false),
                new Metric(
                        "spend",
                        new Measurement.Sum(ORDER, Measurement.Of.AMOUNT),
                        WINDOW,
                        WINSOR,
                        WINDOW,
                        true,
                        false));
    }
}
