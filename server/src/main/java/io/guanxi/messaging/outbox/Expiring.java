package io.guanxi.messaging.outbox;

import io.guanxi.platform.Brand;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What waits until it makes no sense any more is kept back, also where no claim ever comes by: the channel is not set up. */
@Component
@Profile("!worker")
class Expiring {

    private final JdbcClient postgres;
    private final Brand brand;
    private final Clock clock;

    Expiring(JdbcClient postgres, Brand brand, Clock clock) {
        this.postgres = postgres;
        this.brand = brand;
        this.clock = clock;
    }

    /** One statement; those that a claim holds at this moment are its own to judge. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void keepBack() {
        Instant now = clock.instant();
        postgres.sql("""
                        WITH found AS (
                            SELECT id FROM message
                            WHERE state IN ('WAITING', 'HELD') AND expires_at <= :now ORDER BY id FOR UPDATE SKIP LOCKED),
                        gone AS (
                            UPDATE message m SET state = 'SUPPRESSED', reason = 'EXPIRED' FROM found WHERE m.id = found.id
                            RETURNING m.id, m.channel, m.origin_kind, m.origin_id, m.origin_node),
                        noted AS (
                            INSERT INTO message_note (message_id, at, kind, reason)
                            SELECT id, :now, 'SUPPRESSED', 'EXPIRED' FROM gone)
                        INSERT INTO message_tally (day, channel, origin_kind, origin_id, origin_node, outcome, reason, messages)
                        SELECT :day, channel, origin_kind, origin_id, coalesce(origin_node, ''), 'SUPPRESSED', 'EXPIRED', count(*)
                        FROM gone GROUP BY channel, origin_kind, origin_id, origin_node
                        """)
                .param("now", MessageTable.at(now))
                .param("day", brand.dayOf(now))
                .update();
    }
}
