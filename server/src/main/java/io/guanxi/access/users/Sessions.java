package io.guanxi.access.users;

import io.guanxi.access.keys.Secret;
import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Logins, kept in PostgreSQL: a restart or another server keeps everyone logged in. */
@Component
public class Sessions {

    /** How long a login lasts at most. */
    public static final Duration LONGEST = Duration.ofDays(14);

    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, @RealTime Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @param userId whose
     * @param address where from
     * @return the token for the cookie; only its hash is kept
     */
    public String begin(long userId, String address) {
        String token = Secret.random("");
        jdbc.sql("""
                        WITH login AS (UPDATE access_user SET last_login_at = :now WHERE id = :user)
                        INSERT INTO access_session (token_hash, user_id, address, created_at, last_seen_at)
                        VALUES (:hash, :user, :address, :now, :now)
                        """)
                .param("hash", Secret.hash(token))
                .param("user", userId)
                .param("address", address)
                .param("now", at(clock.instant()))
                .update();
        return token;
    }

    /**
     * {@return whose session the token is, or empty when it has ended}
     *
     * @param token from the cookie
     */
    public Optional<User> userOf(String token) {
        record Seen(User user, Instant lastSeen) {}
        Instant now = clock.instant();
        byte[] hash = Secret.hash(token);
        Optional<Seen> seen = jdbc.sql("""
                        SELECT u.id, u.username, u.role, u.locale, u.created_at, u.last_login_at, u.wecom_employee, s.last_seen_at
                        FROM access_session s JOIN access_user u ON u.id = s.user_id
                        WHERE s.token_hash = :hash AND s.created_at > :oldest AND s.last_seen_at > :idle
                        """)
                .param("hash", hash)
                .param("oldest", at(now.minus(LONGEST)))
                .param("idle", at(now.minus(IDLE)))
                .query((row, i) -> new Seen(
                        UserTable.user(row),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .optional();
        seen.filter(session -> session.lastSeen().isBefore(now.minus(TOUCH))).ifPresent(session -> touch(hash, now));
        return seen.map(Seen::user);
    }

    /**
     * Ends one session.
     *
     * @param token from the cookie
     */
    public void end(String token) {
        jdbc.sql("DELETE FROM access_session WHERE token_hash = :hash")
                .param("hash", Secret.hash(token))
                .update();
    }

    /**
     * Ends all sessions of a user.
     *
     * @param userId whose
     */
    public void endAll(long userId) {
        jdbc.sql("DELETE FROM access_session WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    private void touch(byte[] hash, Instant now) {
        jdbc.sql("UPDATE access_session SET last_seen_at = :now WHERE token_hash = :hash")
                .param("now", at(now))
                .param("hash", hash)
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void sweep() {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM access_session WHERE created_at < :oldest OR last_seen_at < :idle")
                .param("oldest", at(now.minus(LONGEST)))
                .param("idle", at(now.minus(IDLE)))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
