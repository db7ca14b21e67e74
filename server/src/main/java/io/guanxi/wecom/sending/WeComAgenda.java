package io.guanxi.wecom.sending;

import io.guanxi.platform.Agenda;
import io.guanxi.wecom.client.WeComSettings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Callbacks to work off, messages that wait for their task, and tasks to ask after. */
@Component
final class WeComAgenda implements Agenda {

    private final JdbcClient postgres;
    private final WeComSettings settings;

    WeComAgenda(JdbcClient postgres, WeComSettings settings) {
        this.postgres = postgres;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "wecom";
    }

    @Override
    public Optional<Instant> next() {
        if (!settings.ready()) {
            return Optional.empty();
        }
        return postgres.sql("""
                        SELECT least((SELECT min(due_at) FROM wecom_callback WHERE done_at IS NULL),
                                     (SELECT min(due_at) FROM wecom_task_message WHERE task IS NULL AND done_at IS NULL),
                                     (SELECT min(due_at) FROM wecom_task WHERE state IN ('CALLING', 'ASKING')))
                        """)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
