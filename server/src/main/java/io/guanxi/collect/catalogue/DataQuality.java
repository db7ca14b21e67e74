package io.guanxi.collect.catalogue;

import io.guanxi.platform.Brand;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is late, unknown, twice or broken, by source. Costs three sums in PostgreSQL, and the counting of files that are new. */
@Service
class DataQuality {

    private final EventVolumes volumes;
    private final JdbcClient postgres;
    private final Brand brand;
    private final Clock clock;
    private final Set<String> standard;

    DataQuality(EventVolumes volumes, JdbcClient postgres, Brand brand, Clock clock) {
        this.volumes = volumes;
        this.postgres = postgres;
        this.brand = brand;
        this.clock = clock;
        this.standard = StandardEvent.all().stream().map(StandardEvent::event).collect(Collectors.toUnmodifiableSet());
    }

    private record InLake(long events, long late, long unknown, Instant newest) {}

    private record Imported(String source, long duplicate, long rejected) {}

    private record Refused(String source, long malformed) {}

    /**
     * {@return the sources of the last days, the one with most events first}
     *
     * @param days how many, today included
     */
    List<SourceQuality> bySource(int days) {
        LocalDate since = brand.dayOf(clock.instant()).minusDays(days - 1L);
        Map<String, InLake> events = volumes.bySource(since).stream()
                .collect(Collectors.groupingBy(
                        EventVolumes.OfSource::source,
                        Collectors.collectingAndThen(Collectors.toList(), this::inLake)));
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

    private InLake inLake(List<EventVolumes.OfSource> names) {
        return new InLake(
                names.stream().mapToLong(EventVolumes.OfSource::count).sum(),
                names.stream().mapToLong(EventVolumes.OfSource::late).sum(),
                names.stream()
                        .filter(name -> !standard.contains(name.event()))
                        .mapToLong(EventVolumes.OfSource::count)
                        .sum(),
                names.stream()
                        .map(EventVolumes.OfSource::newest)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
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
