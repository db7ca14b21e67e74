package io.guanxi.collect.catalogue;

import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Every event name there is, standard or not. */
@Service
class Catalogue {

    private static final int DAYS = 30;

    private final EventVolumes volumes;
    private final PropertySample sample;
    private final Brand brand;
    private final Clock clock;
    private final Map<String, StandardEvent> standard;

    Catalogue(EventVolumes volumes, PropertySample sample, Brand brand, Clock clock) {
        this.volumes = volumes;
        this.sample = sample;
        this.brand = brand;
        this.clock = clock;
        this.standard = StandardEvent.all().stream()
                .collect(Collectors.toUnmodifiableMap(StandardEvent::event, Function.identity()));
    }

    /** {@return every name seen, the most frequent first} */
    List<EventSummary> seen() {
        List<EventVolumes.Total> totals = volumes.totals();
        LocalDate since = brand.dayOf(clock.instant()).minusDays(DAYS - 1);
        Map<String, List<EventVolumes.Daily>> daily =
                volumes.daily(since).stream().collect(Collectors.groupingBy(EventVolumes.Daily::event));
        return totals.stream()
                .map(total -> new EventSummary(
                        total.event(),
                        standard.get(total.event()),
                        total.count(),
                        total.first(),
                        total.last(),
                        daily.getOrDefault(total.event(), List.of()).stream()
                                .map(day -> new EventSummary.Volume(day.day(), day.count()))
                                .toList()))
                .toList();
    }

    EventDetail detail(String event) {
        EventSummary summary = seen().stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("event.unknown", "No event of the name " + event + " was seen."));
        PropertySample.Found found = sample.of(event, volumes.filesWith(event));
        return new EventDetail(summary, found.sampled(), found.properties());
    }
}
