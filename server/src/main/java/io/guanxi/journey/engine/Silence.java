package io.guanxi.journey.engine;

import io.guanxi.identity.MemberRelations;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees to it that those who left a journey hear nothing more of it, in the transaction in which they leave: what waits for them is
 * taken back, also where they had come to the end before and only the last words still waited. {@link Moving#KEY} says whose a
 * message is.
 */
final class Silence {

    /** Why: the journey, or its version, was stopped. */
    static final String STOPPED = "JOURNEY_STOPPED";

    /** Why: a rule for leaving held, or the goal was reached. */
    static final String LEFT = "JOURNEY_LEFT";

    /** In the history of an instance: what was to be said at this node is not. */
    static final String WITHDRAWN = "withdrawn";

    /** {@return the number of the instance in the key of a message} */
    static String instance(String key) {
        return "split_part(" + key + ", ':', 3)::bigint";
    }

    private static final String TABLE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS leaving (member_no integer, prefix text) ON COMMIT DELETE ROWS""";

    private final JdbcClient postgres;
    private final Deeds deeds;

    Silence(JdbcClient postgres, Deeds deeds) {
        this.postgres = postgres;
        this.deeds = deeds;
    }

    /**
     * Takes back what was to be said to those who left. What belongs to a contract is said all the same: that they left does not
     * make it untrue.
     *
     * @param instances a query of their instances, with the columns of {@code journey_instance}
     * @param parameters of the query, by name
     */
    void left(String instances, Map<String, ?> parameters, Moment moment) {
        take(instances, parameters, false, moment);
    }

    /** Takes back all that was to be said in an instance that somebody ended. */
    void takenOut(long instance, Moment moment) {
        take("SELECT * FROM journey_instance WHERE id = :instance", Map.of("instance", instance), true, moment);
    }

    /** Takes back all that was to be said in instances another of the same kind stands for: it is said there. */
    void merged(Moment moment) {
        take("SELECT i.* FROM passing p JOIN journey_instance i ON i.id = p.instance_id", Map.of(), true, moment);
    }

    /** Takes back all that a journey was to say, but for one version. */
    void stopped(long journey, int except, Moment moment) {
        note(deeds.unsayAll(journey, except, STOPPED), moment);
    }

    private void take(String instances, Map<String, ?> parameters, boolean service, Moment moment) {
        postgres.sql(TABLE).update();
        postgres.sql("DELETE FROM leaving").update();
        int leaving = postgres.sql("""
                        WITH gone AS (
                            SELECT DISTINCT i.id, i.member_no, concat('journey:', i.journey_id, ':', i.id, ':') AS prefix
                            FROM (%s) i)
                        INSERT INTO leaving
                        SELECT member_no, prefix FROM gone
                        UNION ALL
                        SELECT a.member_no, g.prefix FROM gone g JOIN %s a ON a.into_no = g.member_no
                        """.formatted(instances, MemberRelations.merges("-1")))
                .params(parameters)
                .update();
        if (leaving > 0) {
            note(deeds.unsay(LEFT, service), moment);
        }
    }

    private void note(int taken, Moment moment) {
        if (taken > 0) {
            postgres.sql("""
                            INSERT INTO journey_history (instance_id, at, node, outcome)
                            SELECT %s, :now, split_part(key, ':', 4)::integer, :outcome FROM taken_back
                            """.formatted(instance("key")))
                    .param("now", moment.at())
                    .param("outcome", WITHDRAWN)
                    .update();
        }
    }
}
