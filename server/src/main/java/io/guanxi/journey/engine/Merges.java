package io.guanxi.journey.engine;

import io.guanxi.identity.MemberRelations;
import io.guanxi.journey.graph.Outcome;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows members who turned out to be one: their instances are the survivor's; of two alike that live, the older stays. */
final class Merges {

    private static final String MERGES = MemberRelations.merges(":since");

    private final JdbcClient postgres;
    private final LongSupplier lastMerge;
    private final Moving moving;
    private final Silence silence;

    Merges(JdbcClient postgres, LongSupplier lastMerge, Moving moving, Silence silence) {
        this.postgres = postgres;
        this.lastMerge = lastMerge;
        this.moving = moving;
        this.silence = silence;
    }

    /** Follows what is new; in a transaction. */
    void follow(Moment moment) {
        long known = postgres.sql("SELECT alias_change FROM journey_position")
                .query(Long.class)
                .single();
        long now = lastMerge.getAsLong();
        if (now <= known) {
            return;
        }
        moving.begin();
        moving.end(
                postgres.sql(Moving.ending("""
                                SELECT id, :now::timestamptz AS at
                                FROM (SELECT i.id, row_number() OVER (PARTITION BY one.into_no, i.journey_id, i.key
                                                                      ORDER BY i.entered_at, i.id) AS place
                                      FROM (SELECT member_no, into_no FROM %1$s a
                                            UNION SELECT into_no, into_no FROM %1$s a) one
                                      JOIN journey_instance i ON i.member_no = one.member_no AND i.ended = 0) alike
                                WHERE place > 1
                                """.formatted(MERGES)))
                        .param("now", moment.at())
                        .param("since", known)
                        .param("outcome", Outcome.MERGED),
                () -> silence.merged(moment),
                moment);
        postgres.sql("UPDATE journey_instance i SET member_no = a.into_no FROM %s a WHERE i.member_no = a.member_no"
                        .formatted(MERGES))
                .param("since", known)
                .update();
        postgres.sql("UPDATE journey_position SET alias_change = ? WHERE alias_change < ?")
                .params(now, now)
                .update();
    }
}
