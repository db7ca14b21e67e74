package io.guanxi.journey.store;

import io.guanxi.platform.Agenda;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose wait ends next, when a schedule lets members in, and which webhook is called; without journeys that do not get on. */
@Component
final class JourneyAgenda implements Agenda {

    private final JdbcClient postgres;

    JourneyAgenda(JdbcClient postgres) {
        this.postgres = postgres;
    }

    @Override
    public String name() {
        return "journeys";
    }

    @Override
    public Optional<Instant> next() {
        return postgres.sql("""
                        SELECT least(
                                   min(least(first.due_at, CASE WHEN j.version_id IS NOT NULL THEN j.next_at END)),
                                   (SELECT min(due_at) FROM journey_call WHERE state = 'WAITING'))
                        FROM journey j
                        LEFT JOIN LATERAL (SELECT due_at FROM journey_instance i
                                           WHERE i.journey_id = j.id AND i.due_at IS NOT NULL
                                           ORDER BY due_at LIMIT 1) first ON TRUE
                        WHERE j.state = 'RUNNING' AND j.deleted_at IS NULL AND j.trouble IS NULL
                        """)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
