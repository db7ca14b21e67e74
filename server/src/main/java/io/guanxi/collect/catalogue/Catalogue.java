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
    private final Drifts drifts;
    private final Brand brand;
    private final Clock clock;
    private final Map<String, StandardEvent> standard;

    Catalogue(EventVolumes volumes, PropertySample sample, Drifts drifts, Brand brand, Clock clock) {
        this.volumes = volumes;
        this.sample = sample;
        this.drifts = drifts;
        this.brand = brand;
        this.clock = clock;
        this.standard = StandardEvent.all().stream()
                .collect(Collectors.toUnmodifiableMap(StandardEvent::event, Function.identity()));
    }

    /** {@return every name seen, the most frequent first, with what is known of their drift, which is looked at again beside} */
    List<EventSummary> seen() {
        List<EventSummary> seen = summaries();
        drifts.lookAgain(seen.stream().map(EventSummary::event).toList());
        return seen;
    }

    private List<EventSummary> summaries() {
        Map<String, Integer> drifted = drifts.known();
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
                        drifted.get(total.event()),
                        daily.getOrDefault(total.event(), List.of()).stream()
                                .map(day -> new EventSummary.Volume(day.day(), day.count()))
                                .toList()))
                .toList();
    }

    EventDetail detail(String event) {
        EventSummary summary = summaries().stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("event.unknown", "No event of the name " + event + " was seen."));
        List<EventVolumes.InFile> files = volumes.filesWith(event);
        PropertySample.Found found = sample.of(event, files);
        int drifted = (int) found.properties().stream()
                .filter(property -> property.drift() != EventProperty.Drift.SAME)
                .count();
        drifts.keep(event, files, drifted);
        return new EventDetail(summary.drifted(drifted), found.sampled(), found.properties());
    }
}
