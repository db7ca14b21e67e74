package io.guanxi.collect.catalogue;

import io.guanxi.access.Audit;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event catalogue over HTTP. */
@RestController
@RequestMapping("/api/events")
class CatalogueController {

    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final LatestEvents latest;
    private final Audit audit;

    CatalogueController(Catalogue catalogue, LatestEvents latest, Audit audit) {
        this.catalogue = catalogue;
        this.latest = latest;
        this.audit = audit;
    }

    @GetMapping
    Page<EventSummary> seen() {
        return new Page<>(catalogue.seen(), null);
    }

    /** Live tail, noted once as looked at, not with every further look: ask again with {@code after} = the {@code next} of the answer before. */
    @GetMapping("/tail")
    Page<LatestEvents.Arrived> tail(
            @RequestParam(required = false) Optional<String> after, @RequestParam(defaultValue = "50") int limit) {
        List<LatestEvents.Arrived> events =
                latest.after(after.map(CatalogueController::number).orElse(null), Math.clamp(limit, 1, MOST));
        if (after.isEmpty()) {
            audit.viewedList("events.viewed", "events:0", Map.of("events", events.size()));
        }
        String next = events.isEmpty()
                ? after.orElse("0")
                : Long.toString(events.getLast().position());
        return new Page<>(events, next);
    }

    /** Calls that the tracking API refused, the newest first. */
    @GetMapping("/malformed")
    Page<LatestEvents.Malformed> malformed(
            @RequestParam(required = false) Optional<String> cursor, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<LatestEvents.Malformed> found =
                latest.malformedBefore(cursor.map(CatalogueController::number).orElse(Long.MAX_VALUE), most + 1);
        List<LatestEvents.Malformed> items = found.stream().limit(most).toList();
        audit.viewedList("events.refused-viewed", "events:0", Map.of("events", items.size()));
        return new Page<>(
                items, found.size() > most ? Long.toString(items.getLast().id()) : null);
    }

    @GetMapping("/{name}")
    EventDetail detail(@PathVariable String name) {
        return catalogue.detail(name);
    }

    private static Long number(String cursor) {
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("request.cursor", "This cursor is none that a list answered.");
        }
    }
}
