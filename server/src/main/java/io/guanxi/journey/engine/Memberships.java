package io.guanxi.journey.engine;

import io.guanxi.audience.AudienceChange;
import io.guanxi.journey.engine.PublishedJourneys.Active;
import io.guanxi.journey.graph.Entry;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.Outcome;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reacts to who came into audiences and went out of them: whoever is in leaves first, then others enter. */
final class Memberships {

    private final JdbcClient postgres;
    private final PublishedJourneys published;
    private final Moving moving;
    private final Enrolment enrolment;
    private final Silence silence;

    Memberships(JdbcClient postgres, PublishedJourneys published, Moving moving, Enrolment enrolment, Silence silence) {
        this.postgres = postgres;
        this.published = published;
        this.moving = moving;
        this.enrolment = enrolment;
        this.silence = silence;
    }

    /** Reacts to one change; in its transaction. */
    void react(AudienceChange change, Moment moment) {
        for (Active version : published.active()) {
            for (Graph.ExitRule rule : version.published().graph().exitWhen()) {
                if (rule instanceof Graph.ExitByAudience(long audience, var how) && audience == change.audience()) {
                    leave(version.published(), who(change, how), moment);
                }
            }
            if (version.running()
                    && version.entered()
                    && version.published().graph().entry() instanceof Entry.ByAudience entry
                    && entry.audience() == change.audience()) {
                enter(version.published(), change.audience(), who(change, entry.change()), moment);
            }
        }
    }

    private void enter(Published version, long audience, RoaringBitmap members, Moment moment) {
        if (!members.isEmpty()) {
            enrolment.begin(version.journey(), audience, members, moment);
        }
    }

    private void leave(Published version, RoaringBitmap members, Moment moment) {
        if (members.isEmpty()) {
            return;
        }
        enrolment.leaveOut(version.journey(), members);
        moving.begin();
        moving.end(
                postgres.sql(Moving.ending("""
                                SELECT i.id, :now::timestamptz AS at
                                FROM unnest(:members::integer[]) AS m (member_no)
                                JOIN journey_instance i ON i.member_no = m.member_no
                                WHERE i.version_id = :version AND i.ended = 0
                                """))
                        .param("now", moment.at())
                        .param("members", members.toArray())
                        .param("version", version.id())
                        .param("outcome", Outcome.LEFT),
                moment);
        silence.left("""
                SELECT i.* FROM unnest(:members::integer[]) AS m (member_no)
                JOIN journey_instance i ON i.member_no = m.member_no WHERE i.version_id = :version
                """, Map.of("members", members.toArray(), "version", version.id()), moment);
    }

    private static RoaringBitmap who(AudienceChange change, Entry.Change how) {
        return switch (how) {
            case ENTERED -> change.entered();
            case LEFT -> change.left();
        };
    }
}
