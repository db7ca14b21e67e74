package io.guanxi.messaging.outbox;

import io.guanxi.messaging.channel.Channels;
import io.guanxi.platform.Agenda;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which message is due next; what waits on a channel that is not set up waits for nothing that time brings. */
@Component
final class MessageAgenda implements Agenda {

    private final JdbcClient postgres;
    private final Channels channels;

    MessageAgenda(JdbcClient postgres, Channels channels) {
        this.postgres = postgres;
        this.channels = channels;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Optional<Instant> next() {
        boolean sending = postgres.sql("SELECT EXISTS (SELECT FROM message WHERE state = 'SENDING')")
                .query(Boolean.class)
                .single();
        if (sending) {
            return Optional.of(AT_ONCE);
        }
        return postgres.sql("SELECT min(due_at) FROM message WHERE state = 'WAITING' AND channel = ANY (?)")
                .param(channels.ready().toArray(String[]::new))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
