package io.guanxi.value.member;

import io.guanxi.access.Masking;
import io.guanxi.identity.MemberSearch;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeAppend;
import io.guanxi.lake.LakeFile;
import io.guanxi.lake.LakeHistory;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A member's events, newest first, from the lake. {@code member_day} tells on which days there are any, so only the files of
 * the days needed for a page are opened, besides those which the mart has not followed yet.
 */
@Component
public class Timeline {

    private static final String SELECT = """
            SELECT event_id, event, ts, community, amount, currency, quantity, object, properties, source
            FROM %s AS events
            WHERE member_no IN (:numbers) AND (ts, event_id) < (CAST(:ts AS TIMESTAMPTZ), :id)
              AND ts >= CAST(:since AS TIMESTAMPTZ) AND (:every OR event IN (:events))
            ORDER BY ts DESC, event_id DESC
            LIMIT :most
            """;

    private static final Instant EARLIEST = Instant.parse("0001-01-03T00:00:00Z");

    private final Mart mart;
    private final Lake lake;
    private final MemberSearch search;
    private final Masking masking;
    private final Brand brand;
    private final JsonMapper json;

    Timeline(Mart mart, Lake lake, MemberSearch search, Masking masking, Brand brand, JsonMapper json) {
        this.mart = mart;
        this.lake = lake;
        this.search = search;
        this.masking = masking;
        this.brand = brand;
        this.json = json;
    }

    /**
     * {@return some events before a moment, newest first}
     *
     * @param no a live member
     * @param before the moment, or null for now and ever
     * @param since only events from this moment on, or null for all
     * @param events only events of these names; empty for all
     * @param limit at most so many
     */
    public List<TimelineEvent> before(
            int no, @Nullable Moment before, @Nullable Instant since, List<String> events, int limit) {
        List<Integer> numbers = search.numbersOf(no);
        Moment moment = before == null ? Moment.LAST : before;
        Instant from = since == null ? EARLIEST : since;
        Set<LocalDate> fresh = freshDays();
        fresh.removeIf(day -> day.isBefore(brand.dayOf(from)));
        List<BusyDay> days = busyDays(numbers, events, brand.dayOf(from), brand.dayOf(moment.ts()));
        List<TimelineEvent> found = new ArrayList<>();
        int next = 0;
        do {
            Set<LocalDate> chosen = new HashSet<>(fresh);
            long expected = found.size();
            while (next < days.size() && expected < limit) {
                expected += days.get(next).events();
                chosen.add(days.get(next++).day());
            }
            // a fresh file may hold a day long past: it waits until the days in between are read
            LocalDate reached = next < days.size() ? days.get(next - 1).day() : LocalDate.MIN;
            read(numbers, events, chosen, from, moment, limit - found.size()).stream()
                    .filter(event -> !brand.dayOf(event.ts()).isBefore(reached))
                    .forEach(found::add);
            moment = found.isEmpty() ? moment : Moment.of(found.getLast());
        } while (found.size() < limit && next < days.size());
        return found;
    }

    /** Days of files which the mart has not taken yet. */
    private Set<LocalDate> freshDays() {
        Set<LocalDate> days = new HashSet<>();
        for (LakeAppend append :
                lake.after(mart.position().sequence()).map(LakeHistory::appends).orElse(List.of())) {
            append.files().stream().map(LakeFile::day).forEach(days::add);
        }
        return days;
    }

    private record BusyDay(LocalDate day, long events) {}

    private List<BusyDay> busyDays(List<Integer> numbers, List<String> events, LocalDate first, LocalDate last) {
        return mart.sql()
                .sql("""
                        SELECT day, CAST(sum(n) AS BIGINT) AS events
                        FROM member_day
                        WHERE member_no IN (:numbers) AND day BETWEEN :first AND :last
                          AND (:every OR event_no IN (SELECT event_no FROM event_name WHERE event IN (:events)))
                        GROUP BY day
                        ORDER BY day DESC""")
                .param("numbers", numbers)
                .param("first", first)
                .param("last", last)
                .param("every", events.isEmpty())
                .param("events", events.isEmpty() ? List.of("") : events)
                .query((row, i) -> new BusyDay(row.getObject("day", LocalDate.class), row.getLong("events")))
                .list();
    }

    private List<TimelineEvent> read(
            List<Integer> numbers, List<String> events, Set<LocalDate> days, Instant since, Moment before, int most) {
        JdbcClient.StatementSpec statement = mart.sql().sql(SELECT.formatted(lake.relation(days::contains)));
        return statement
                .param("numbers", numbers)
                .param("since", since.toString())
                .param("ts", before.ts().toString())
                .param("id", before.eventId())
                .param("every", events.isEmpty())
                .param("events", events.isEmpty() ? List.of("") : events)
                .param("most", most)
                .query((row, i) -> event(row))
                .list();
    }

    private TimelineEvent event(ResultSet row) throws SQLException {
        String properties = row.getString("properties");
        double quantity = row.getDouble("quantity");
        boolean pieces = !row.wasNull();
        return new TimelineEvent(
                row.getString("event_id"),
                row.getString("event"),
                row.getObject("ts", OffsetDateTime.class).toInstant(),
                row.getString("community"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                pieces ? quantity : null,
                row.getString("object"),
                properties == null ? null : json.readTree(masking.properties(properties)),
                row.getString("source"));
    }

    /**
     * A place in a time-line.
     *
     * @param ts when
     * @param eventId which of the events then
     */
    public record Moment(Instant ts, String eventId) {

        static final Moment LAST = new Moment(
                OffsetDateTime.of(9999, 12, 30, 0, 0, 0, 0, ZoneOffset.UTC).toInstant(), "");

        /**
         * {@return where an event stands}
         *
         * @param event the event
         */
        public static Moment of(TimelineEvent event) {
            return new Moment(event.ts(), event.eventId());
        }
    }
}
