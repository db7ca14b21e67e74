package io.guanxi.journey.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The instances that one transaction moves, in a temporary table of their own, and every node they leave. Nothing of it is seen
 * before {@link #settle} writes where they have come to.
 *
 * <p>{@code rest} says how one stands: {@link #WALKING} at a node still to be carried out, {@link #RESTING} there, {@link
 * #ENDED}, {@link #LEAVING} since the time has come, {@link #CALLED} on by the event it waited for, {@link
 * #OTHERS} have to carry its node out.
 */
final class Moving {

    static final int WALKING = 0;
    static final int RESTING = 1;
    static final int ENDED = 2;
    static final int LEAVING = 3;
    static final int CALLED = 4;
    static final int OTHERS = 5;

    /** Tells what is done to an instance at its node apart. A round may come by again, so the moment belongs to it. */
    static final String KEY =
            "concat('journey:', journey_id, ':', id, ':', node, ':', floor(extract(epoch FROM at) * 1000)::bigint)";

    private static final String TABLES = """
            CREATE TEMPORARY TABLE IF NOT EXISTS moving (
                id bigint, entered_at timestamptz, at timestamptz, due_at timestamptz, goal_at timestamptz, parent bigint,
                journey_id bigint, version_id integer, member_no integer, node integer, rest smallint, outcome text)
            ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS passing (
                instance_id bigint, at timestamptz, node integer, next integer, outcome text) ON COMMIT DELETE ROWS
            """;

    private final JdbcClient postgres;

    Moving(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * Where a node leads.
     *
     * @param node its number
     * @param next the number of the next one, or null for the end
     * @param outcome how it is counted
     */
    record Way(int node, @Nullable Integer next, String outcome) {}

    /** Makes the tables ready in this transaction. */
    void begin() {
        postgres.sql(TABLES).update();
    }

    /** {@return how many of a journey's instances that are due were claimed; others take those that are claimed already, and who come to nodes not carried out here} */
    int claim(long journey, Moment moment, int most, List<Integer> notHere) {
        return postgres.sql("""
                        INSERT INTO moving
                        SELECT id, entered_at, CASE WHEN due_at >= :grace THEN due_at ELSE :now END, NULL, goal_at, parent,
                               journey_id, version_id, member_no, node, CASE WHEN arriving THEN 0 ELSE 3 END, NULL
                        FROM journey_instance WHERE journey_id = :journey AND due_at <= :now
                          AND NOT (arriving AND node = ANY (:not_here::integer[]))
                          AND EXISTS (SELECT FROM journey WHERE id = :journey AND state = 'RUNNING' AND deleted_at IS NULL)
                        ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("journey", journey)
                .param("grace", moment.graceBegins())
                .param("now", moment.at())
                .param("most", most)
                .param("not_here", notHere.toArray(Integer[]::new))
                .update();
    }

    /** Lets those who came to a node stay there until another process carries it out. */
    void leaveToOthers(int node) {
        postgres.sql("UPDATE moving SET rest = 5 WHERE node = ? AND rest = 0")
                .param(node)
                .update();
    }

    /** {@return the nodes at which some stand so} */
    List<Standing> standing(int rest) {
        return postgres.sql("SELECT version_id, node, count(*) FROM moving WHERE rest = ? GROUP BY 1, 2 ORDER BY 1, 2")
                .param(rest)
                .query((row, _) -> new Standing(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /** So many stand at this node of this version. */
    record Standing(int version, int node, int many) {}

    /** Lets all who stand so at the ways' nodes take them; each node has one way here. */
    void advance(int rest, List<Way> ways) {
        if (ways.isEmpty()) {
            return;
        }
        List<@Nullable Integer> nexts = new ArrayList<>();
        ways.forEach(way -> nexts.add(way.next()));
        postgres.sql("""
                        WITH gone AS (
                            UPDATE moving m
                            SET node = coalesce(w.next, m.node), rest = CASE WHEN w.next IS NULL THEN 2 ELSE 0 END,
                                outcome = CASE WHEN w.next IS NULL THEN 'completed' END
                            FROM unnest(:nodes::integer[], :nexts::integer[], :outcomes::text[]) AS w (node, next, outcome)
                            WHERE m.node = w.node AND m.rest = :rest
                            RETURNING m.id, m.at, w.node, w.next, w.outcome)
                        INSERT INTO passing SELECT id, at, node, next, outcome FROM gone
                        """)
                .param("nodes", ways.stream().map(Way::node).toArray(Integer[]::new))
                .param("nexts", nexts.toArray(Integer[]::new))
                .param("outcomes", ways.stream().map(Way::outcome).toArray(String[]::new))
                .param("rest", rest)
                .update();
    }

    /** Lets some members who walk take a way from its node. */
    void advance(Way way, int[] members) {
        postgres.sql("""
                        WITH gone AS (
                            UPDATE moving m
                            SET node = coalesce(:next::integer, m.node), rest = CASE WHEN :next::integer IS NULL THEN 2 ELSE 0 END,
                                outcome = CASE WHEN :next::integer IS NULL THEN 'completed' END
                            FROM unnest(:members::integer[]) AS who (member_no)
                            WHERE m.node = :node AND m.rest = 0 AND m.member_no = who.member_no
                            RETURNING m.id, m.at)
                        INSERT INTO passing SELECT id, at, :node, :next::integer, :outcome FROM gone
                        """)
                .param("node", way.node())
                .param("next", way.next())
                .param("outcome", way.outcome())
                .param("members", members)
                .update();
    }

    /**
     * Lets all who walk at a node take one of its ways each.
     *
     * @param placed a query of {@code place}, the row's, and {@code arm}, which way, counted from 1
     * @param parameters of the query, by name; {@code :node} is the node
     * @param node its number
     * @param ways the node's, in order
     */
    void part(String placed, Map<String, ?> parameters, int node, List<Way> ways) {
        List<@Nullable Integer> nexts = new ArrayList<>();
        ways.forEach(way -> nexts.add(way.next()));
        postgres.sql("""
                        WITH placed AS (
                        %s),
                        gone AS (
                            UPDATE moving m
                            SET node = coalesce(w.next, m.node), rest = CASE WHEN w.next IS NULL THEN 2 ELSE 0 END,
                                outcome = CASE WHEN w.next IS NULL THEN 'completed' END
                            FROM placed, unnest(:nexts::integer[], :outcomes::text[]) WITH ORDINALITY AS w (next, outcome, arm)
                            WHERE m.ctid = placed.place AND w.arm = placed.arm
                            RETURNING m.id, m.at, w.next, w.outcome)
                        INSERT INTO passing SELECT id, at, :node, next, outcome FROM gone
                        """.formatted(placed))
                .params(parameters)
                .param("nexts", nexts.toArray(Integer[]::new))
                .param("outcomes", ways.stream().map(Way::outcome).toArray(String[]::new))
                .param("node", node)
                .update();
    }

    /** {@return what those who walk at a node answered last, each text once} */
    List<String> repliesAt(int node) {
        return postgres.sql("""
                        SELECT DISTINCT reply FROM journey_instance
                        WHERE reply IS NOT NULL AND id = ANY (ARRAY(SELECT id FROM moving WHERE node = :node AND rest = 0))
                        """).param("node", node).query(String.class).list();
    }

    /** {@return the members who walk at a node} */
    List<Integer> membersAt(int node) {
        return postgres.sql("SELECT member_no FROM moving WHERE node = ? AND rest = 0")
                .param(node)
                .query(Integer.class)
                .list();
    }

    /** {@return the instances that walk at a node} */
    List<Walker> atNode(int node) {
        return postgres.sql("SELECT " + KEY + ", member_no, at FROM moving WHERE node = ? AND rest = 0 ORDER BY id")
                .param(node)
                .query((row, _) -> new Walker(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Who walks at a node.
     *
     * @param key tells what is done to it there apart
     * @param memberNo who
     * @param at when it came there
     */
    record Walker(String key, int memberNo, Instant at) {}

    /**
     * Writes where all have come to, their history and the counts, and wakes those who waited for one that ended. Then the table
     * is empty for the next ones of this transaction. Instances are found by their numbers as an array: with the join alone the
     * planner reads all instances for a batch.
     */
    void settle(Moment moment) {
        postgres.sql("""
                        UPDATE journey_instance i
                        SET node = m.node, arriving = m.rest IN (0, 5), goal_at = m.goal_at, outcome = m.outcome,
                            due_at = CASE WHEN m.rest = 2 THEN NULL WHEN m.rest IN (0, 5) THEN :now ELSE m.due_at END,
                            ended = CASE WHEN m.rest = 2 THEN i.id ELSE 0 END,
                            ended_at = CASE WHEN m.rest = 2 THEN m.at END
                        FROM moving m WHERE i.id = m.id AND i.id = ANY (ARRAY(SELECT id FROM moving))
                        """).param("now", moment.at()).update();
        note(moment);
        postgres.sql("DELETE FROM moving").update();
    }

    /** Wakes those who await one that ended, and writes what was passed as history and counts. */
    private void note(Moment moment) {
        postgres.sql("""
                        UPDATE journey_instance SET due_at = :now
                        WHERE ended = 0 AND due_at IS NULL AND id IN (
                            SELECT i.parent FROM passing p JOIN journey_instance i ON i.id = p.instance_id
                            WHERE p.next IS NULL AND i.parent IS NOT NULL)
                        """).param("now", moment.at()).update();
        postgres.sql("""
                        INSERT INTO journey_history (instance_id, at, node, outcome)
                        SELECT instance_id, at, node, outcome FROM passing
                        """).update();
        postgres.sql("""
                        INSERT INTO journey_count (node, outcome, n)
                        SELECT node, outcome, count(*) FROM passing GROUP BY node, outcome
                        UNION ALL
                        SELECT next, 'arrived', count(*) FROM passing WHERE next IS NOT NULL GROUP BY next
                        """).update();
        postgres.sql("DELETE FROM passing").update();
    }

    /**
     * Ends living instances at once, wherever they stand.
     *
     * @param which a query of {@code id} and {@code at}, when that came to be; its parameters
     * @return how many
     */
    int end(JdbcClient.StatementSpec which, Moment moment) {
        return end(which, () -> {}, moment);
    }

    /** The same; something is done while those who ended stand in the table {@code passing}. */
    int end(JdbcClient.StatementSpec which, Runnable besides, Moment moment) {
        int ended = which.update();
        if (ended > 0) {
            besides.run();
            note(moment);
        }
        return ended;
    }

    /** The statement that ends the living instances whose {@code id}s, with the time {@code at}, a query finds. */
    static String ending(String query) {
        return """
                WITH which AS (%s), gone AS (
                    UPDATE journey_instance i SET ended = i.id, ended_at = w.at, due_at = NULL, outcome = :outcome
                    FROM which w WHERE i.id = w.id AND i.ended = 0
                    RETURNING i.id, w.at, i.node)
                INSERT INTO passing SELECT id, at, node, NULL::integer, :outcome FROM gone
                """.formatted(query);
    }
}
