package io.guanxi.identity.rules;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code identifier_kind} and {@code identifier_block}. */
@Component
class RuleTable {

    private final JdbcClient jdbc;

    RuleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KindRule> kinds() {
        return jdbc.sql("SELECT kind, strong, most, most_a_week FROM identifier_kind ORDER BY strong DESC, kind")
                .query(KindRule.class)
                .list();
    }

    List<String> blocked() {
        return jdbc.sql("SELECT value FROM identifier_block ORDER BY value")
                .query(String.class)
                .list();
    }

    /** {@return links that were refused so far, whatever the reason} */
    long refusals() {
        return jdbc.sql("SELECT count(*) FROM identifier_refusal")
                .query(Long.class)
                .single();
    }

    /** Adds a kind or changes its limits; a kind that is listed keeps its strength. */
    void put(KindRule rule) {
        jdbc.sql("""
                        INSERT INTO identifier_kind (kind, strong, most, most_a_week)
                        VALUES (:kind, :strong, :most, :mostAWeek)
                        ON CONFLICT (kind) DO UPDATE SET most = excluded.most, most_a_week = excluded.most_a_week
                        """)
                .param("kind", rule.kind())
                .param("strong", rule.strong())
                .param("most", rule.most())
                .param("mostAWeek", rule.mostAWeek())
                .update();
    }

    /** {@return whether it was not blocked before} */
    boolean block(String value) {
        return jdbc.sql("INSERT INTO identifier_block (value) VALUES (:value) ON CONFLICT DO NOTHING")
                        .param("value", value)
                        .update()
                == 1;
    }

    /** {@return whether it was blocked before} */
    boolean allow(String value) {
        return jdbc.sql("DELETE FROM identifier_block WHERE value = :value")
                        .param("value", value)
                        .update()
                == 1;
    }
}
