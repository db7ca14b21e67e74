package io.guanxi.collect;

import io.guanxi.identity.ArrivedMembers;
import io.guanxi.lake.Lake;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tracked events in the order in which they were acknowledged, for modules that react to them within seconds. Imports do not
 * come this way: nothing is to react to the past.
 */
@Component
public class Arrivals {

    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final ArrivedMembers members;
    private final Lake lake;
    private final Clock clock;

    Arrivals(JdbcClient postgres, TransactionOperations transaction, ArrivedMembers members, Lake lake, Clock clock) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.members = members;
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * Hands the events after a consumer's offset over, and moves the offset in the same transaction as the consumer's effects:
     * each event is taken exactly once, also across a crash. Only events come that the lake has taken, so their members are
     * known. A new consumer begins with what comes.
     *
     * <p>The reaction finds them in the temporary table {@code arrived_event (position bigint, event text, ts timestamptz,
     * identifiers text, member_no integer, community text, amount numeric, quantity double precision, object text, properties
     * jsonb, source text)}; {@code member_no} is null where nobody is known.
     *
     * @param consumer name of who reacts
     * @param most at most so many events
     * @param reaction is told how many there are; what it throws rolls all back
     * @return how many events were passed; 0 where there are none, or where another process is at it
     */
    public int consume(String consumer, int most, IntConsumer reaction) {
        long end = lake.head().inboxPosition();
        Integer taken = transaction.execute(_ -> {
            postgres.sql("SET LOCAL idle_in_transaction_session_timeout = '30s'")
                    .update(); // who freezes loses the offset
            postgres.sql(
                            "INSERT INTO inbox_consumer (consumer, position, moved_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(consumer, end, now())
                    .update();
            Optional<Long> from = postgres.sql(
                            "SELECT position FROM inbox_consumer WHERE consumer = ? FOR UPDATE SKIP LOCKED")
                    .param(consumer)
                    .query(Long.class)
                    .optional();
            if (from.isEmpty() || from.get() >= end) {
                return 0;
            }
            int events = stage(from.get(), end, most);
            if (events > 0) {
                members.fill();
                reaction.accept(events);
            }
            long upTo = events == 0 ? end : last();
            postgres.sql("UPDATE inbox_consumer SET position = ?, moved_at = ? WHERE consumer = ?")
                    .params(upTo, now(), consumer)
                    .update();
            return events;
        });
        return taken == null ? 0 : taken;
    }

    /**
     * Takes a consumer off that reacts to nothing any more, so that the inbox keeps no events for it. Should it come back, it begins with
     * what comes then.
     *
     * @param consumer name of who reacted
     */
    public void leave(String consumer) {
        postgres.sql("DELETE FROM inbox_consumer WHERE consumer = ?")
                .param(consumer)
                .update();
    }

    private int stage(long after, long upTo, int most) {
        postgres.sql("""
                        CREATE TEMPORARY TABLE IF NOT EXISTS arrived_event (
                            position bigint, event text, ts timestamptz, identifiers text, member_no integer, community text,
                            amount numeric, quantity double precision, object text, properties jsonb, source text)
                        ON COMMIT DELETE ROWS
                        """).update();
        return postgres.sql("""
                        INSERT INTO arrived_event
                        SELECT position, event, ts, identifiers, NULL, community, amount, quantity, object,
                               CASE WHEN pg_input_is_valid(properties, 'jsonb') THEN properties::jsonb END, source
                        FROM inbox WHERE position > ? AND position <= ? ORDER BY position LIMIT ?
                        """).params(after, upTo, most).update();
    }

    private long last() {
        return postgres.sql("SELECT max(position) FROM arrived_event")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
