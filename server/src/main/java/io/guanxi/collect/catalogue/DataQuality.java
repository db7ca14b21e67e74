package io.guanxi.collect.catalogue;

import io.guanxi.lake.Lake;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DuckDb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is late, unknown, twice or broken, by source. Costs one scan of four columns of these days' files and two counts. */
@Service
class DataQuality {

    private static final long LATE_MICROS = 86_400_000_000L;

    private final Lake lake;
    private final DuckDb staging;
    private final JdbcClient postgres;
    private final Brand brand;
    private final Clock clock;
    private final List<String> standard;

    DataQuality(Lake lake, DuckDb staging, JdbcClient postgres, Brand brand, Clock clock) {
        this.lake = lake;
        this.staging = staging;
        this.postgres = postgres;
        this.brand = brand;
        this.clock = clock;
        this.standard = StandardEvent.all().stream().map(StandardEvent::event).toList();
    }

    private record InLake(String source, long events, long late, long unknown, Instant newest) {}

    private record Imported(String source, long duplicate, long rejected) {}

    private record Refused(String source, long malformed) {}

    /**
     * {@return the sources of the last days, the one with most events first}
     *
     * @param days how many, today included
     */
    List<SourceQuality> bySource(int days) {
        LocalDate since = brand.dayOf(clock.instant()).minusDays(days - 1L);
        Map<String, InLake> events = by(InLake::source, inLake(since));
        Map<String, Imported> imports = by(Imported::source, imported(since));
        Map<String, Refused> refused = by(Refused::source, refused(since));
        TreeSet<String> names = new TreeSet<>(events.keySet());
        names.addAll(imports.keySet());
        names.addAll(refused.keySet());
        List<SourceQuality> sources = new ArrayList<>();
        for (String name : names) {
            sources.add(together(name, events.get(name), imports.get(name), refused.get(name)));
        }
        sources.sort(Comparator.comparingLong(SourceQuality::events).reversed().thenComparing(SourceQuality::source));
        return sources;
    }

    private static SourceQuality together(
            String source, @Nullable InLake events, @Nullable Imported imports, @Nullable Refused refused) {
        return new SourceQuality(
                source,
                events == null ? 0 : events.events(),
                events == null ? 0 : events.late(),
                events == null ? 0 : events.unknown(),
                imports == null ? 0 : imports.duplicate(),
                imports == null ? 0 : imports.rejected(),
                refused == null ? 0 : refused.malformed(),
                events == null ? null : events.newest());
    }

    /** Names are looked up once each, and times compared as numbers: an interval after a time asks the calendar, row by row. */
    private List<InLake> inLake(LocalDate since) {
        return staging.client()
                .sql("""
                        SELECT source, CAST(sum(n) AS BIGINT) AS events, CAST(sum(late) AS BIGINT) AS late,
                               CAST(coalesce(sum(n) FILTER (WHERE event NOT IN (:standard)), 0) AS BIGINT) AS unknown,
                               max(newest) AS newest
                        FROM (SELECT source, event, count(*) AS n, max(received_at) AS newest,
                                     count(*) FILTER (WHERE epoch_us(received_at) > epoch_us(ts) + %d) AS late
                              FROM %s GROUP BY source, event) AS by_event
                        GROUP BY source
                        """.formatted(LATE_MICROS, lake.relation(day -> !day.isBefore(since))))
                .param("standard", standard)
                .query((row, number) -> new InLake(
                        row.getString("source"),
                        row.getLong("events"),
                        row.getLong("late"),
                        row.getLong("unknown"),
                        row.getObject("newest", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Imported> imported(LocalDate since) {
        return postgres.sql("""
                        SELECT source, CAST(sum(duplicate) AS bigint) AS duplicate, CAST(sum(rejected) AS bigint) AS rejected
                        FROM import WHERE state = 'DONE' AND created_at >= :since GROUP BY source
                        """)
                .param("since", begin(since))
                .query(Imported.class)
                .list();
    }

    private List<Refused> refused(LocalDate since) {
        return postgres.sql("""
                        SELECT source, count(*) AS malformed FROM malformed_event WHERE received_at >= :since GROUP BY source
                        """)
                .param("since", begin(since))
                .query(Refused.class)
                .list();
    }

    private OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(brand.zone()).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static <T> Map<String, T> by(Function<T, String> name, List<T> rows) {
        return rows.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
