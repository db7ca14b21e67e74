package io.guanxi.journey.store;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instances, their history and the counts, for those who look. */
@Component
public class InstanceTable {

    private static final String SELECT = """
            SELECT i.id, i.journey_id, v.version, i.member_no, i.key, n.key AS node, i.entered_at, i.due_at, i.goal_at, i.ended_at,
                   i.outcome
            FROM journey_instance i JOIN journey_node n ON n.id = i.node JOIN journey_version v ON v.id = i.version_id\s""";

    private final JdbcClient postgres;

    InstanceTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * One member's way through a journey.
     *
     * @param id its number
     * @param journey the journey's number
     * @param version in which version it is
     * @param memberNo who
     * @param key tells instances of one member apart, empty for one
     * @param node where it stands, or stood last
     * @param enteredAt when it began
     * @param dueAt when it goes on, or null
     * @param goalAt when the goal was reached, or null
     * @param endedAt when it ended, or null while it lives
     * @param outcome how it ended, or null
     */
    public record Instance(
            long id,
            long journey,
            int version,
            int memberNo,
            String key,
            String node,
            Instant enteredAt,
            @Nullable Instant dueAt,
            @Nullable Instant goalAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {}

    /**
     * A node that was left.
     *
     * @param at when
     * @param node which
     * @param outcome how
     */
    @Schema(name = "JourneyStep")
    public record Step(Instant at, String node, String outcome) {}

    /**
     * How often something happened at a node.
     *
     * @param node which
     * @param outcome what
     * @param n how often
     */
    public record NodeCount(String node, String outcome, long n) {}

    /**
     * How a journey does.
     *
     * @param journey which
     * @param entered how many came in
     * @param inside how many are in now
     * @param converted how many reached the goal
     * @param givenUp how many calls of webhooks were given up and not made again
     */
    public record Figures(long journey, long entered, long inside, long converted, long givenUp) {

        /**
         * {@return those of a journey that nobody entered}
         *
         * @param journey which
         */
        public static Figures none(long journey) {
            return new Figures(journey, 0, 0, 0, 0);
        }
    }

    /**
     * {@return instances of a journey, the latest first}
     *
     * @param journey which
     * @param node only those that live and stand there, or null
     * @param memberNo only this member's, or null
     * @param living only living ones (true) or ended ones (false), or null
     * @param before only lower numbers
     * @param most at most so many
     */
    public List<Instance> page(
            long journey,
            @Nullable String node,
            @Nullable Integer memberNo,
            @Nullable Boolean living,
            long before,
            int most) {
        return postgres.sql(SELECT + """
                        WHERE i.journey_id = :journey AND i.id < :before
                          AND (:node::text IS NULL OR (n.key = :node AND i.ended = 0))
                          AND (:member::integer IS NULL OR i.member_no = :member)
                          AND (:living::boolean IS NULL OR (i.ended = 0) = :living)
                        ORDER BY i.id DESC LIMIT :most""")
                .param("journey", journey)
                .param("before", before)
                .param("node", node, Types.VARCHAR)
                .param("member", memberNo, Types.INTEGER)
                .param("living", living, Types.BOOLEAN)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * {@return a person's instances in all journeys, the latest first}
     *
     * @param numbers the person's member numbers
     * @param most at most so many
     */
    public List<Instance> of(List<Integer> numbers, int most) {
        return postgres.sql(SELECT + "WHERE i.member_no = ANY (?) ORDER BY i.id DESC LIMIT ?")
                .params(numbers.toArray(Integer[]::new), most)
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * {@return an instance}
     *
     * @param id its number
     */
    public Optional<Instance> find(long id) {
        return postgres.sql(SELECT + "WHERE i.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * {@return the nodes an instance left, in order}
     *
     * @param id its number
     */
    public List<Step> history(long id) {
        return postgres.sql("""
                        SELECT h.at, n.key, h.outcome FROM journey_history h JOIN journey_node n ON n.id = h.node
                        WHERE h.instance_id = ? ORDER BY h.at, h.ctid LIMIT 2000""")
                .param(id)
                .query((row, _) -> new Step(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * {@return how often what happened at a version's nodes}
     *
     * @param versionId the version's number among all versions
     */
    public List<NodeCount> counts(int versionId) {
        return postgres.sql("""
                        SELECT n.key, c.outcome, sum(c.n) FROM journey_node n JOIN journey_count c ON c.node = n.id
                        WHERE n.version_id = ? GROUP BY n.key, c.outcome ORDER BY n.key, c.outcome""")
                .param(versionId)
                .query((row, _) -> new NodeCount(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** {@return how all journeys do} */
    public List<Figures> figures() {
        return figures(null);
    }

    /**
     * {@return how a journey does}
     *
     * @param journey which
     */
    public Figures figures(long journey) {
        return figures(Long.valueOf(journey)).stream().findFirst().orElse(Figures.none(journey));
    }

    private List<Figures> figures(@Nullable Long journey) {
        return postgres.sql("""
                        SELECT v.journey_id, coalesce(sum(c.n) FILTER (WHERE c.outcome = 'entered'), 0),
                               coalesce(sum(c.n) FILTER (WHERE c.outcome = 'arrived'), 0)
                                   - coalesce(sum(c.n) FILTER (WHERE c.outcome NOT IN ('arrived', 'entered', 'converted', 'failed')), 0),
                               coalesce(sum(c.n) FILTER (WHERE c.outcome = 'converted'), 0),
                               (SELECT count(*) FROM journey_call d WHERE d.journey_id = v.journey_id AND d.state = 'DEAD')
                        FROM journey_version v JOIN journey_node n ON n.version_id = v.id JOIN journey_count c ON c.node = n.id
                        WHERE :journey::bigint IS NULL OR v.journey_id = :journey
                        GROUP BY v.journey_id""")
                .param("journey", journey, Types.BIGINT)
                .query((row, _) ->
                        new Figures(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /**
     * Folds the counts: one row for each node and outcome again. What is being written meanwhile stays as it is.
     */
    public void fold() {
        postgres.sql("""
                        WITH gone AS (
                            DELETE FROM journey_count WHERE (node, outcome) IN (
                                SELECT node, outcome FROM journey_count GROUP BY node, outcome HAVING count(*) > 1)
                            RETURNING node, outcome, n)
                        INSERT INTO journey_count (node, outcome, n) SELECT node, outcome, sum(n) FROM gone GROUP BY node, outcome""").update();
    }

    private static Instance read(ResultSet row) throws SQLException {
        return new Instance(
                row.getLong("id"),
                row.getLong("journey_id"),
                row.getInt("version"),
                row.getInt("member_no"),
                row.getString("key"),
                row.getString("node"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "goal_at"),
                instant(row, "ended_at"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
