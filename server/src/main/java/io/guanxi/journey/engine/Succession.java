package io.guanxi.journey.engine;

import io.guanxi.journey.graph.Node;
import io.guanxi.journey.graph.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of those who are in earlier versions when a later one is published, and when a journey is stopped. */
final class Succession {

    private final JdbcClient postgres;
    private final PublishedJourneys published;
    private final Moving moving;
    private final Silence silence;

    Succession(JdbcClient postgres, PublishedJourneys published, Moving moving, Silence silence) {
        this.postgres = postgres;
        this.published = published;
        this.moving = moving;
        this.silence = silence;
    }

    /** {@return how many living instances stand where in versions other than one, and where they would go on} */
    List<Landing> landings(long journey, @Nullable Integer except, List<Node> to, Map<String, String> places) {
        return postgres.sql("""
                        SELECT v.version, n.key, count(*), v.id FROM journey_instance i
                        JOIN journey_version v ON v.id = i.version_id JOIN journey_node n ON n.id = i.node
                        WHERE i.journey_id = :journey AND i.ended = 0 AND i.version_id <> :except
                        GROUP BY v.version, v.id, n.key ORDER BY v.version, n.key""")
                .param("journey", journey)
                .param("except", except == null ? 0 : except)
                .query((row, _) -> landing(
                        row.getInt(1), row.getString(2), row.getLong(3), published.get(row.getInt(4)), to, places))
                .list();
    }

    private static Landing landing(
            int version, String node, long members, Published from, List<Node> to, Map<String, String> places) {
        String wanted = places.getOrDefault(node, node);
        Node found =
                to.stream().filter(it -> it.key().equals(wanted)).findFirst().orElse(null);
        boolean same = found != null && found.equals(from.nodes().get(from.number(node)));
        return new Landing(version, node, members, found == null ? null : wanted, same);
    }

    /** Moves those inside on to a version: where their node is the same they stay as they are, else they come to it anew. */
    int move(Published into, Map<String, String> places, Moment moment) {
        Map<String, Integer> numbers = into.numbers();
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        List<Boolean> same = new ArrayList<>();
        Map<Integer, Published> versions = new HashMap<>();
        postgres.sql("SELECT id FROM journey_version WHERE journey_id = ? AND id <> ? AND active")
                .params(into.journey(), into.id())
                .query(Integer.class)
                .list()
                .forEach(id -> versions.put(id, published.get(id)));
        for (Published version : versions.values()) {
            for (Landing landing : version.graph().nodes().stream()
                    .map(node -> landing(
                            version.version(),
                            node.key(),
                            0,
                            version,
                            into.graph().nodes(),
                            places))
                    .toList()) {
                if (landing.to() != null) {
                    from.add(version.number(landing.node()));
                    to.add(Objects.requireNonNull(numbers.get(landing.to())));
                    same.add(landing.staying());
                }
            }
        }
        moving.begin();
        int moved = postgres.sql("""
                        WITH moved AS (
                            UPDATE journey_instance i
                            SET version_id = :version, node = t.to_node,
                                due_at = CASE WHEN t.same THEN i.due_at ELSE :now::timestamptz END,
                                arriving = CASE WHEN t.same THEN i.arriving ELSE TRUE END
                            FROM unnest(:from::integer[], :to::integer[], :same::boolean[]) AS t (from_node, to_node, same)
                            WHERE i.journey_id = :journey AND i.ended = 0 AND i.node = t.from_node
                            RETURNING i.id, t.from_node, t.to_node)
                        INSERT INTO passing SELECT id, :now, from_node, to_node, :outcome FROM moved""")
                .param("version", into.id())
                .param("journey", into.journey())
                .param("from", from.toArray(Integer[]::new))
                .param("to", to.toArray(Integer[]::new))
                .param("same", same.toArray(Boolean[]::new))
                .param("now", moment.at())
                .param("outcome", Outcome.MOVED)
                .update();
        moving.settle(moment);
        return moved;
    }

    /** Ends all who are in a journey, but for those in one version; nothing more is said to them, nor to who had come to the end. */
    int stop(long journey, int except, Moment moment) {
        moving.begin();
        int stopped = moving.end(
                postgres.sql(Moving.ending("""
                                SELECT id, :now::timestamptz AS at FROM journey_instance
                                WHERE journey_id = :journey AND version_id <> :except AND ended = 0
                                """))
                        .param("now", moment.at())
                        .param("journey", journey)
                        .param("except", except)
                        .param("outcome", Outcome.STOPPED),
                moment);
        silence.stopped(journey, except, moment);
        return stopped;
    }

    /** {@return whether one was still in a journey, who is not any more and hears no more of it} */
    boolean takeOut(long journey, long instance, Moment moment) {
        moving.begin();
        int ended = moving.end(
                postgres.sql(Moving.ending("""
                                SELECT id, :now::timestamptz AS at FROM journey_instance
                                WHERE id = :instance AND journey_id = :journey AND ended = 0
                                """))
                        .param("now", moment.at())
                        .param("journey", journey)
                        .param("instance", instance)
                        .param("outcome", Outcome.STOPPED),
                moment);
        if (ended > 0) {
            silence.takenOut(instance, moment);
        }
        return ended > 0;
    }
}
