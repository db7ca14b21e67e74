package io.guanxi.value.scoring;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What audiences, and whoever hangs on them, stand on: the results of the last run of the newest day that was scored. They are views
 * in the mart's schema {@code ground}. As a rule those are the results shown; a run as of an older day is shown as well, but what it
 * would replace is kept beside it, so that nobody enters or leaves an audience because somebody looked back.
 */
final class GroundTables {

    /** Those that are asked for single members, by this module and by communities. */
    private static final List<String> TABLES =
            List.of("score_run", "member_score", "community_score", "community_member");

    private static final List<String> OF_MEMBERS = List.of("member_score", "community_member");

    private final JdbcClient sql;

    /**
     * The ground of a mart.
     *
     * @param sql statements in the mart
     */
    GroundTables(JdbcClient sql) {
        this.sql = sql;
    }

    /** {@return whether the ground was ever laid} */
    boolean laid() {
        return there("ground", "score_run");
    }

    /**
     * {@return whether a run is of no older day than the ground}
     *
     * @param asOf the run's day
     */
    boolean moves(LocalDate asOf) {
        return sql.sql("SELECT count(*) = 0 FROM ground.score_run WHERE as_of > ?")
                .param(asOf)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the results shown as the ground, before others take their place; where they are kept already, nothing. */
    void keep() {
        if (there("ground", "kept_score_run")) {
            return;
        }
        for (String table : TABLES) {
            if (there("main", table)) {
                sql.sql("CREATE TABLE ground.kept_" + table + " AS SELECT * FROM main." + table)
                        .update();
                show(table, "ground.kept_" + table);
            }
        }
    }

    /** Makes the results shown the ground. */
    void follow() {
        sql.sql("CREATE SCHEMA IF NOT EXISTS ground").update();
        for (String table : TABLES) {
            if (there("main", table)) {
                show(table, "main." + table);
            }
            sql.sql("DROP TABLE IF EXISTS ground.kept_" + table).update();
        }
    }

    /** {@return which run it is of, and of which day; for a run's figures} */
    Map<String, @Nullable Object> figures(boolean moved) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("moved", moved);
        sql.sql("SELECT run_id, CAST(as_of AS VARCHAR) AS as_of FROM ground.score_run")
                .query(row -> {
                    figures.put("run", row.getLong("run_id"));
                    figures.put("asOf", row.getString("as_of"));
                });
        return figures;
    }

    /**
     * Forgets members where results are kept.
     *
     * @param numbers under which they were known
     * @return how many rows went
     */
    int forget(List<Integer> numbers) {
        int rows = 0;
        for (String table : OF_MEMBERS) {
            if (there("ground", "kept_" + table)) {
                rows += sql.sql("DELETE FROM ground.kept_" + table + " WHERE member_no IN (:numbers)")
                        .param("numbers", numbers)
                        .update();
            }
        }
        return rows;
    }

    private void show(String view, String table) {
        sql.sql("CREATE OR REPLACE VIEW ground." + view + " AS SELECT * FROM " + table)
                .update();
    }

    private boolean there(String schema, String table) {
        return sql.sql("SELECT count(*) > 0 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?")
                .params(schema, table)
                .query(Boolean.class)
                .single();
    }
}
