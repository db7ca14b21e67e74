package io.guanxi.journey.engine;

import io.guanxi.audience.expression.EventMatch;
import io.guanxi.journey.engine.Triggers.OfEntry;
import io.guanxi.journey.engine.Triggers.OfNode;
import io.guanxi.journey.engine.Triggers.OfVersion;
import io.guanxi.journey.graph.Outcome;
import io.guanxi.journey.graph.Replies;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reacts to a batch of events in {@code arrived_event}. Members do not depend on each other, so all members' first events that
 * matter are one wave, all second ones the next: within a wave everything is done set by set, and each member still sees
 * their events one after the other. In a wave the goal comes first, then leaving, then what is waited for, then entering.
 */
final class Events {

    private static final String TABLE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS hit (
                position bigint, member_no integer, ts timestamptz, at timestamptz, late boolean, pattern integer, wave integer) ON COMMIT DELETE ROWS
            """;

    private static final String OF_VERSION = """
            SELECT i.id, min(h.at) AS at
            FROM hit h
            JOIN unnest(:patterns::integer[], :versions::integer[]) AS t (pattern, version_id) ON t.pattern = h.pattern
            JOIN journey_instance i ON i.member_no = h.member_no AND i.version_id = t.version_id
            WHERE h.wave = :wave AND i.ended = 0 AND (NOT h.late OR h.ts >= i.entered_at)
            GROUP BY i.id
            """;

    /** Also who had come to the end: their last words may still wait. */
    private static final String LEFT = """
            SELECT i.*
            FROM hit h
            JOIN unnest(:patterns::integer[], :versions::integer[]) AS t (pattern, version_id) ON t.pattern = h.pattern
            JOIN journey_instance i ON i.member_no = h.member_no AND i.version_id = t.version_id
            WHERE h.wave = :wave AND (NOT h.late OR h.ts >= i.entered_at)
            """;

    /** Who waits for what concerns their key: the order, the community they are in the journey for. */
    private static final String OF_KEY = """
            AND (t.property IS NULL AND t.named IS NULL OR EXISTS (
                SELECT FROM arrived_event e
                WHERE e.position = h.position
                  AND (t.property IS NULL OR left(e.properties ->> t.property, 200) = i.key)
                  AND (t.named IS NULL OR left(%s, 200) = i.key)))
            """.formatted(EventCondition.columnNamed("t.named"));

    /** How many events of one member a transaction takes. */
    static final int MOST_WAVES = 200;

    private final JdbcClient postgres;
    private final PublishedJourneys published;
    private final Moving moving;
    private final Walk walk;
    private final Enrolment enrolment;
    private final Silence silence;

    Events(
            JdbcClient postgres,
            PublishedJourneys published,
            Moving moving,
            Walk walk,
            Enrolment enrolment,
            Silence silence) {
        this.postgres = postgres;
        this.published = published;
        this.moving = moving;
        this.walk = walk;
        this.enrolment = enrolment;
        this.silence = silence;
    }

    /** Somebody did more in this batch than one transaction takes: a smaller batch is wanted. */
    static final class TooManyWaves extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyWaves() {
            super("more than " + MOST_WAVES + " events of one member at once", null, false, false);
        }
    }

    /** Reacts to what stands in {@code arrived_event}; in its transaction. */
    void react(Moment moment) {
        Triggers triggers = new Triggers(published.active());
        if (triggers.patterns().isEmpty()) {
            return;
        }
        moving.begin();
        postgres.sql(TABLE).update();
        postgres.sql("DELETE FROM hit").update();
        int waves = find(triggers, moment);
        if (waves > MOST_WAVES) {
            throw new TooManyWaves();
        }
        Set<Long> holdouts = triggers.entries.isEmpty() ? Set.of() : enrolment.holdouts();
        for (int wave = 1; wave <= waves; wave++) {
            goals(triggers.goals, wave);
            end(triggers.goalExits, wave, Outcome.GOAL, moment);
            end(triggers.exits, wave, Outcome.LEFT, moment);
            hear(triggers.replies, wave);
            call(triggers.waits, wave, moment);
            for (OfEntry entry : triggers.entries) {
                enter(entry, wave, holdouts, moment);
            }
        }
    }

    /** {@return how many events that matter a member has at most} */
    private int find(Triggers triggers, Moment moment) {
        Set<String> names =
                new HashSet<>(postgres.sql("SELECT DISTINCT event FROM arrived_event WHERE member_no IS NOT NULL")
                        .query(String.class)
                        .list());
        for (Map.Entry<EventMatch, Integer> pattern : triggers.patterns().entrySet()) {
            String name = pattern.getKey().name();
            if (name != null && names.contains(name)) {
                EventCondition condition =
                        EventCondition.of(pattern.getKey(), moment.zone().getId());
                postgres.sql("""
                                INSERT INTO hit
                                SELECT e.position, e.member_no, e.ts,
                                       CASE WHEN e.ts BETWEEN :grace AND :now THEN e.ts ELSE :now END,
                                       e.ts <= :now::timestamptz - interval '1 day', :pattern, 0
                                FROM arrived_event e
                                WHERE e.member_no IS NOT NULL AND\s""" + condition.sql())
                        .params(condition.parameters())
                        .param("grace", moment.graceBegins())
                        .param("now", moment.at())
                        .param("pattern", pattern.getValue())
                        .update();
            }
        }
        postgres.sql("""
                        UPDATE hit SET wave = w.wave
                        FROM (SELECT DISTINCT position, dense_rank() OVER (PARTITION BY member_no ORDER BY position) AS wave
                              FROM hit) w
                        WHERE hit.position = w.position
                        """).update();
        return postgres.sql("SELECT coalesce(max(wave), 0) FROM hit")
                .query(Integer.class)
                .single();
    }

    private void goals(List<OfVersion> goals, int wave) {
        if (goals.isEmpty()) {
            return;
        }
        given(goals, wave, postgres.sql("""
                        WITH reached AS (
                            UPDATE journey_instance i SET goal_at = r.at FROM (%s) r
                            WHERE i.id = r.id AND i.goal_at IS NULL AND i.ended = 0 RETURNING i.node)
                        INSERT INTO journey_count (node, outcome, n) SELECT node, 'converted', count(*) FROM reached GROUP BY node
                        """.formatted(OF_VERSION))).update();
    }

    private void end(List<OfVersion> exits, int wave, String outcome, Moment moment) {
        if (!exits.isEmpty()) {
            moving.end(
                    given(exits, wave, postgres.sql(Moving.ending(OF_VERSION)).param("outcome", outcome)), moment);
            silence.left(LEFT, Map.of("patterns", patterns(exits), "versions", versions(exits), "wave", wave), moment);
        }
    }

    /** Keeps what members answered last, for the nodes that part them by it. */
    private void hear(List<OfVersion> replies, int wave) {
        if (!replies.isEmpty()) {
            given(replies, wave, postgres.sql("""
                            UPDATE journey_instance i SET reply = coalesce(left(e.properties ->> :text, :longest), '')
                            FROM hit h
                            JOIN unnest(:patterns::integer[], :versions::integer[]) AS t (pattern, version_id)
                                 ON t.pattern = h.pattern
                            JOIN arrived_event e ON e.position = h.position
                            WHERE i.member_no = h.member_no AND i.version_id = t.version_id AND h.wave = :wave AND i.ended = 0
                              AND (NOT h.late OR h.ts >= i.entered_at)
                            """))
                    .param("text", Replies.TEXT)
                    .param("longest", Replies.LONGEST)
                    .update();
        }
    }

    private static JdbcClient.StatementSpec given(
            List<OfVersion> triggers, int wave, JdbcClient.StatementSpec statement) {
        return statement
                .param("patterns", patterns(triggers))
                .param("versions", versions(triggers))
                .param("wave", wave);
    }

    private static Integer[] patterns(List<OfVersion> triggers) {
        return triggers.stream().map(OfVersion::pattern).toArray(Integer[]::new);
    }

    private static Integer[] versions(List<OfVersion> triggers) {
        return triggers.stream().map(OfVersion::version).toArray(Integer[]::new);
    }

    private void call(List<OfNode> all, int wave, Moment moment) {
        List<OfNode> running = all.stream().filter(OfNode::running).toList();
        if (!running.isEmpty()) {
            int called = waiting("""
                    INSERT INTO moving
                    SELECT i.id, i.entered_at, h.at, NULL, i.goal_at, i.parent, i.journey_id, i.version_id, i.member_no, i.node,
                           4, NULL
                    """, " FOR UPDATE OF i", running, wave).update();
            if (called > 0) {
                walk.goTogether(moment);
            }
        }
        List<OfNode> paused = all.stream().filter(it -> !it.running()).toList();
        if (!paused.isEmpty()) {
            waiting("WITH called AS (SELECT i.id, t.next, t.ends, h.at", """
                    ), gone AS (
                        UPDATE journey_instance i
                        SET node = c.next, arriving = NOT c.ends, due_at = CASE WHEN c.ends THEN NULL ELSE :now::timestamptz END,
                            ended = CASE WHEN c.ends THEN i.id ELSE 0 END, ended_at = CASE WHEN c.ends THEN c.at END,
                            outcome = CASE WHEN c.ends THEN 'completed' END
                        FROM called c WHERE i.id = c.id AND i.ended = 0 RETURNING i.id, c.at, old.node, c.next, c.ends)
                    INSERT INTO passing SELECT id, at, node, CASE WHEN ends THEN NULL ELSE next END, 'passed' FROM gone
                    """, paused, wave)
                    .param("now", moment.at())
                    .update();
            moving.settle(moment);
        }
    }

    private JdbcClient.StatementSpec waiting(String begin, String end, List<OfNode> waits, int wave) {
        List<@Nullable String> properties = new ArrayList<>();
        List<@Nullable String> columns = new ArrayList<>();
        for (OfNode wait : waits) {
            EventMatch.@Nullable Column column = wait.keyColumn();
            properties.add(wait.keyProperty());
            columns.add(column == null ? null : column.name());
        }
        return postgres.sql(begin + """

                        FROM hit h
                        JOIN unnest(:patterns::integer[], :nodes::integer[], :nexts::integer[], :ends::boolean[],
                                    :properties::text[], :columns::text[])
                             AS t (pattern, node, next, ends, property, named) ON t.pattern = h.pattern
                        JOIN journey_instance i ON i.member_no = h.member_no AND i.node = t.node
                        WHERE h.wave = :wave AND i.ended = 0 AND NOT i.arriving AND (NOT h.late OR h.ts >= i.entered_at)
                        """ + (waits.stream().anyMatch(OfNode::keyed) ? OF_KEY : "") + end)
                .param("patterns", waits.stream().map(OfNode::pattern).toArray(Integer[]::new))
                .param("nodes", waits.stream().map(OfNode::node).toArray(Integer[]::new))
                .param("nexts", waits.stream().map(OfNode::next).toArray(Integer[]::new))
                .param("ends", waits.stream().map(OfNode::ends).toArray(Boolean[]::new))
                .param("properties", properties.toArray(String[]::new))
                .param("columns", columns.toArray(String[]::new))
                .param("wave", wave);
    }

    /** Who enters walks at once: a later event of the same batch may be what they wait for then. */
    private void enter(OfEntry trigger, int wave, Set<Long> holdouts, Moment moment) {
        Published journey = trigger.journey();
        int[] keptBack = holdouts.contains(journey.journey())
                ? enrolment.keptBack(
                        journey, coming(trigger, wave, moment, "SELECT DISTINCT member_no FROM (%s) may"), moment)
                : Enrolment.NOBODY;
        int entered = coming(trigger, wave, moment, """
                        WITH came AS (
                            INSERT INTO journey_instance
                                (entered_at, due_at, journey_id, version_id, node, member_no, arriving, key, reply)
                            SELECT at, at, :journey, :version, :start, member_no, TRUE, key, reply
                            FROM (%s) may WHERE member_no <> ALL (:kept_back::integer[])
                            ON CONFLICT (member_no, journey_id, key, ended) DO NOTHING
                            RETURNING id, entered_at, member_no)
                        INSERT INTO moving
                        SELECT id, entered_at, entered_at, NULL, NULL, NULL, :journey, :version, member_no, :start, 0, NULL
                        FROM came
                        """)
                .param("version", journey.id())
                .param("start", journey.start())
                .param("kept_back", keptBack)
                .update();
        if (entered > 0) {
            enrolment.count(journey, entered);
            walk.goTogether(moment);
        }
    }

    /** {@return a statement on those who may enter by a wave: {@code member_no}, {@code at}, {@code key} and {@code reply}} */
    private JdbcClient.StatementSpec coming(OfEntry trigger, int wave, Moment moment, String statement) {
        Published journey = trigger.journey();
        return postgres.sql(statement.formatted("""
                        SELECT member_no, at, key, reply
                        FROM (SELECT h.member_no, h.at, %s AS key,
                                     CASE WHEN :asks AND e.event = :replied
                                          THEN coalesce(left(e.properties ->> :text, :longest), '') END AS reply
                              FROM hit h JOIN arrived_event e ON e.position = h.position
                              WHERE h.wave = :wave AND h.pattern = :pattern AND NOT h.late) who
                        WHERE key IS NOT NULL AND %s
                        """.formatted(
                                trigger.entry().keyProperty() == null ? "''" : "left(e.properties ->> :property, 200)",
                                Enrolment.MAY)))
                .param("journey", journey.journey())
                .param("wave", wave)
                .param("pattern", trigger.pattern())
                .param("asks", Triggers.asksForReplies(journey.graph()))
                .param("replied", Replies.EVENT)
                .param("text", Replies.TEXT)
                .param("longest", Replies.LONGEST)
                .param("property", trigger.entry().keyProperty(), Types.VARCHAR)
                .param("not_after", Enrolment.notAfter(journey, moment), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
