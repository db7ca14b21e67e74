package io.guanxi.access;

import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes audit rows that are older than the trail is kept, once a day, and records that it did and how many. */
@Component
class AuditRetention {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final AuditSettings settings;
    private final Clock clock;

    AuditRetention(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Audit audit,
            AuditSettings settings,
            @RealTime Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 86_400_000)
    void expire() {
        Instant before = clock.instant().minus(settings.keep());
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("SELECT set_config('guanxi.audit_expiry', 'on', true)")
                    .query(String.class)
                    .single();
            int removed = jdbc.sql("DELETE FROM audit WHERE at < :before")
                    .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                    .update();
            if (removed > 0) {
                audit.record(
                        Actor.SYSTEM, "audit.expired", "audit:0", Map.of("rows", removed, "before", before.toString()));
            }
        });
    }
}
