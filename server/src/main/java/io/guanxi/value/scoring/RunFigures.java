package io.guanxi.value.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run has found, in a few numbers. */
final class RunFigures {

    private RunFigures() {}

    static Map<String, Object> of(JdbcClient sql) {
        Map<String, Object> figures = new LinkedHashMap<>(sql.sql("""
                        SELECT
                            CAST(coalesce(sum(members), 0) AS BIGINT) AS "members",
                            CAST(coalesce(sum(members) FILTER (WHERE high_value), 0) AS BIGINT) AS "highValue",
                            CAST(coalesce(round(sum(value) / sum(members), 2), 0) AS DOUBLE) AS "meanValue",
                            (SELECT round(coalesce(median(value), 0), 2) FROM member_score) AS "medianValue",
                            CAST(coalesce(sum(buyers), 0) AS BIGINT) AS "buyers",
                            CAST(coalesce(sum(orders), 0) AS BIGINT) AS "orders",
                            CAST(coalesce(sum(spend), 0) AS DECIMAL(18, 2)) AS "spend"
                        FROM member_class""").query().singleRow());
        figures.put(
                "stages",
                counts(
                        sql,
                        "SELECT stage AS name, CAST(sum(members) AS BIGINT) AS members"
                                + " FROM member_class GROUP BY stage ORDER BY stage"));
        figures.put(
                "layers",
                counts(
                        sql,
                        "SELECT layer AS name, CAST(sum(members) AS BIGINT) AS members"
                                + " FROM member_class GROUP BY layer ORDER BY layer"));
        figures.put(
                "levels",
                counts(
                        sql,
                        "SELECT level AS name, CAST(sum(members) AS BIGINT) AS members"
                                + " FROM member_class GROUP BY level ORDER BY level"));
        figures.put("topSpenders", sql.sql("""
                        SELECT
                            CAST(coalesce(sum(members) FILTER (WHERE top_spender), 0) AS BIGINT) AS "members",
                            CAST(coalesce(round(sum(members) FILTER (WHERE top_spender) / sum(members), 4), 0) AS DOUBLE)
                                AS "share",
                            CAST(coalesce(sum(tier_spend) FILTER (WHERE top_spender), 0) AS DECIMAL(18, 2)) AS "spend",
                            CAST(coalesce(round(sum(tier_spend) FILTER (WHERE top_spender)
                                / nullif(sum(tier_spend), 0), 4), 0) AS DOUBLE) AS "spendShare",
                            CAST(round(sum(members) FILTER (WHERE top_spender AND top_spender_before)
                                / nullif(sum(members) FILTER (WHERE top_spender_before), 0), 4) AS DOUBLE) AS "retention"
                        FROM member_class""").query().singleRow());
        figures.put("movers", movers(sql));
        return figures;
    }

    /**
     * How many movers are listed, and for how many of them it is proven that nobody outside the candidates moved more: their move
     * is at least the bound of the last candidate, and no bound outside is greater.
     */
    private static Map<String, @Nullable Object> movers(JdbcClient sql) {
        return sql.sql("""
                        WITH bound AS (
                            SELECT
                                (SELECT CASE WHEN count(*) < :candidates THEN 0 ELSE min(rise_most) END
                                 FROM (SELECT rise_most FROM mover_candidate WHERE rise_most > 0
                                       ORDER BY rise_most DESC LIMIT :candidates)) AS rise,
                                (SELECT CASE WHEN count(*) < :candidates THEN 0 ELSE min(fall_most) END
                                 FROM (SELECT fall_most FROM mover_candidate WHERE fall_most > 0
                                       ORDER BY fall_most DESC LIMIT :candidates)) AS fall
                        )
                        SELECT
                            count(*) FILTER (WHERE value > value_before) AS "risen",
                            count(*) FILTER (WHERE value > value_before AND value - value_before >= rise) AS "risenProven",
                            count(*) FILTER (WHERE value < value_before) AS "fallen",
                            count(*) FILTER (WHERE value < value_before AND value_before - value >= fall) AS "fallenProven"
                        FROM mover CROSS JOIN bound""")
                .param("candidates", ModelParameters.MOVER_CANDIDATES)
                .query()
                .singleRow();
    }

    private static Map<String, Long> counts(JdbcClient sql, String query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.sql(query).query(row -> {
            counts.put(row.getString("name"), row.getLong("members"));
        });
        return counts;
    }
}
