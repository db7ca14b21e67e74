package io.guanxi.collect.catalogue;

import io.guanxi.access.Masking;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.SqlText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the properties of some of the newest and some of the oldest events of a name, all keys in one statement. */
@Component
class PropertySample {

    private static final int EVENTS = 5_000;
    private static final int FILES = 20;
    /**
     * The newest say what there is; what drifts is told by the newest and the oldest of at most half of all, so that no event is at
     * both ends. What one end lacks has drifted if fewer than one in twenty samples would lack it by chance.
     */
    private static final String QUERY = """
            WITH newest AS (
                SELECT properties, row_number() OVER (ORDER BY ts DESC) AS place FROM (
                    SELECT properties, ts FROM read_parquet([%1$s], hive_partitioning = false) WHERE event = :event
                    ORDER BY ts DESC LIMIT %3$d) late),
            sample AS (
                SELECT true AS newest, place <= %4$d AS late, false AS early, CAST(properties AS JSON) AS p FROM newest
                UNION ALL
                SELECT false, false, true, CAST(properties AS JSON) FROM (
                    SELECT properties FROM read_parquet([%2$s], hive_partitioning = false) WHERE event = :event
                    ORDER BY ts LIMIT %4$d) early),
            size AS (
                SELECT count(*) AS sampled, count(*) FILTER (WHERE newest) AS newest, count(*) FILTER (WHERE late) AS late,
                       count(*) FILTER (WHERE early) AS early
                FROM sample),
            key AS (SELECT newest, late, early, unnest(json_keys(p)) AS name, p FROM sample WHERE p IS NOT NULL),
            value AS (
                SELECT newest, late, early, name,
                       json_extract(p, concat('/', replace(replace(name, '~', '~0'), '/', '~1'))) AS v
                FROM key),
            typed AS (
                SELECT newest, late, early, name, v,
                       CASE json_type(v) WHEN 'VARCHAR' THEN 'string' WHEN 'OBJECT' THEN 'object' WHEN 'ARRAY' THEN 'array'
                                         WHEN 'BOOLEAN' THEN 'boolean' ELSE 'number' END AS type
                FROM value WHERE json_type(v) <> 'NULL'),
            kind AS (
                SELECT name, type, count(*) FILTER (WHERE newest) AS newest, count(*) FILTER (WHERE late) AS late,
                       count(*) FILTER (WHERE early) AS early
                FROM typed GROUP BY name, type),
            property AS (
                SELECT kind.name, coalesce(list_sort(list(type) FILTER (WHERE kind.newest > 0)), []) AS types,
                       sum(kind.newest) AS newest, sum(kind.late) AS late, sum(kind.early) AS early,
                       bool_or(kind.early = 0 AND pow(1 - kind.late / (size.late + 1), size.early) < 0.05
                               OR kind.late = 0 AND pow(1 - kind.early / (size.early + 1), size.late) < 0.05) AS changed
                FROM kind, size GROUP BY kind.name),
            shown AS (
                SELECT name, list_slice(list_sort(list(DISTINCT left(CAST(v AS VARCHAR), 100))), 1, 3) AS examples
                FROM typed GROUP BY name)
            SELECT property.name, types, property.newest / size.newest AS filled, examples, size.sampled,
                   CASE WHEN property.early = 0 AND pow(1 - property.late / (size.late + 1), size.early) < 0.05 THEN 'NEW'
                        WHEN property.late = 0 AND pow(1 - property.early / (size.early + 1), size.late) < 0.05 THEN 'GONE'
                        WHEN property.late > 0 AND property.early > 0 AND changed THEN 'CHANGED'
                        ELSE 'SAME' END AS drift
            FROM property JOIN shown ON shown.name = property.name, size
            ORDER BY filled DESC, property.name LIMIT 200""";

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
        long[] sampled = new long[1];
        List<EventProperty> properties = sql.sql(query(files))
                .param("event", event)
                .query((row, _) -> {
                    sampled[0] = row.getLong("sampled");
                    return property(row);
                })
                .list();
        return new Found(Math.min(sampled[0], all(files)), properties);
    }

    /**
     * {@return how many properties came, went or changed}
     *
     * @param event the name
     * @param files that hold events of it, the latest day first, not empty
     */
    int drifted(String event, List<EventVolumes.InFile> files) {
        return Math.toIntExact(sql.sql("SELECT count(*) FROM (" + query(files) + ") WHERE drift <> 'SAME'")
                .param("event", event)
                .query(Long.class)
                .single());
    }

    /** {@return what a look goes by: it finds the same as long as this is the same} */
    static UUID basis(List<EventVolumes.InFile> files) {
        return UUID.nameUUIDFromBytes(query(files).getBytes(StandardCharsets.UTF_8));
    }

    private static String query(List<EventVolumes.InFile> files) {
        return QUERY.formatted(
                literals(enough(files)),
                literals(enough(files.reversed())),
                EVENTS,
                Math.clamp(all(files) / 2, 1, EVENTS));
    }

    private static long all(List<EventVolumes.InFile> files) {
        return files.stream().mapToLong(EventVolumes.InFile::count).sum();
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
                EventProperty.Drift.valueOf(row.getString("drift")));
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
