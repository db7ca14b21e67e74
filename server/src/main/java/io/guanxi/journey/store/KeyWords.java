package io.guanxi.journey.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was told of keys when members were let in with them: values for the templates of their messages. */
@Component
public class KeyWords {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

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
     * {@return by key, what was told of the keys of some instances}
     *
     * @param journey which
     * @param instances a query of their {@code id}s
     * @param parameters of that query
     */
    public Map<String, Map<String, String>> of(long journey, String instances, Map<String, ?> parameters) {
        if (!any(journey)) {
            return Map.of();
        }
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        postgres.sql("""
                        SELECT k.key, k.said::text FROM journey_key k
                        WHERE k.journey_id = :journey AND k.key IN (
                            SELECT i.key FROM journey_instance i WHERE i.id = ANY (ARRAY(%s)))
                        ORDER BY k.key
                        """.formatted(instances))
                .params(parameters)
                .param("journey", journey)
                .query(row -> {
                    told.put(row.getString(1), json.readValue(row.getString(2), WORDS));
                });
        return told;
    }

    private boolean any(long journey) {
        return postgres.sql("SELECT EXISTS (SELECT FROM journey_key WHERE journey_id = ?)")
                .param(journey)
                .query(Boolean.class)
                .single();
    }
}
