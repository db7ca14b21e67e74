package io.guanxi.access;

import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit trail: who did or saw what, when, from where. Rows are never changed, and removed only by {@link AuditRetention}. Subjects and details name things by
 * number ({@code member:17}), never by personal data, so that erasing a person leaves nothing here.
 */
@Component
public class Audit {

    private static final String INSERT = """
            INSERT INTO audit (at, actor_kind, actor, address, action, subject, detail)
            VALUES (:at, :kind, :actor, :address, :action, :subject, :detail::jsonb)
            """;

    // Committed without waiting for the disk: a view costs one round trip. A killed server loses none of these,
    // a crash of PostgreSQL or of the machine at most the last second's.
    private static final String INSERT_VIEW = """
            WITH relaxed AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS done)
            INSERT INTO audit (at, actor_kind, actor, address, action, subject, detail)
            SELECT :at, :kind, :actor, :address, :action, :subject, :detail::jsonb FROM relaxed WHERE done = 'off'
            """;

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, CurrentUser currentUser, JsonMapper json, @RealTime Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records what the current user does; inside a transaction, the row stands or falls with it.
     *
     * @param action dotted fact, e.g. {@code member.erased}
     * @param subject {@code kind:number}, e.g. {@code member:17}
     * @param detail figures and choices, no personal data
     */
    public void record(String action, String subject, Map<String, ?> detail) {
        record(currentUser.actor(), action, subject, detail);
    }

    /**
     * Records what someone else than the current user did, e.g. whoever started the work that ends now.
     *
     * @param actor who
     * @param action dotted fact
     * @param subject {@code kind:number}
     * @param detail figures and choices, no personal data
     */
    public void record(Actor actor, String action, String subject, Map<String, ?> detail) {
        insert(INSERT, actor, action, subject, detail);
    }

    /**
     * Records that the current user looked at something. Cheap; call it outside a transaction.
     *
     * @param subject {@code kind:number}, e.g. {@code member:17}
     */
    public void viewed(String subject) {
        String action = subject.substring(0, Math.max(subject.indexOf(':'), 0)) + ".viewed";
        insert(INSERT_VIEW, currentUser.actor(), action, subject, Map.of());
    }

    /**
     * Records that the current user looked through a list that names people; whoever sees them masked leaves no row. As cheap as
     * {@link #viewed}.
     *
     * @param action dotted fact, e.g. {@code members.viewed}
     * @param subject {@code kind:number}
     * @param detail figures and choices, no personal data
     */
    public void viewedList(String action, String subject, Map<String, ?> detail) {
        if (currentUser.maySeePersonalData()) {
            insert(INSERT_VIEW, currentUser.actor(), action, subject, detail);
        }
    }

    private void insert(String sql, Actor actor, String action, String subject, Map<String, ?> detail) {
        jdbc.sql(sql)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("kind", actor.kind().name())
                .param("actor", actor.name())
                .param("address", actor.address())
                .param("action", action)
                .param("subject", subject)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }
}
