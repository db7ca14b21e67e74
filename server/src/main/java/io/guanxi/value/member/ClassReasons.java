package io.guanxi.value.member;

import io.guanxi.value.ValueModel.LayerRules;
import io.guanxi.value.ValueModel.LevelRules;
import io.guanxi.value.ValueModel.LevelRules.KocRule;
import io.guanxi.value.ValueModel.LevelRules.LevelRule;
import io.guanxi.value.ValueModel.StageRules;
import io.guanxi.value.ValueModel.TopSpenderRules;
import io.guanxi.value.member.Explanation.ClassReason;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule by which a row of {@code member_score} has its class: a code, a sentence, and the figures in it. */
final class ClassReasons {

    private ClassReasons() {}

    static ClassReason stage(ResultSet row, StageRules rules) throws SQLException {
        YearMonth now = YearMonth.from(row.getObject("as_of", LocalDate.class));
        Map<String, Object> facts = new LinkedHashMap<>();
        lastMonth(facts, "lastInterest", row.getLong("interest_months"), now);
        lastMonth(facts, "lastAdvocacy", row.getLong("advocacy_months"), now);
        lastMonth(facts, "lastOrder", row.getLong("order_months"), now);
        lastMonth(facts, "lastRepeatOrder", row.getLong("repeat_months"), now);
        facts.put("interestMonths", rules.interest().months());
        facts.put("purchaseMonths", rules.purchase().months());
        facts.put("loyaltyMonths", rules.loyalty().months());
        facts.put("repeatOrder", rules.loyalty().orders());
        facts.put("withinDays", rules.loyalty().withinDays());
        String stage = row.getString("stage");
        return switch (stage) {
            case "LOYALTY" ->
                held(row.getLong("repeat_months"), rules.loyalty().months())
                        ? new ClassReason(
                                stage,
                                "stage.repeat-order",
                                "A repeat order (at least number "
                                        + rules.loyalty().orders() + " within "
                                        + rules.loyalty().withinDays() + " days) is held for "
                                        + rules.loyalty().months() + " months.",
                                facts)
                        : new ClassReason(
                                stage,
                                "stage.order-and-advocacy",
                                "An order and an act of advocacy are both held: for "
                                        + rules.purchase().months() + " and "
                                        + rules.loyalty().months() + " months.",
                                facts);
            case "PURCHASE" ->
                new ClassReason(
                        stage,
                        "stage.order",
                        "An order is held for " + rules.purchase().months() + " months.",
                        facts);
            case "INTEREST" ->
                new ClassReason(
                        stage,
                        "stage.interest",
                        "A sign of interest is held for " + rules.interest().months() + " months.",
                        facts);
            default ->
                new ClassReason(
                        stage,
                        "stage.nothing-held",
                        "No sign of interest and no order is held any more, or there was none.",
                        facts);
        };
    }

    private static boolean held(long months, int width) {
        return (months & ((1L << width) - 1)) != 0;
    }

    /** The lowest bit is the latest month. */
    private static void lastMonth(Map<String, Object> facts, String name, long months, YearMonth now) {
        if (months != 0) {
            facts.put(name, now.minusMonths(Long.numberOfTrailingZeros(months)).toString());
        }
    }

    static ClassReason layer(ResultSet row, LayerRules rules) throws SQLException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("activeDays", row.getInt("recent_active_days"));
        facts.put("activeDaysNeeded", rules.activeDays());
        facts.put("withinDays", rules.withinDays());
        facts.put("orders", row.getInt("recent_orders"));
        facts.put("ordersNeeded", rules.orders());
        facts.put("ordersWithinDays", rules.ordersWithinDays());
        String layer = row.getString("layer");
        String active = row.getInt("recent_active_days") + " active days of the last " + rules.withinDays() + " ("
                + rules.activeDays() + " make ACTIVE)";
        String orders = row.getInt("recent_orders") + " orders in " + rules.ordersWithinDays() + " days ("
                + rules.orders() + " make LOYAL)";
        return switch (layer) {
            case "NEW" -> new ClassReason(layer, "layer.nothing-done", "Has not done anything yet.", facts);
            case "ACTING" ->
                new ClassReason(layer, "layer.few-active-days", "Has done something, but only " + active + ".", facts);
            case "ACTIVE" -> new ClassReason(layer, "layer.few-orders", active + ", but only " + orders + ".", facts);
            default -> new ClassReason(layer, "layer.active-and-buying", active + " and " + orders + ".", facts);
        };
    }

    static ClassReason level(ResultSet row, LevelRules rules) throws SQLException {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (String score : new String[] {"influence", "content", "interaction", "social"}) {
            facts.put(score, row.getDouble(score));
        }
        facts.put("engaged", rules.engaged());
        facts.put("advocate", rules.advocate());
        facts.put("koc", rules.koc());
        String level = row.getString("level");
        String influence =
                "Influence " + BigDecimal.valueOf(row.getDouble("influence")).toPlainString();
        return switch (level) {
            case "KOC" ->
                new ClassReason(
                        level,
                        "level.among-the-highest",
                        influence + " reaches KOC (" + rules.koc().influence() + ") and is among the highest "
                                + percent(rules.koc().topShare()) + " of all members.",
                        facts);
            case "ADVOCATE" -> {
                facts.put("lacks", lacks(row, floors(rules.koc())));
                yield new ClassReason(
                        level,
                        "level.reached",
                        influence + " reaches ADVOCATE (" + rules.advocate().influence() + ").",
                        facts);
            }
            case "ENGAGED" -> {
                facts.put("lacks", lacks(row, rules.advocate()));
                yield new ClassReason(
                        level,
                        "level.reached",
                        influence + " reaches ENGAGED (" + rules.engaged().influence() + ").",
                        facts);
            }
            default -> {
                facts.put("lacks", lacks(row, rules.engaged()));
                yield new ClassReason(
                        level,
                        "level.below",
                        influence + " is below ENGAGED (" + rules.engaged().influence()
                                + "), or a score below its least.",
                        facts);
            }
        };
    }

    private static LevelRule floors(KocRule koc) {
        return new LevelRule(koc.influence(), koc.content(), koc.interaction(), koc.social());
    }

    /** The least figures of the next level which the member is below, by name; none where only its place is not high enough. */
    private static Map<String, Double> lacks(ResultSet row, LevelRule next) throws SQLException {
        Map<String, Double> lacks = new LinkedHashMap<>();
        lack(lacks, row, "influence", next.influence());
        lack(lacks, row, "content", next.content());
        lack(lacks, row, "interaction", next.interaction());
        lack(lacks, row, "social", next.social());
        return lacks;
    }

    private static void lack(Map<String, Double> lacks, ResultSet row, String score, double least) throws SQLException {
        if (row.getDouble(score) < least) {
            lacks.put(score, least);
        }
    }

    static ClassReason topSpender(ResultSet row, TopSpenderRules rules) throws SQLException {
        Map<String, Object> facts = new LinkedHashMap<>();
        @Nullable BigDecimal spend = row.getBigDecimal("tier_spend");
        @Nullable BigDecimal line = row.getBigDecimal("tier_line");
        facts.put("spend", spend == null ? BigDecimal.ZERO : spend);
        if (line != null) {
            facts.put("line", line);
        }
        facts.put("share", rules.share());
        facts.put("days", rules.days());
        String spent = "Spent " + facts.get("spend") + " in " + rules.days() + " days";
        String highest = "of the highest " + percent(rules.share()) + " of the buyers";
        if (row.getBoolean("top_spender")) {
            return new ClassReason(
                    "TOP_SPENDER",
                    "top-spender.reached",
                    spent + ": one " + highest + ", who spent " + line + " or more.",
                    facts);
        }
        if (spend == null || spend.signum() <= 0 || line == null) {
            return new ClassReason(
                    "OTHER", "top-spender.no-spend", "Spent nothing in the last " + rules.days() + " days.", facts);
        }
        return new ClassReason(
                "OTHER", "top-spender.below", spent + ", less than any " + highest + " (" + line + ").", facts);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
