package io.guanxi.value.scoring;

import io.guanxi.value.Dimension;
import io.guanxi.value.ValueModel;
import io.guanxi.value.ValueModel.LevelRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the {@code :parameters} of the SQL models stand for, as literals. Only days and numbers: no text of a user's ever
 * becomes part of a statement.
 */
public final class ModelParameters {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)");
    /** Longer than any history, for windows that take all of it. */
    private static final int EVER = 1_000_000;
    /** Over how many days values are compared. */
    public static final int MOVER_DAYS = 7;
    /** Of how many who may have risen most, and of how many who may have fallen most, the past value is computed. */
    static final int MOVER_CANDIDATES = 5_000;
    /** How many of either are kept. */
    private static final int MOVERS = 50;

    private final Map<String, String> literals = new HashMap<>();

    private ModelParameters() {}

    /**
     * The parameters of a run.
     *
     * @param model the value model
     * @param asOf the last day that counts
     * @return the parameters
     */
    public static ModelParameters of(ValueModel model, LocalDate asOf) {
        ModelParameters parameters = new ModelParameters();
        parameters.day("as_of", asOf);
        parameters.number("high_value", model.highValueAbove());
        for (Dimension dimension : Dimension.values()) {
            parameters.number(dimension.key() + "_weight", model.rule(dimension).weight());
            parameters.number(dimension.key() + "_scale", model.rule(dimension).scale());
        }
        parameters.stages(model.stages());
        parameters.layers(model.layers());
        parameters.levels(model.levels());
        Integer window = model.rfm().windowDays();
        parameters.whole("rfm_days", window == null ? EVER : window);
        parameters.number("tier_share", model.topSpenders().share());
        parameters.whole("tier_days", model.topSpenders().days());
        parameters.whole("month_days", model.topSpenders().monthDays());
        parameters.whole("mover_days", MOVER_DAYS);
        parameters.whole("mover_candidates", MOVER_CANDIDATES);
        parameters.whole("movers", MOVERS);
        return parameters;
    }

    private void stages(ValueModel.StageRules stages) {
        whole("interest_months", stages.interest().months());
        whole("purchase_months", stages.purchase().months());
        whole("loyalty_months", stages.loyalty().months());
        whole("repeat_orders", stages.loyalty().orders());
        whole("repeat_days", stages.loyalty().withinDays());
    }

    private void layers(ValueModel.LayerRules layers) {
        whole("active_days", layers.activeDays());
        whole("active_within", layers.withinDays());
        whole("loyal_orders", layers.orders());
        whole("loyal_days", layers.ordersWithinDays());
    }

    private void levels(LevelRules levels) {
        number("influence_content", levels.influence().content());
        number("influence_interaction", levels.influence().interaction());
        number("influence_social", levels.influence().social());
        level("engaged", levels.engaged());
        level("advocate", levels.advocate());
        LevelRules.KocRule koc = levels.koc();
        level("koc", new LevelRules.LevelRule(koc.influence(), koc.content(), koc.interaction(), koc.social()));
        number("koc_share", koc.topShare());
    }

    private void level(String name, LevelRules.LevelRule level) {
        number(name + "_influence", level.influence());
        number(name + "_content", level.content());
        number(name + "_interaction", level.interaction());
        number(name + "_social", level.social());
    }

    /**
     * Adds a day.
     *
     * @param name without the colon
     * @param day the day
     */
    public void day(String name, LocalDate day) {
        literals.put(name, "DATE '" + day + "'");
    }

    /**
     * Adds a whole number.
     *
     * @param name without the colon
     * @param number the number
     */
    public void whole(String name, long number) {
        literals.put(name, Long.toString(number));
    }

    /**
     * Adds a number.
     *
     * @param name without the colon
     * @param number the number
     */
    public void number(String name, double number) {
        literals.put(name, "CAST(" + BigDecimal.valueOf(number).toPlainString() + " AS DOUBLE)");
    }

    /**
     * {@return the text with every parameter replaced by its literal}
     *
     * @param sql a model's text
     */
    public String render(String sql) {
        return PARAMETER.matcher(sql).replaceAll(parameter -> {
            String literal = literals.get(parameter.group(1));
            if (literal == null) {
                throw new IllegalArgumentException(
                        "a SQL model asks for :" + parameter.group(1) + ", which nothing sets");
            }
            return literal;
        });
    }
}
