package io.guanxi.experiment.design;

import java.util.ArrayList;
import java.util.List;

/** What holdouts are judged by where nobody chose, and what any experiment should watch. */
public final class DefaultMetrics {

    private static final String ORDER = "Order Completed";
    private static final String MESSAGE = "Message Dispatched";
    private static final int WINDOW = 30;
    private static final int GUARD_WINDOW = 14;
    private static final double WINSOR = 0.999;

    private DefaultMetrics() {}

    /**
     * {@return buyers, orders and spend within 30 days, and who is back on the last, with the 30 days before taken out; the guard rails; and
     * how many messages reached a member, which is told and not judged: what a holdout is about may well send fewer}
     */
    public static List<Metric> all() {
        List<Metric> metrics = new ArrayList<>(judged());
        guardRails().forEach(rail -> metrics.add(rail.metric()));
        metrics.add(new Metric("touches", new Measurement.Count(MESSAGE), WINDOW, null, 0, null, false));
        return List.copyOf(metrics);
    }

    private static List<Metric> judged() {
        return List.of(
                new Metric("buyers", new Measurement.Conversion(ORDER), WINDOW, null, WINDOW, true, false),
                new Metric("orders", new Measurement.Count(ORDER), WINDOW, WINSOR, WINDOW, true, false),
                new Metric(
                        "spend",
                        new Measurement.Sum(ORDER, Measurement.Of.AMOUNT),
                        WINDOW,
                        WINSOR,
                        WINDOW,
                        true,
                        false),
                new Metric("retained", new Measurement.Retention(null, WINDOW), WINDOW, null, WINDOW, true, false));
    }

    /** {@return who unsubscribes, who complains, and who deletes their guide, within 14 days: less is better} */
    public static List<GuardRail> guardRails() {
        return List.of(
                guardRail("opt-outs", "opt-outs", "Unsubscribed"),
                guardRail("complaints", "complaints", "Message Complained"),
                guardRail("blocked", "blocked", "Friend Removed"));
    }

    private static GuardRail guardRail(String code, String name, String event) {
        return new GuardRail(
                code, new Metric(name, new Measurement.Conversion(event), GUARD_WINDOW, null, 0, false, true));
    }
}
