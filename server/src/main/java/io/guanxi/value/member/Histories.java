package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.ValueModel;
import io.guanxi.value.member.History.Change;
import io.guanxi.value.member.History.Kind;
import io.guanxi.value.member.History.Point;
import io.guanxi.value.model.ValueModelStore;
import io.guanxi.value.scoring.ModelBench;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks back on one member. Nothing is stored for it: what a member was worth on a day follows from what they had done by
 * then, so the past is computed from their own rows whenever somebody asks, and always by the model of today.
 */
@Component
public class Histories {

    private static final int WEEK = 7;

    private final Mart mart;
    private final ScoringRuns runs;
    private final ValueModelStore models;
    private final MemberScores scores;
    private final MemberDays days;
    private final Clock clock;

    Histories(Mart mart, ScoringRuns runs, ValueModelStore models, MemberScores scores, MemberDays days, Clock clock) {
        this.mart = mart;
        this.runs = runs;
        this.models = models;
        this.scores = scores;
        this.days = days;
        this.clock = clock;
    }

    /**
     * {@return a member's last weeks; without points where the last run did not know the member}
     *
     * @param no number of a live member
     * @param weeks how many, at least 1
     */
    public History of(int no, int weeks) {
        ScoringRun run = runs.latestDone()
                .orElseThrow(() -> Problem.conflict("run.none", "No scoring run has ended yet; ask for one first."));
        ValueModel model = models.find(run.modelVersion()).orElseThrow().model();
        List<Point> all = scores.find(no)
                .map(score -> daily(no, run, model, weeks, score.joinedDay()))
                .orElse(List.of());
        List<Point> weekly = all.stream()
                .filter(point -> point.day().until(run.asOf(), ChronoUnit.DAYS) % WEEK == 0)
                .toList();
        boolean whole =
                !all.isEmpty() && all.getFirst().day().isAfter(run.asOf().minusDays((long) weeks * WEEK));
        return new History(no, run.asOf(), run.modelVersion(), weekly, changes(all, whole));
    }

    private List<Point> daily(int no, ScoringRun run, ValueModel model, int weeks, LocalDate joined) {
        try (ModelBench bench = ModelBench.trial(mart.connect(), model, run.asOf())) {
            JdbcClient sql = bench.sql();
            days.lay(sql, no, run);
            sql.sql("""
                            CREATE TEMP TABLE history_day AS
                            SELECT CAST(:asOf AS DATE) - CAST(ago AS INTEGER) AS day FROM range(0, :days) AS r (ago)
                            WHERE CAST(:asOf AS DATE) - CAST(ago AS INTEGER) >= CAST(:joined AS DATE)""")
                    .param("asOf", run.asOf())
                    .param("days", weeks * WEEK + 1)
                    .param("joined", joined)
                    .update();
            bench.make(List.of("member_history"), new Progress(clock), 0, 1);
            return sql.sql("""
                            SELECT day, value, consumption, content, interaction, social, stage, layer
                            FROM member_history ORDER BY day""").query(Point.class).list();
        }
    }

    /** The changes between days; the day of joining is one, where the history reaches back to it. */
    private static List<Change> changes(List<Point> days, boolean fromTheBeginning) {
        List<Change> changes = new ArrayList<>();
        if (fromTheBeginning) {
            Point first = days.getFirst();
            changes.add(new Change(first.day(), Kind.STAGE, null, first.stage()));
            changes.add(new Change(first.day(), Kind.LAYER, null, first.layer()));
        }
        for (int i = 1; i < days.size(); i++) {
            add(changes, Kind.STAGE, days.get(i - 1), days.get(i), Point::stage);
            add(changes, Kind.LAYER, days.get(i - 1), days.get(i), Point::layer);
        }
        return changes;
    }

    private static void add(
            List<Change> changes, Kind kind, Point before, Point after, Function<Point, String> standing) {
        String from = standing.apply(before);
        String to = standing.apply(after);
        if (!from.equals(to)) {
            changes.add(new Change(after.day(), kind, from, to));
        }
    }
}
