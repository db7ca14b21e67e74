package io.guanxi.messaging.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members have got lately; one statement for a batch. */
@Component
class Past {

    private final JdbcClient postgres;

    Past(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** That a member got, or may have got, something. */
    record Occasion(long messageId, Instant at) {}

    /** That a channel does not reach a member: at an address, or, where that is null, at none. */
    record Blocked(int memberNo, String channel, @Nullable String address) {}

    /** {@return who is blocked where} */
    Set<Blocked> blocked(Map<Integer, Integer> numbers) {
        Set<Blocked> blocked = new HashSet<>();
        postgres.sql("SELECT member_no, channel, address FROM message_block WHERE member_no = ANY (?)")
                .param(numbers.keySet().toArray(Integer[]::new))
                .query(row -> {
                    blocked.add(new Blocked(
                            numbers.getOrDefault(row.getInt(1), row.getInt(1)), row.getString(2), row.getString(3)));
                });
        return blocked;
    }

    /**
     * {@return what members got since a moment, by live member; what is on its way counts, and what is in doubt}
     *
     * @param numbers every number of the members, with the live member
     * @param counted which messages
     * @param since the moment, exclusive
     * @param most at most so many a number, the latest
     */
    Map<Integer, List<Occasion>> latest(Map<Integer, Integer> numbers, Rule.Applies counted, Instant since, int most) {
        Map<Integer, List<Occasion>> latest = new HashMap<>();
        postgres.sql("""
                        SELECT asked.no, got.id, got.at
                        FROM unnest(:numbers::integer[]) AS asked (no)
                        CROSS JOIN LATERAL (
                            SELECT id, greatest(admitted_at, sent_at) AS at
                            FROM message
                            WHERE member_no = asked.no
                              AND admitted_at > :since - INTERVAL '1 day' AND greatest(admitted_at, sent_at) > :since
                              AND (state IN ('SENDING', 'SENT') OR doubted_at IS NOT NULL)
                              AND (cardinality(:channels::text[]) = 0 OR channel = ANY (:channels::text[]))
                              AND (cardinality(:categories::text[]) = 0 OR category = ANY (:categories::text[]))
                              AND category <> ALL (:except::text[])
                            ORDER BY greatest(admitted_at, sent_at) DESC
                            LIMIT :most) got
                        """)
                .param("numbers", numbers.keySet().toArray(Integer[]::new))
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("channels", counted.channels().toArray(String[]::new))
                .param("categories", counted.categories().toArray(String[]::new))
                .param("except", counted.exceptCategories().toArray(String[]::new))
                .param("most", most)
                .query(row -> {
                    int no = row.getInt(1);
                    latest.computeIfAbsent(numbers.getOrDefault(no, no), _ -> new ArrayList<>())
                            .add(new Occasion(
                                    row.getLong(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant()));
                });
        return latest;
    }

    /**
     * {@return the highest priority of what members got since a moment or what waits for them up to another, by live member}
     * What will not be said soon is nothing to wait for: what expires before, and what waits on a channel that is not set up.
     *
     * @param numbers every number of the members, with the live member
     * @param ready names of the channels that are set up
     * @param now when
     * @param within how long before and after that
     */
    Map<Integer, Integer> highestPriority(
            Map<Integer, Integer> numbers, Set<String> ready, Instant now, Duration within) {
        Map<Integer, Integer> highest = new HashMap<>();
        postgres.sql("""
                        SELECT member_no, max(priority)
                        FROM (SELECT member_no, priority FROM message
                              WHERE member_no = ANY (:numbers::integer[]) AND state = 'WAITING' AND due_at <= :upTo
                                AND channel = ANY (:ready::text[]) AND (expires_at IS NULL OR expires_at > greatest(due_at, :now))
                              UNION ALL
                              SELECT member_no, priority FROM message
                              WHERE member_no = ANY (:numbers::integer[]) AND admitted_at > :since
                                AND state IN ('SENDING', 'SENT')) near
                        GROUP BY member_no
                        """)
                .param("numbers", numbers.keySet().toArray(Integer[]::new))
                .param("ready", ready.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("since", OffsetDateTime.ofInstant(now.minus(within), ZoneOffset.UTC))
                .param("upTo", OffsetDateTime.ofInstant(now.plus(within), ZoneOffset.UTC))
                .query(row -> {
                    int no = row.getInt(1);
                    highest.merge(numbers.getOrDefault(no, no), row.getInt(2), Math::max);
                });
        return highest;
    }
}
