package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Progress;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ValueModel;
import io.guanxi.value.scoring.ModelBench;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What each event of one member counts for. The same SQL models as in a run are made on a roll-up that holds only this
 * member, so the parts add up to the run's sums to the last digit.
 */
@Component
class Contributions {

    private static final String BY_EVENT_AND_DAY = """
            SELECT r.event, r.dimension, d.day, d.n, CAST(least(d.n, r.daily_cap) AS BIGINT) AS counted, r.daily_cap,
                   d.amount, r.points, r.points_per_amount, r.half_life_days,
                   CAST(least(d.n, e.daily_cap) * e.micropoints
                       + coalesce(money_points(d.amount, e.is_refund, e.micropoints_per_amount), 0.0) AS BIGINT) AS micro
            FROM member_day AS d
            JOIN event_rule AS r ON r.event_no = d.event_no AND r.dimension > 0
            JOIN event_day AS e ON e.event_no = d.event_no AND e.day = d.day
            WHERE d.day <= CAST(? AS DATE)
            """;

    private final Mart mart;
    private final MemberDays days;
    private final Clock clock;

    Contributions(Mart mart, MemberDays days, Clock clock) {
        this.mart = mart;
        this.days = days;
        this.clock = clock;
    }

    /**
     * One event on one day.
     *
     * @param event its name
     * @param dimension number of its dimension
     * @param day the day
     * @param n occurrences
     * @param counted within the cap
     * @param dailyCap or the greatest number for none
     * @param amount its money
     * @param points for each
     * @param pointsPerAmount for each unit of money
     * @param halfLifeDays its half-life
     * @param micro what is left of it, in millionths of a point
     */
    record Contribution(
            String event,
            int dimension,
            LocalDate day,
            long n,
            long counted,
            int dailyCap,
            @Nullable BigDecimal amount,
            double points,
            double pointsPerAmount,
            double halfLifeDays,
            long micro) {}

    List<Contribution> of(int no, ValueModel model, ScoringRun run) {
        try (ModelBench bench = ModelBench.trial(mart.connect(), model, run.asOf())) {
            days.lay(bench.sql(), no, run);
            bench.make(List.of("event_day"), new Progress(clock), 0, 1);
            return bench.sql()
                    .sql(BY_EVENT_AND_DAY)
                    .param(run.asOf())
                    .query((row, i) -> contribution(row))
                    .list();
        }
    }

    private static Contribution contribution(ResultSet row) throws SQLException {
        return new Contribution(
                row.getString("event"),
                row.getInt("dimension"),
                row.getObject("day", LocalDate.class),
                row.getLong("n"),
                row.getLong("counted"),
                row.getInt("daily_cap"),
                row.getBigDecimal("amount"),
                row.getDouble("points"),
                row.getDouble("points_per_amount"),
                row.getDouble("half_life_days"),
                row.getLong("micro"));
    }
}
