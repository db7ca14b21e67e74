package io.guanxi.value.member;

import io.guanxi.identity.MemberSearch;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeAppend;
import io.guanxi.lake.LakeFile;
import io.guanxi.lake.LakeHistory;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.ValueModel;
import io.guanxi.value.member.Timeline.Moment;
import io.guanxi.value.model.ValueModelStore;
import io.guanxi.value.scoring.ModelBench;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each single event of one name counts for: the last step of an explanation. The roll-up tells on which days there are
 * any, and only the lake's files of the days of a page are opened.
 */
@Component
public class ScoredEvents {

    /**
     * Within the cap are the earliest of a day. What money counts for is rounded for a day's sum, so an event is given by how
     * much it moves that: the events of a day add up to what the models reckon for it, to the last digit.
     */
    private static final String SELECT = """
            WITH happened AS (
                SELECT event_id, ts, day, amount, currency, object, community, source,
                       row_number() OVER so_far AS place,
                       CAST(sum(%s) OVER so_far AS DECIMAL(18, 2)) AS upto
                FROM %s AS events
                WHERE member_no IN (:numbers) AND event = :event AND received_at < CAST(:end AS TIMESTAMPTZ)
                WINDOW so_far AS (PARTITION BY day ORDER BY ts, event_id ROWS UNBOUNDED PRECEDING)
            ),
            ruled AS (
                SELECT h.*, r.points, r.points_per_amount, r.is_refund, r.half_life_days,
                       days_between(h.day, CAST(:asOf AS DATE)) AS days_ago,
                       h.place <= r.daily_cap AS counted,
                       coalesce(h.upto, 0) AS money,
                       coalesce(lag(h.upto) OVER (PARTITION BY h.day ORDER BY h.place), 0) AS earlier,
                       e.micropoints, e.micropoints_per_amount, d.n, least(d.n, r.daily_cap) AS of_them,
                       least(d.n, e.daily_cap) * e.micropoints
                           + coalesce(money_points(d.amount, e.is_refund, e.micropoints_per_amount), 0.0) AS day_micro
                FROM happened AS h
                JOIN event_rule AS r ON r.event = :event
                JOIN event_day AS e ON e.event_no = r.event_no AND e.day = h.day
                JOIN member_day AS d ON d.event_no = r.event_no AND d.day = h.day
            )
            SELECT event_id, ts, day, amount, currency, object, community, source, place, counted, days_ago, n, of_them,
                   CASE WHEN counted THEN points ELSE 0.0 END AS points,
                   points_per_amount * CAST(CASE WHEN is_refund THEN abs(money) - abs(earlier) ELSE money - earlier END AS DOUBLE)
                       AS money_points,
                   power(2.0, -days_ago / half_life_days) AS factor,
                   CAST(CASE WHEN counted THEN micropoints ELSE 0.0 END
                       + money_points(money, is_refund, micropoints_per_amount)
                       - money_points(earlier, is_refund, micropoints_per_amount) AS BIGINT) AS micro,
                   CAST(day_micro AS BIGINT) AS day_micro
            FROM ruled
            WHERE (ts, event_id) < (CAST(:ts AS TIMESTAMPTZ), :id)
            ORDER BY ts DESC, event_id DESC
            LIMIT :most
            """;

    private static final double MICRO = 1e6;

    private final ScoringRuns runs;
    private final ValueModelStore models;
    private final Mart mart;
    private final Lake lake;
    private final MemberSearch search;
    private final MemberDays memberDays;
    private final Brand brand;
    private final Clock clock;

    ScoredEvents(
            ScoringRuns runs,
            ValueModelStore models,
            Mart mart,
            Lake lake,
            MemberSearch search,
            MemberDays memberDays,
            Brand brand,
            Clock clock) {
        this.runs = runs;
        this.models = models;
        this.mart = mart;
        this.lake = lake;
        this.search = search;
        this.memberDays = memberDays;
        this.brand = brand;
        this.clock = clock;
    }

    /**
     * {@return some events of a name before a moment, newest first}
     *
     * @param no number of a live member
     * @param event the name; one which the model of the last run does not count is refused
     * @param before the moment, or null for the end of the run's day
     * @param limit at most so many
     */
    public List<ScoredEvent> before(int no, String event, @Nullable Moment before, int limit) {
        ScoringRun run = runs.latestDone().orElseThrow(Explanations::none);
        ValueModel model = models.find(run.modelVersion()).orElseThrow().model();
        if (model.events().stream().noneMatch(rule -> rule.event().equals(event))) {
            throw Problem.notFound(
                    "explain.event-uncounted",
                    "Version " + run.modelVersion() + " of the value model counts no event of this name.");
        }
        try (ModelBench bench = ModelBench.trial(mart.connect(), model, run.asOf())) {
            memberDays.lay(bench.sql(), no, run, event);
            Set<LocalDate> days = days(bench.sql(), run.asOf(), before, limit);
            if (days.isEmpty()) {
                return List.of();
            }
            bench.make(List.of("event_day"), new Progress(clock), 0, 1);
            Moment moment = before == null ? Moment.LAST : before;
            return bench.sql()
                    .sql(SELECT.formatted(brand.money("events"), Lake.relation(files(days))))
                    .param("numbers", search.numbersOf(no))
                    .param("event", event)
                    .param("end", arrived(run).toString())
                    .param("asOf", run.asOf())
                    .param("ts", moment.ts().toString())
                    .param("id", moment.eventId())
                    .param("most", limit)
                    .query((row, i) -> scored(row))
                    .list();
        }
    }

    /** The latest days that hold so many events; all of a day, for its cap goes by the day. */
    private Set<LocalDate> days(JdbcClient sql, LocalDate asOf, @Nullable Moment before, int limit) {
        LocalDate cut = before == null ? null : brand.dayOf(before.ts());
        LocalDate last = cut == null || cut.isAfter(asOf) ? asOf : cut;
        return new HashSet<>(sql.sql("""
                        SELECT day
                        FROM (SELECT day, coalesce(sum(CASE WHEN day = :cut THEN 0 ELSE n END) OVER (
                                  ORDER BY day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS later
                              FROM member_day WHERE day <= :last)
                        WHERE later < :limit""")
                .param("cut", cut == null ? asOf.plusDays(1) : cut)
                .param("last", last)
                .param("limit", limit)
                .query(LocalDate.class)
                .list());
    }

    /** The files of some days, without those which the mart has not taken yet: the roll-up knows nothing of them. */
    private List<LakeFile> files(Set<LocalDate> days) {
        Set<Path> fresh = new HashSet<>();
        for (LakeAppend append :
                lake.after(mart.position().sequence()).map(LakeHistory::appends).orElse(List.of())) {
            append.files().stream().map(LakeFile::path).forEach(fresh::add);
        }
        return lake.view().files().stream()
                .filter(file -> days.contains(file.day()) && !fresh.contains(file.path()))
                .toList();
    }

    /** What arrived before this moment was there when the run looked. */
    private Instant arrived(ScoringRun run) {
        return run.lateData() == LateData.EXCLUDE ? memberDays.end(run.asOf()) : Moment.LAST.ts();
    }

    private static ScoredEvent scored(ResultSet row) throws SQLException {
        return new ScoredEvent(
                row.getString("event_id"),
                row.getObject("ts", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("object"),
                row.getString("community"),
                row.getString("source"),
                row.getInt("place"),
                row.getBoolean("counted"),
                row.getDouble("points"),
                row.getDouble("money_points"),
                row.getInt("days_ago"),
                row.getDouble("factor"),
                row.getLong("micro") / MICRO,
                new ScoredEvent.ScoredDay(row.getLong("n"), row.getLong("of_them"), row.getLong("day_micro") / MICRO));
    }
}
