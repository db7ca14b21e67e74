package io.guanxi.wecom.livecode;

import io.guanxi.identity.MemberRelations;
import io.guanxi.platform.Page;
import io.guanxi.wecom.contact.AddWay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the newcomers are that the figure of the silent ones counts, and whose contacts they are. */
@Component
class SilentNewcomers {

    private static final int WAYS = 1_000;

    private final JdbcClient postgres;
    private final Clock clock;

    SilentNewcomers(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    /**
     * A newcomer who has said nothing one to one.
     *
     * @param member their number
     * @param name as they call themselves in WeCom
     * @param since when they first came
     * @param guides whose contact they are: names of employees, or their ids
     * @param liveCodes by which they came, where it was by live codes
     */
    record SilentNewcomer(int member, String name, Instant since, List<String> guides, List<String> liveCodes) {}

    /**
     * {@return those who are silent, as {@link Onboarding} counts them}
     *
     * @param days who came within so many
     * @param path by this path alone, or null
     * @param liveCode by this live code alone, or null
     * @param after members of higher numbers than this
     * @param most at most so many
     */
    Page<SilentNewcomer> page(int days, @Nullable String path, @Nullable Long liveCode, int after, int most) {
        Instant now = clock.instant();
        List<SilentNewcomer> found = postgres.sql("""
                        SELECT o.member_no, max(w.name), min(o.since),
                               array_agg(DISTINCT coalesce(e.name, o.employee)) FILTER (WHERE o.ended_at IS NULL),
                               coalesce(array_agg(DISTINCT l.name) FILTER (WHERE l.name IS NOT NULL), '{}')
                        FROM %s o
                        JOIN wecom_customer w ON w.external_userid = o.external_userid
                        LEFT JOIN wecom_live_code l ON l.state = o.state
                        LEFT JOIN wecom_employee e ON e.employee = o.employee
                        WHERE o.member_no > :after
                              AND (:path::text IS NULL OR l.channel = :path
                                   OR (l.channel IS NULL AND o.add_way = ANY (:ways::integer[])))
                              AND (:code::bigint IS NULL OR l.id = :code)
                        GROUP BY o.member_no
                        HAVING bool_and(o.talked_at IS NULL) AND bool_or(o.since < :silent AND o.ended_at IS NULL)
                        ORDER BY o.member_no LIMIT :most
                        """.formatted(MemberRelations.owners("""
                                (SELECT external_userid, employee, state, add_way, since, ended_at, talked_at,
                                        'external_userid' AS kind, external_userid AS key
                                 FROM wecom_contact WHERE since > :since)""")))
                .param("after", after)
                .param("path", path)
                .param("ways", ways(path))
                .param("code", liveCode)
                .param("silent", LiveCodeTable.at(now.minus(Onboarding.TAKEN_UP_WITHIN)))
                .param("since", LiveCodeTable.at(now.minus(Duration.ofDays(days))))
                .param("most", most + 1)
                .query((row, _) -> new SilentNewcomer(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray(4).getArray()),
                        List.of((String[]) row.getArray(5).getArray())))
                .list();
        return found.size() <= most
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, most),
                        Integer.toString(found.get(most - 1).member()));
    }

    private static Integer[] ways(@Nullable String path) {
        return path == null
                ? new Integer[0]
                : IntStream.range(0, WAYS)
                        .filter(way -> AddWay.word(way).equals(path))
                        .boxed()
                        .toArray(Integer[]::new);
    }
}
