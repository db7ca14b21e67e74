package io.guanxi.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rate limit of each channel: one bucket for all servers, in the table {@code message_pace}. It holds a tenth of a second's
 * messages and fills at nine tenths of the rate, so that no second ever has more than the rate.
 */
@Component
class Pace {

    /** Clocks of servers differ by less; one that is behind by more was set back. */
    private static final Duration APART = Duration.ofSeconds(10);

    private final JdbcClient postgres;

    Pace(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * What may be taken.
     *
     * @param messages how many now
     * @param next how long until there is one more
     */
    record Room(int messages, Duration next) {}

    /** {@return how many may be taken now; the caller is the only one who asks} */
    Room room(String channel, double perSecond, Instant now) {
        double full = Math.max(1, perSecond / 10);
        // A bucket of an hour to come would not fill for an hour.
        postgres.sql("UPDATE message_pace SET at = :now WHERE channel = :channel AND at > :apart")
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("channel", channel)
                .param("apart", OffsetDateTime.ofInstant(now.plus(APART), ZoneOffset.UTC))
                .update();
        double tokens = postgres.sql("SELECT tokens, at FROM message_pace WHERE channel = ?")
                .param(channel)
                .query((row, _) -> {
                    Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                    double seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
                    return Math.min(full, row.getDouble(1) + seconds * perSecond * 0.9);
                })
                .optional()
                .orElse(full);
        int messages = (int) tokens;
        return new Room(
                messages, Duration.ofNanos((long) Math.ceil((messages + 1 - tokens) / (perSecond * 0.9) * 1e9)));
    }

    /** Takes some of what {@link #room} gave. */
    void take(String channel, double perSecond, Instant now, int taken) {
        double full = Math.max(1, perSecond / 10);
        postgres.sql("""
                        INSERT INTO message_pace (channel, tokens, at) VALUES (:channel, :full - :taken, :now)
                        ON CONFLICT (channel) DO UPDATE
                        SET tokens = least(:full, message_pace.tokens
                                   + greatest(0, extract(epoch FROM :now - message_pace.at)) * :rate) - :taken,
                            at = greatest(message_pace.at, :now)
                        """)
                .param("channel", channel)
                .param("full", full)
                .param("taken", (double) taken)
                .param("rate", perSecond * 0.9)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
