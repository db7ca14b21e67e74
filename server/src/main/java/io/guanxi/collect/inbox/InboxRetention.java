package io.guanxi.collect.inbox;

import io.guanxi.lake.Lake;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps one partition of the inbox a day (UTC), made ahead, and drops a day once it is older than the retention and the lake
 * and every consumer have taken all of it.
 */
@Component
class InboxRetention {

    private static final Logger log = LoggerFactory.getLogger(InboxRetention.class);
    private static final int DAYS_AHEAD = 2;
    private static final int DAYS_KEPT = 8;
    private static final int MALFORMED_DAYS_KEPT = 90;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final JdbcClient sql;
    private final Lake lake;
    private final Clock clock;

    InboxRetention(JdbcClient sql, Lake lake, Clock clock) {
        this.sql = sql;
        this.lake = lake;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void atStart() {
        keep();
    }

    @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
    void keep() {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            for (LocalDate day = today; !day.isAfter(today.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
                create(day);
            }
            LocalDate oldest = today.minusDays(DAYS_KEPT);
            partitions().stream().filter(day -> day.isBefore(oldest)).forEach(this::dropIfTaken);
            sql.sql("DELETE FROM event_key WHERE arrived < :oldest")
                    .param("oldest", oldest)
                    .update();
            sql.sql("DELETE FROM malformed_event WHERE received_at < :oldest")
                    .param(
                            "oldest",
                            today.minusDays(MALFORMED_DAYS_KEPT).atStartOfDay().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataAccessException e) {
            log.warn("the inbox could not be tidied; trying again in an hour: {}", e.getMessage());
        }
    }

    private void create(LocalDate day) {
        if (!partitions().contains(day)) {
            sql.sql("CREATE TABLE inbox_%s PARTITION OF inbox FOR VALUES FROM ('%s 00:00:00+00') TO ('%s 00:00:00+00')"
                            .formatted(SUFFIX.format(day), day, day.plusDays(1)))
                    .update();
        }
    }

    private void dropIfTaken(LocalDate day) {
        String partition = "inbox_" + SUFFIX.format(day);
        long last = sql.sql("SELECT coalesce(max(position), 0) FROM " + partition)
                .query(Long.class)
                .single();
        long passed = sql.sql("SELECT coalesce(min(position), :taken) FROM inbox_consumer")
                .param("taken", lake.head().inboxPosition())
                .query(Long.class)
                .single();
        if (last <= Math.min(passed, lake.head().inboxPosition())) {
            sql.sql("DROP TABLE " + partition).update();
        }
    }

    private List<LocalDate> partitions() {
        return sql.sql("""
                        SELECT to_date(substr(c.relname, 7), 'YYYYMMDD') FROM pg_inherits i
                        JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
                        WHERE p.relname = 'inbox' AND c.relname ~ '^inbox_[0-9]{8}$'
                        """).query(LocalDate.class).list();
    }
}
