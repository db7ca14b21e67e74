package io.guanxi.value.scoring;

import io.guanxi.value.ValueModel;
import io.guanxi.value.ValueModel.EventRule;
import io.guanxi.value.ValueModel.RfmRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those parts of the value model that the SQL models read as tables: {@code event_setting} and {@code rfm_fixed}. */
final class ModelTables {

    private static final int BOUNDS = 4;

    private ModelTables() {}

    static void lay(JdbcClient sql, ValueModel model) {
        sql.sql("""
                CREATE OR REPLACE TEMP TABLE event_setting (
                    event VARCHAR, dimension SMALLINT, points DOUBLE, points_per_amount DOUBLE, half_life_days DOUBLE,
                    daily_cap INTEGER, is_active BOOLEAN, is_interest BOOLEAN, is_advocacy BOOLEAN)""").update();
        settings(sql, model);
        RfmRules rfm = model.rfm();
        sql.sql("CREATE OR REPLACE TEMP TABLE rfm_fixed AS SELECT "
                        + bounds("recency", "INTEGER") + ", " + bounds("frequency", "INTEGER") + ", "
                        + bounds("monetary", "DECIMAL(18, 2)"))
                .params(parametersOf(rfm))
                .update();
    }

    private static SequencedSet<String> named(ValueModel model) {
        SequencedSet<String> names = new LinkedHashSet<>();
        model.events().forEach(rule -> names.add(rule.event()));
        names.addAll(model.passive());
        names.addAll(model.stages().interest().events());
        names.addAll(model.stages().loyalty().advocacy());
        return names;
    }

    /** All in one statement: one of its own for each of some forty events takes a tenth of a second. */
    private static void settings(JdbcClient sql, ValueModel model) {
        Map<String, EventRule> rules = new HashMap<>();
        model.events().forEach(rule -> rules.putIfAbsent(rule.event(), rule));
        SequencedSet<String> names = named(model);
        if (names.isEmpty()) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (String event : names) {
            EventRule rule = rules.get(event);
            values.add(event);
            values.add(rule == null ? null : rule.dimension().number());
            values.add(rule == null ? null : rule.points());
            values.add(rule == null ? null : rule.pointsPerAmount());
            values.add(rule == null ? null : rule.halfLifeDays());
            values.add(rule == null ? null : rule.dailyCap());
            values.add(!model.passive().contains(event));
            values.add(model.stages().interest().events().contains(event));
            values.add(model.stages().loyalty().advocacy().contains(event));
        }
        String row = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
        sql.sql("INSERT INTO event_setting VALUES " + String.join(", ", Collections.nCopies(names.size(), row)))
                .params(values)
                .update();
    }

    private static String bounds(String name, String type) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= BOUNDS; i++) {
            columns.add("CAST(:" + name + i + " AS " + type + ") AS " + name + "_" + i);
        }
        return String.join(", ", columns);
    }

    private static Map<String, @Nullable Object> parametersOf(RfmRules rfm) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        put(parameters, "recency", rfm.recencyDays());
        put(parameters, "frequency", rfm.frequency());
        put(parameters, "monetary", rfm.monetary());
        return parameters;
    }

    private static void put(
            Map<String, @Nullable Object> parameters, String name, @Nullable List<? extends Number> given) {
        List<? extends @Nullable Number> bounds = given == null ? Collections.nCopies(BOUNDS, null) : given;
        for (int i = 1; i <= BOUNDS; i++) {
            parameters.put(name + i, bounds.get(i - 1));
        }
    }
}
