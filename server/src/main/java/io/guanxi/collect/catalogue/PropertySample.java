package io.guanxi.collect.catalogue;

import io.guanxi.access.Masking;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.SqlText;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the properties of some of the newest and some of the oldest events of a name, all keys in one statement. */
@Component
class PropertySample {

    private static final int EVENTS = 5_000;
    private static final int FILES = 20;
    private static final String QUERY = """
            WITH sample AS (
                SELECT true AS newest, CAST(properties AS JSON) AS p FROM (
                    SELECT properties FROM read_parquet([%1$s], hive_partitioning = false) WHERE event = :event
                    ORDER BY ts DESC LIMIT %3$d) late
                UNION ALL
                SELECT false, CAST(properties AS JSON) FROM (
                    SELECT properties FROM read_parquet([%2$s], hive_partitioning = false) WHERE event = :event
                    ORDER BY ts LIMIT %3$d) early),
            key AS (SELECT newest, unnest(json_keys(p)) AS name, p FROM sample WHERE p IS NOT NULL),
            value AS (
                SELECT newest, name, json_extract(p, concat('/', replace(replace(name, '~', '~0'), '/', '~1'))) AS v
                FROM key),
            typed AS (
                SELECT newest, name, v,
                       CASE json_type(v) WHEN 'VARCHAR' THEN 'string' WHEN 'OBJECT' THEN 'object' WHEN 'ARRAY' THEN 'array'
                                         WHEN 'BOOLEAN' THEN 'boolean' ELSE 'number' END AS type
                FROM value WHERE json_type(v) <> 'NULL')
            SELECT name,
                   coalesce(list_sort(list(DISTINCT type) FILTER (WHERE newest)), []) AS types,
                   coalesce(list_sort(list(DISTINCT type) FILTER (WHERE NOT newest)), []) AS before,
                   count(*) FILTER (WHERE newest) / (SELECT count(*) FROM sample WHERE newest) AS filled,
                   list_slice(list_sort(list(DISTINCT left(CAST(v AS VARCHAR), 100))), 1, 3) AS examples,
                   (SELECT count(*) FROM sample) AS sampled
            FROM typed GROUP BY name ORDER BY filled DESC, name LIMIT 200""";

    private final JdbcClient sql;
    private final Masking masking;

    /** What was found. */
    record Found(long sampled, List<EventProperty> properties) {}

    PropertySample(DuckDb staging, Masking masking) {
        this.sql = staging.client();
        this.masking = masking;
    }

    /**
     * Looks.
     *
     * @param event the name
     * @param files that hold events of it, the latest day first, not empty
     */
    Found of(String event, List<EventVolumes.InFile> files) {
        List<Path> late = enough(files);
        List<Path> early = enough(files.reversed());
        long[] sampled = new long[1];
        List<EventProperty> properties = sql.sql(QUERY.formatted(literals(late), literals(early), EVENTS))
                .param("event", event)
                .query((row, number) -> {
                    sampled[0] = row.getLong("sampled");
                    return property(row);
                })
                .list();
        return new Found(sampled[0], properties);
    }

    /** {@return files that hold the sample: the first days that have enough events, whole, as files of a day lie over each other} */
    static List<Path> enough(List<EventVolumes.InFile> files) {
        List<Path> enough = new ArrayList<>();
        long events = 0;
        LocalDate last = null;
        for (EventVolumes.InFile file : files) {
            if (enough.size() == FILES || events >= EVENTS && !file.day().equals(last)) {
                break;
            }
            enough.add(file.file());
            events += file.count();
            last = file.day();
        }
        return enough;
    }

    private EventProperty property(ResultSet row) throws SQLException {
        String name = row.getString("name");
        List<String> types = texts(row.getArray("types"));
        List<String> examples = new ArrayList<>();
        for (String example : texts(row.getArray("examples"))) {
            examples.add(masked(name, example));
        }
        return new EventProperty(
                name,
                types,
                Math.round(row.getDouble("filled") * 1000) / 1000.0,
                examples,
                drift(types, texts(row.getArray("before"))));
    }

    /** As the property of an event would be shown to the caller. */
    private String masked(String name, String value) {
        JsonMapper json = JsonMapper.shared();
        String text = value.startsWith("\"") && value.endsWith("\"") && value.length() > 1
                ? json.readTree(value).asString()
                : value;
        return json.readTree(masking.properties(
                        json.writeValueAsString(json.createObjectNode().put(name, text))))
                .path(name)
                .asString();
    }

    private static EventProperty.Drift drift(List<String> now, List<String> before) {
        if (before.isEmpty()) {
            return EventProperty.Drift.NEW;
        }
        if (now.isEmpty()) {
            return EventProperty.Drift.GONE;
        }
        return now.equals(before) ? EventProperty.Drift.SAME : EventProperty.Drift.CHANGED;
    }

    private static List<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object each : (Object[]) array.getArray()) {
            texts.add(String.valueOf(each));
        }
        return texts;
    }

    private static String literals(List<Path> files) {
        return files.stream().distinct().map(SqlText::literal).collect(Collectors.joining(", "));
    }
}
