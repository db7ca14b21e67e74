package io.guanxi.journey.store;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was told of keys when members were let in with them: values for the templates of their messages. */
@Component
public class KeyWords {

    /** What was told of an instance's key, or null, as an expression over a row with {@code id} and {@code journey_id}: {@code %1$s}. */
    public static final String OF_INSTANCE = """
            (SELECT k.said FROM journey_instance i JOIN journey_key k ON k.key = i.key
             WHERE i.id = %1$s.id AND k.journey_id = %1$s.journey_id)""";

    private final JdbcClient postgres;
    private final JsonMapper json;

    KeyWords(JdbcClient postgres, JsonMapper json) {
        this.postgres = postgres;
        this.json = json;
    }

    /**
     * Keeps what is told of a key of a journey; what was told before is gone.
     *
     * @param journey which
     * @param key which
     * @param values by the names of the templates' variables
     */
    public void tell(long journey, String key, Map<String, String> values) {
        postgres.sql("""
                        INSERT INTO journey_key (journey_id, key, said) VALUES (:journey, :key, :said::jsonb)
                        ON CONFLICT (journey_id, key) DO UPDATE SET said = excluded.said
                        """)
                .param("journey", journey)
                .param("key", key)
                .param("said", json.writeValueAsString(values))
                .update();
    }

    /**
     * {@return whether anything was told of a key of a journey}
     *
     * @param journey which
     */
    public boolean any(long journey) {
        return postgres.sql("SELECT EXISTS (SELECT FROM journey_key WHERE journey_id = ?)")
                .param(journey)
                .query(Boolean.class)
                .single();
    }
}
