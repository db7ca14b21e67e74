package io.guanxi.journey.engine;

import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.GraphReader;
import io.guanxi.journey.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Published versions, each read once. */
@Component
public class PublishedJourneys {

    private static final Logger log = LoggerFactory.getLogger(PublishedJourneys.class);

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Map<Integer, Published> known = new ConcurrentHashMap<>();

    PublishedJourneys(JdbcClient postgres, JsonMapper json) {
        this.postgres = postgres;
        this.json = json;
    }

    /**
     * {@return a version}
     *
     * @param id its number among all versions
     */
    public Published get(int id) {
        return known.computeIfAbsent(id, this::read);
    }

    /** {@return the version that members enter now; empty where the journey does not run} */
    Optional<Published> entered(long journey) {
        return postgres.sql("SELECT version_id FROM journey WHERE id = ? AND state = 'RUNNING' AND deleted_at IS NULL")
                .param(journey)
                .query(Integer.class)
                .optional()
                .map(this::get);
    }

    /**
     * A version in which members may be.
     *
     * @param published which
     * @param running whether the journey runs; else it is paused
     * @param entered whether members enter this one
     */
    record Active(Published published, boolean running, boolean entered) {}

    /** {@return all versions in which members may be; one that cannot be read is left out, so that it stops no other} */
    List<Active> active() {
        record Row(int id, boolean running, boolean entered) {}
        List<Active> active = new ArrayList<>();
        for (Row row : postgres.sql("""
                        SELECT v.id, j.state = 'RUNNING' AS running, v.id = j.version_id AS entered
                        FROM journey j JOIN journey_version v ON v.journey_id = j.id
                        WHERE v.active AND j.state IN ('RUNNING', 'PAUSED') AND j.deleted_at IS NULL ORDER BY v.id
                        """)
                .query((row, _) -> new Row(row.getInt(1), row.getBoolean(2), row.getBoolean(3)))
                .list()) {
            try {
                active.add(new Active(get(row.id()), row.running(), row.entered()));
            } catch (IllegalStateException e) {
                log.warn("nobody enters version {} or leaves it by an event: {}", row.id(), e.getMessage());
            }
        }
        return active;
    }

    /** {@return the nodes of a journey at which audiences are asked} */
    List<Integer> branches(long journey) {
        return active().stream()
                .map(Active::published)
                .filter(version -> version.journey() == journey)
                .flatMap(version -> version.nodes().entrySet().stream())
                .filter(node -> node.getValue() instanceof Node.Branch)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Published read(int id) {
        record Row(long journey, int version, String definition) {}
        Row row = postgres.sql("SELECT journey_id, version, definition FROM journey_version WHERE id = ?")
                .param(id)
                .query((it, _) -> new Row(it.getLong(1), it.getInt(2), it.getString(3)))
                .single();
        Map<String, Integer> numbers = new HashMap<>();
        postgres.sql("SELECT key, id FROM journey_node WHERE version_id = ?")
                .param(id)
                .query(it -> {
                    numbers.put(it.getString(1), it.getInt(2));
                });
        return switch (GraphReader.read(json.readTree(row.definition()))) {
            case GraphReader.Understood(Graph graph) -> Published.of(row.journey(), id, row.version(), graph, numbers);
            case GraphReader.Refused(var fault) ->
                throw new IllegalStateException("version " + id + " cannot be read: " + fault.message());
        };
    }
}
