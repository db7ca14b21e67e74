package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import io.guanxi.value.ValueModel;
import io.guanxi.value.ValueModel.LevelRules;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a member stands where it stands: the rule that fits and the member's own figures. */
@Component
class Verdicts {

    private static final String SELECT = """
            SELECT s.*, b.*, r.as_of
            FROM member_score AS s CROSS JOIN rfm_bound AS b CROSS JOIN score_run AS r
            WHERE s.member_no = ?
            """;

    private final Mart mart;

    Verdicts(Mart mart) {
        this.mart = mart;
    }

    record All(
            Explanation.@Nullable RfmCell rfm,
            Explanation.Verdict stage,
            Explanation.Verdict layer,
            Explanation.Verdict level) {}

    Optional<All> of(int no, ValueModel model) {
        return mart.sql()
                .sql(SELECT)
                .param(no)
                .query((row, i) -> new All(rfm(row), stage(row, model), layer(row, model), level(row, model)))
                .optional();
    }

    private static Explanation.@Nullable RfmCell rfm(ResultSet row) throws SQLException {
        return row.getObject("r") == null
                ? null
                : new Explanation.RfmCell(
                        measure(row, "recency_days", "r", "recency"),
                        measure(row, "frequency", "f", "frequency"),
                        measure(row, "monetary", "m", "monetary"));
    }

    private static Explanation.Measure measure(ResultSet row, String figure, String score, String bound)
            throws SQLException {
        return new Explanation.Measure(
                row.getBigDecimal(figure),
                row.getInt(score),
                List.of(
                        row.getBigDecimal(bound + "_1"),
                        row.getBigDecimal(bound + "_2"),
                        row.getBigDecimal(bound + "_3"),
                        row.getBigDecimal(bound + "_4")));
    }

    private static Explanation.Verdict stage(ResultSet row, ValueModel model) throws SQLException {
        YearMonth now = YearMonth.from(row.getObject("as_of", LocalDate.class));
        Map<String, Object> facts = new LinkedHashMap<>();
        lastMonth(facts, "lastInterest", row.getLong("interest_months"), now);
        lastMonth(facts, "lastAdvocacy", row.getLong("advocacy_months"), now);
        lastMonth(facts, "lastOrder", row.getLong("order_months"), now);
        lastMonth(facts, "lastRepeatOrder", row.getLong("repeat_months"), now);
        ValueModel.StageRules rules = model.stages();
        String stage = row.getString("stage");
        String because =
                switch (stage) {
                    case "LOYALTY" ->
                        held(row.getLong("repeat_months"), rules.loyalty().months())
                                ? "A repeat order (at least number "
                                        + rules.loyalty().orders() + " within "
                                        + rules.loyalty().withinDays() + " days) is held for "
                                        + rules.loyalty().months() + " months."
                                : "An order and an act of advocacy are both held: for "
                                        + rules.purchase().months() + " and "
                                        + rules.loyalty().months() + " months.";
                    case "PURCHASE" ->
                        "An order is held for " + rules.purchase().months() + " months.";
                    case "INTEREST" ->
                        "A sign of interest is held for " + rules.interest().months() + " months.";
                    default -> "No sign of interest and no order is held any more, or there was none.";
                };
        return new Explanation.Verdict(stage, because, facts);
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

    private static Explanation.Verdict layer(ResultSet row, ValueModel model) throws SQLException {
        ValueModel.LayerRules rules = model.layers();
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
        String because =
                switch (layer) {
                    case "NEW" -> "Has not done anything yet.";
                    case "ACTING" -> "Has done something, but only " + active + ".";
                    case "ACTIVE" -> active + ", but only " + orders + ".";
                    default -> active + " and " + orders + ".";
                };
        return new Explanation.Verdict(layer, because, facts);
    }

    private static Explanation.Verdict level(ResultSet row, ValueModel model) throws SQLException {
        LevelRules rules = model.levels();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("influence", row.getDouble("influence"));
        facts.put("engaged", rules.engaged());
        facts.put("advocate", rules.advocate());
        facts.put("koc", rules.koc());
        String level = row.getString("level");
        String influence =
                "Influence " + BigDecimal.valueOf(row.getDouble("influence")).toPlainString();
        String because =
                switch (level) {
                    case "KOC" ->
                        influence + " reaches KOC (" + rules.koc().influence() + ") and is among the highest "
                                + rules.koc().topShare() * 100 + " % of all members.";
                    case "ADVOCATE" ->
                        influence + " reaches ADVOCATE (" + rules.advocate().influence() + ").";
                    case "ENGAGED" ->
                        influence + " reaches ENGAGED (" + rules.engaged().influence() + ").";
                    default ->
                        influence + " is below ENGAGED (" + rules.engaged().influence()
                                + "), or a score below its least.";
                };
        return new Explanation.Verdict(level, because, facts);
    }
}
