package io.guanxi.value.model;

import io.guanxi.platform.Problem;
import io.guanxi.value.Dimension;
import io.guanxi.value.ValueModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every way in which a well-formed value model can still be wrong, all reported at once. */
final class ValueModelCheck {

    private static final double TOLERANCE = 1e-6;
    private static final int MOST_EVENTS = 500;
    /** A member's calendar of months holds 60; the flow looks back 12 and one more. */
    private static final int MOST_MONTHS = 24;

    private final List<Problem.Fault> faults = new ArrayList<>();

    private ValueModelCheck() {}

    static List<Problem.Fault> faultsOf(ValueModel model) {
        ValueModelCheck check = new ValueModelCheck();
        check.between("highValueAbove", model.highValueAbove(), 0, 100);
        check.dimensions(model);
        check.events(model.events());
        check.names("passive", model.passive());
        check.stages(model.stages());
        check.layers(model.layers());
        check.levels(model.levels());
        check.rfm(model.rfm());
        check.topSpenders(model.topSpenders());
        return check.faults;
    }

    private void dimensions(ValueModel model) {
        double sum = 0;
        for (Dimension dimension : Dimension.values()) {
            String field = "dimensions." + dimension.key();
            ValueModel.DimensionRule rule = model.dimensions().get(dimension);
            if (rule == null) {
                fault(field, "is missing");
                continue;
            }
            between(field + ".weight", rule.weight(), 0, 1);
            above(field + ".scale", rule.scale(), 0);
            sum += rule.weight();
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            fault("dimensions", "have weights that sum to " + sum + "; they must sum to 1");
        }
    }

    private void events(List<ValueModel.EventRule> events) {
        if (events.size() > MOST_EVENTS) {
            fault("events", "has more than " + MOST_EVENTS + " entries");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            ValueModel.EventRule rule = events.get(i);
            String field = "events[" + i + "]";
            name(field + ".event", rule.event());
            if (!seen.add(rule.event())) {
                fault(field + ".event", "repeats “" + rule.event() + "”; an event counts in one dimension");
            }
            between(field + ".points", rule.points(), -1e6, 1e6);
            between(field + ".pointsPerAmount", rule.pointsPerAmount(), -1e6, 1e6);
            if (rule.points() == 0 && rule.pointsPerAmount() == 0) {
                fault(field, "gives neither points nor pointsPerAmount");
            }
            above(field + ".halfLifeDays", rule.halfLifeDays(), 0);
            Integer cap = rule.dailyCap();
            if (cap != null && cap < 1) {
                fault(field + ".dailyCap", "is " + cap + "; it must be at least 1");
            }
        }
    }

    private void stages(ValueModel.StageRules stages) {
        between("stages.interest.months", stages.interest().months(), 1, MOST_MONTHS);
        names("stages.interest.events", stages.interest().events());
        between("stages.purchase.months", stages.purchase().months(), 1, MOST_MONTHS);
        between("stages.loyalty.months", stages.loyalty().months(), 1, MOST_MONTHS);
        between("stages.loyalty.orders", stages.loyalty().orders(), 2, 1000);
        between("stages.loyalty.withinDays", stages.loyalty().withinDays(), 1, 36_500);
        names("stages.loyalty.advocacy", stages.loyalty().advocacy());
    }

    private void layers(ValueModel.LayerRules layers) {
        between("layers.withinDays", layers.withinDays(), 1, 60);
        between("layers.activeDays", layers.activeDays(), 1, layers.withinDays());
        between("layers.orders", layers.orders(), 1, 1000);
        between("layers.ordersWithinDays", layers.ordersWithinDays(), 1, 36_500);
    }

    private void levels(ValueModel.LevelRules levels) {
        ValueModel.LevelRules.Influence influence = levels.influence();
        between("levels.influence.content", influence.content(), 0, 1);
        between("levels.influence.interaction", influence.interaction(), 0, 1);
        between("levels.influence.social", influence.social(), 0, 1);
        double sum = influence.content() + influence.interaction() + influence.social();
        if (Math.abs(sum - 1) > TOLERANCE) {
            fault("levels.influence", "has weights that sum to " + sum + "; they must sum to 1");
        }
        level("levels.engaged", levels.engaged());
        level("levels.advocate", levels.advocate());
        ValueModel.LevelRules.KocRule koc = levels.koc();
        level(
                "levels.koc",
                new ValueModel.LevelRules.LevelRule(koc.influence(), koc.content(), koc.interaction(), koc.social()));
        between("levels.koc.topShare", koc.topShare(), 0, 1);
    }

    private void level(String field, ValueModel.LevelRules.LevelRule level) {
        between(field + ".influence", level.influence(), 0, 100);
        between(field + ".content", level.content(), 0, 100);
        between(field + ".interaction", level.interaction(), 0, 100);
        between(field + ".social", level.social(), 0, 100);
    }

    private void rfm(ValueModel.RfmRules rfm) {
        Integer window = rfm.windowDays();
        if (window != null) {
            between("rfm.windowDays", window, 1, 36_500);
        }
        boolean wanted = rfm.method() == ValueModel.RfmRules.Method.FIXED;
        bounds("rfm.recencyDays", rfm.recencyDays(), wanted, -1);
        bounds("rfm.frequency", rfm.frequency(), wanted, 1);
        bounds("rfm.monetary", rfm.monetary(), wanted, 1);
    }

    private void bounds(String field, @Nullable List<? extends Number> bounds, boolean wanted, int direction) {
        if (bounds == null) {
            if (wanted) {
                fault(field, "is missing: four bounds, since the method is FIXED");
            }
            return;
        }
        if (!wanted) {
            fault(field, "is given, but the method is QUINTILES");
        }
        if (bounds.size() != 4) {
            fault(field, "has " + bounds.size() + " bounds; it must have four");
        }
        for (int i = 1; i < bounds.size(); i++) {
            if (direction
                            * Double.compare(
                                    bounds.get(i).doubleValue(),
                                    bounds.get(i - 1).doubleValue())
                    <= 0) {
                fault(
                        field + "[" + i + "]",
                        direction > 0 ? "must be above the one before" : "must be below the one before");
            }
        }
    }

    private void topSpenders(ValueModel.TopSpenderRules rules) {
        above("topSpenders.share", rules.share(), 0);
        between("topSpenders.share", rules.share(), 0, 1);
        between("topSpenders.days", rules.days(), 1, 36_500);
        between("topSpenders.monthDays", rules.monthDays(), 1, 366);
    }

    private void names(String field, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            name(field + "[" + i + "]", names.get(i));
        }
    }

    private void name(String field, @Nullable String name) {
        if (name == null || name.isBlank() || name.length() > 200) {
            fault(field, "must be an event's name of 1 to 200 characters");
        }
    }

    private void between(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            fault(field, "is " + plain(value) + "; it must be from " + plain(least) + " to " + plain(most));
        }
    }

    private void above(String field, double value, double line) {
        if (!(value > line) || Double.isInfinite(value)) {
            fault(field, "is " + plain(value) + "; it must be above " + plain(line));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void fault(String field, String message) {
        faults.add(new Problem.Fault(null, field, message));
    }
}
