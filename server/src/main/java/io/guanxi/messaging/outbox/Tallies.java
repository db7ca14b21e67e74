package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Messages.Tally;
import io.guanxi.platform.Brand;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The table {@code message_tally}: counted in the transaction of what is counted, one statement a batch. Every batch appends its
 * own sums, so that nobody waits for a row of figures; they are folded now and then.
 */
@Component
public class Tallies {

    private final JdbcClient postgres;
    private final Brand brand;
    private final Clock clock;

    Tallies(JdbcClient postgres, Brand brand, Clock clock) {
        this.postgres = postgres;
        this.brand = brand;
        this.clock = clock;
    }

    /** One thing that is counted. */
    record Counted(
            String channel, String originKind, String originId, String originNode, String outcome, String reason) {}

    /** Counts a batch's doings. */
    static final class Count {
        private final Map<Counted, Long> counts = new HashMap<>();

        void add(Counted counted) {
            add(counted, 1);
        }

        void add(Counted counted, long messages) {
            if (messages > 0) {
                counts.merge(counted, messages, Long::sum);
            }
        }
    }

    void add(Count count, Instant now) {
        if (count.counts.isEmpty()) {
            return;
        }
        List<Counted> keys = List.copyOf(count.counts.keySet());
        postgres.sql("""
                        INSERT INTO message_tally (day, channel, origin_kind, origin_id, origin_node, outcome, reason, messages)
                        SELECT :day, channel, kind, id, node, outcome, reason, messages
                        FROM unnest(:channels::text[], :kinds::text[], :ids::text[], :nodes::text[], :outcomes::text[],
                                    :reasons::text[], :counts::bigint[])
                             AS counted (channel, kind, id, node, outcome, reason, messages)
                        """)
                .param("day", brand.dayOf(now))
                .param("channels", keys.stream().map(Counted::channel).toArray(String[]::new))
                .param("kinds", keys.stream().map(Counted::originKind).toArray(String[]::new))
                .param("ids", keys.stream().map(Counted::originId).toArray(String[]::new))
                .param("nodes", keys.stream().map(Counted::originNode).toArray(String[]::new))
                .param("outcomes", keys.stream().map(Counted::outcome).toArray(String[]::new))
                .param("reasons", keys.stream().map(Counted::reason).toArray(String[]::new))
                .param("counts", keys.stream().map(count.counts::get).toArray(Long[]::new))
                .update();
    }

    /** One row for each thing counted on a day again. Nothing is counted on days that are over, but for what was begun in them. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void fold() {
        postgres.sql("""
                        WITH several AS (
                            SELECT day, channel, origin_kind, origin_id, origin_node, outcome, reason FROM message_tally
                            WHERE day >= :since GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING count(*) > 1),
                        gone AS (
                            DELETE FROM message_tally t USING several s
                            WHERE (t.day, t.channel, t.origin_kind, t.origin_id, t.origin_node, t.outcome, t.reason)
                                = (s.day, s.channel, s.origin_kind, s.origin_id, s.origin_node, s.outcome, s.reason)
                            RETURNING t.*)
                        INSERT INTO message_tally (day, channel, origin_kind, origin_id, origin_node, outcome, reason, messages)
                        SELECT day, channel, origin_kind, origin_id, origin_node, outcome, reason, sum(messages)
                        FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7
                        """)
                .param("since", brand.dayOf(clock.instant()).minusDays(2))
                .update();
    }

    /** From when, inclusive, and up to when, exclusive. */
    record Days(Instant from, Instant upTo) {}

    /** {@return the days on which an origin, or one place of it, wanted something said; none is no time at all} */
    Days days(String kind, String id, @Nullable String node) {
        return postgres.sql("""
                        SELECT min(day), max(day) FROM message_tally
                        WHERE origin_kind = :kind AND origin_id = :id AND outcome = 'INTENDED'
                          AND (:node::text IS NULL OR origin_node = :node)""")
                .param("kind", kind)
                .param("id", id)
                .param("node", node, Types.VARCHAR)
                .query((row, _) -> {
                    LocalDate first = row.getObject(1, LocalDate.class);
                    LocalDate last = row.getObject(2, LocalDate.class);
                    return first == null || last == null
                            ? new Days(Instant.EPOCH, Instant.EPOCH)
                            : new Days(start(first), start(last.plusDays(1)));
                })
                .single();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(brand.zone()).toInstant();
    }

    /** {@return messages of an origin by node and outcome} */
    List<Tally> of(String kind, String id) {
        return postgres.sql("""
                        SELECT origin_node, outcome, reason, sum(messages)::bigint FROM message_tally
                        WHERE origin_kind = ? AND origin_id = ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""")
                .params(kind, id)
                .query((row, _) -> new Tally(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    /**
     * How often something happened on a day.
     *
     * @param day the brand's
     * @param channel on which
     * @param outcome what
     * @param reason why; empty where the outcome says it all
     * @param messages how many
     */
    public record DayTally(LocalDate day, String channel, String outcome, String reason, long messages) {}

    /** {@return messages by day, channel and outcome, since a day} */
    List<DayTally> since(LocalDate day) {
        return postgres.sql("""
                        SELECT day, channel, outcome, reason, sum(messages)::bigint FROM message_tally
                        WHERE day >= ? GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""")
                .param(day)
                .query((row, _) -> new DayTally(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)))
                .list();
    }
}
