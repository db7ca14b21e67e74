package io.guanxi.workbench.tasks;

import io.guanxi.access.CurrentUser;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Page;
import io.guanxi.workbench.tasks.TaskTable.Talk;
import io.guanxi.workbench.tasks.TaskTable.Work;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How guides do, and what it brought. */
@RestController
@RequestMapping("/api/workbench/guides")
@Tag(name = "Workbench")
class GuideFiguresController {

    private static final String RULES =
            "Orders are those of members from the day on which something was said to them until so many days later; an order belongs"
                    + " to whoever spoke with the member last before it.";

    /** Each order belongs to the last talk on its day or before it. */
    private static final String BROUGHT = """
            WITH talk AS (
                SELECT unnest(CAST(:guides AS INTEGER[])) AS guide, unnest(CAST(:members AS INTEGER[])) AS member_no,
                       unnest(CAST(:days AS DATE[])) AS day, unnest(CAST(:lasts AS BIGINT[])) AS last),
            ordered AS (
                SELECT d.member_no, d.day, sum(d.n) AS orders, sum(d.amount) AS amount
                FROM member_day d
                WHERE d.event_no IN (SELECT event_no FROM event_name WHERE event = 'Order Completed')
                  AND d.day >= (SELECT min(day) FROM talk) AND d.member_no IN (SELECT member_no FROM talk)
                GROUP BY d.member_no, d.day),
            brought AS (
                SELECT t.guide, o.member_no, o.orders, o.amount
                FROM ordered o JOIN talk t ON t.member_no = o.member_no AND o.day >= t.day AND o.day <= t.day + CAST(:within AS INTEGER)
                QUALIFY row_number() OVER (PARTITION BY o.member_no, o.day ORDER BY t.day DESC, t.last DESC) = 1)
            SELECT guide, count(DISTINCT member_no), CAST(sum(orders) AS BIGINT), coalesce(sum(amount), 0)
            FROM brought GROUP BY guide
            """;

    private final TaskTable table;
    private final Mart mart;
    private final Brand brand;
    private final CurrentUser currentUser;
    private final Clock clock;

    GuideFiguresController(TaskTable table, Mart mart, Brand brand, CurrentUser currentUser, Clock clock) {
        this.table = table;
        this.mart = mart;
        this.brand = brand;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "How guides do, and what it brought", description = RULES)
    Page<GuideFigures> all(@RequestParam(defaultValue = "30") int days, @RequestParam(defaultValue = "7") int within) {
        return new Page<>(figures(days, within), null);
    }

    @GetMapping("/me")
    @Operation(summary = "How the caller does as a guide", description = RULES)
    GuideFigures own(@RequestParam(defaultValue = "30") int days, @RequestParam(defaultValue = "7") int within) {
        String me = currentUser.actor().name();
        return figures(days, within).stream()
                .filter(it -> it.guide().equals(me))
                .findFirst()
                .orElseGet(() -> figures(new Work(me, 0, 0, 0, 0, 0, 0), 0, Brought.NOTHING));
    }

    private record Brought(long members, long orders, BigDecimal amount) {
        static final Brought NOTHING = new Brought(0, 0, BigDecimal.ZERO);
    }

    private List<GuideFigures> figures(int days, int within) {
        Instant since = clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, 366)));
        List<Talk> talks = table.talks(since, brand.zone());
        Map<String, Long> spokenTo = talks.stream()
                .collect(Collectors.groupingBy(
                        Talk::guide,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Talk::memberNo, Collectors.toSet()), set -> (long) set.size())));
        Map<String, Brought> brought = brought(talks, Math.clamp(within, 0, 90));
        return table.work(since, brand.zone()).stream()
                .map(work -> figures(
                        work,
                        spokenTo.getOrDefault(work.guide(), 0L),
                        brought.getOrDefault(work.guide(), Brought.NOTHING)))
                .toList();
    }

    private static GuideFigures figures(Work work, long spokenTo, Brought brought) {
        return new GuideFigures(
                work.guide(),
                work.open(),
                work.late(),
                work.done(),
                work.said(),
                work.replied(),
                work.days(),
                spokenTo,
                brought.members(),
                brought.orders(),
                brought.amount());
    }

    private Map<String, Brought> brought(List<Talk> talks, int within) {
        Map<String, Brought> brought = new HashMap<>();
        if (talks.isEmpty()) {
            return brought;
        }
        List<String> guides =
                new ArrayList<>(talks.stream().map(Talk::guide).distinct().toList());
        Map<String, Integer> numbers = new HashMap<>();
        guides.forEach(guide -> numbers.put(guide, numbers.size()));
        mart.sql()
                .sql(BROUGHT)
                .param(
                        "guides",
                        talks.stream()
                                .map(it -> numbers.get(it.guide()))
                                .toList()
                                .toString())
                .param("members", talks.stream().map(Talk::memberNo).toList().toString())
                .param("days", talks.stream().map(Talk::day).toList().toString())
                .param("lasts", talks.stream().map(Talk::last).toList().toString())
                .param("within", within)
                .query(row -> {
                    brought.put(
                            guides.get(row.getInt(1)),
                            new Brought(row.getLong(2), row.getLong(3), row.getBigDecimal(4)));
                });
        return brought;
    }
}
