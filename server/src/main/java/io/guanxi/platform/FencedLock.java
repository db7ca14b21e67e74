package io.guanxi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An advisory lock of PostgreSQL that every process takes for a moment, until its transaction ends. Who has waited for
 * {@code longestFreeze} while one and the same session held it ends that session: its process is frozen or cut off. No time-out
 * of PostgreSQL does so everywhere, for within a copy from the client none of them is looked at.
 */
public final class FencedLock {

    /** Far longer than what is done under such a lock. */
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(30);

    private final String order;

    /**
     * A lock.
     *
     * @param key its key, the same in every process
     */
    public FencedLock(long key) {
        this(key, LONGEST_FREEZE);
    }

    /**
     * A lock.
     *
     * @param key its key, the same in every process
     * @param longestFreeze how long one session may keep another waiting
     */
    public FencedLock(long key, Duration longestFreeze) {
        this.order = """
                DO $$
                DECLARE
                    holder integer;
                BEGIN
                    IF NOT pg_try_advisory_xact_lock(%1$d) THEN
                        SELECT pid INTO holder FROM pg_locks
                        WHERE locktype = 'advisory' AND granted AND objsubid = 1
                          AND (classid::bigint << 32 | objid::bigint) = %1$d;
                        SET LOCAL lock_timeout = '%2$dms';
                        BEGIN
                            PERFORM pg_advisory_xact_lock(%1$d);
                        EXCEPTION WHEN lock_not_available THEN
                            PERFORM pg_terminate_backend(pid, 5000) FROM pg_locks
                            WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid = holder
                              AND (classid::bigint << 32 | objid::bigint) = %1$d;
                            PERFORM pg_advisory_xact_lock(%1$d);
                        END;
                        SET LOCAL lock_timeout TO DEFAULT;
                    END IF;
                END $$""".formatted(key, longestFreeze.toMillis());
    }

    /**
     * Takes the lock in the connection's transaction, as soon as it is to be had.
     *
     * @throws SQLException where the database fails, or others keep the lock still
     */
    public void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    /** Takes the lock in the thread's transaction, as soon as it is to be had. */
    public void take(JdbcClient postgres) {
        postgres.sql(order).update();
    }
}
