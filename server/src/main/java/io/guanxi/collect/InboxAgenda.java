package io.guanxi.collect;

import io.guanxi.lake.Lake;
import io.guanxi.platform.Agenda;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events that are acknowledged, and that the lake or who reacts to events has yet to take. */
@Component
final class InboxAgenda implements Agenda {

    private final JdbcClient postgres;
    private final Lake lake;

    InboxAgenda(JdbcClient postgres, Lake lake) {
        this.postgres = postgres;
        this.lake = lake;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Optional<Instant> next() {
        boolean behind = postgres.sql("""
                        SELECT EXISTS (SELECT FROM inbox WHERE position > least(:taken, (SELECT min(position) FROM inbox_consumer)))
                        """)
                .param("taken", lake.head().inboxPosition())
                .query(Boolean.class)
                .single();
        return behind ? Optional.of(AT_ONCE) : Optional.empty();
    }
}
