package io.guanxi.experiment.assignment;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.experiment.Split;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The periods of the global holdout: one at a time, each holding out others than the one before. */
@Component
public class HoldoutPeriods implements GlobalHoldout {

    private static final String SELECT = "SELECT id, share, from_day, until_day, salt FROM experiment_global_holdout ";
    private static final double MOST = 0.2;
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_YEARS_AHEAD = 10;

    private final JdbcClient postgres;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Brand brand;
    private final Clock clock;

    HoldoutPeriods(JdbcClient postgres, CurrentUser currentUser, Audit audit, Brand brand, Clock clock) {
        this.postgres = postgres;
        this.currentUser = currentUser;
        this.audit = audit;
        this.brand = brand;
        this.clock = clock;
    }

    @Override
    public Optional<Split> current() {
        LocalDate today = today();
        return postgres.sql(SELECT + "WHERE from_day <= ? AND until_day >= ?")
                .params(today, today)
                .query(HoldoutPeriod.class)
                .optional()
                .map(HoldoutPeriod::split);
    }

    /** {@return all periods, the latest first} */
    public List<HoldoutPeriod> all() {
        return postgres.sql(SELECT + "ORDER BY from_day DESC")
                .query(HoldoutPeriod.class)
                .list();
    }

    /**
     * Plans a period.
     *
     * @param share of members held out, e.g. 0.02
     * @param from its first day, today or later
     * @param until its last day
     * @return the period
     */
    @Transactional
    public HoldoutPeriod plan(double share, LocalDate from, LocalDate until) {
        if (!(share > 0 && share <= MOST)) {
            throw Problem.badRequest("holdout.share-invalid", "A global holdout's share is above 0 and at most 0.2.");
        }
        LocalDate today = today();
        if (from.isBefore(today)
                || from.isAfter(today.plusYears(MOST_YEARS_AHEAD))
                || until.isBefore(from)
                || until.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw Problem.badRequest(
                    "holdout.period-invalid",
                    "A period begins today or within ten years and ends within a year after it began.");
        }
        postgres.sql("LOCK TABLE experiment_global_holdout IN SHARE ROW EXCLUSIVE MODE")
                .update();
        if (all().stream()
                .anyMatch(other ->
                        !other.untilDay().isBefore(from) && !other.fromDay().isAfter(until))) {
            throw Problem.conflict("holdout.overlaps", "Another period of the global holdout has some of these days.");
        }
        long id = postgres.sql("""
                        INSERT INTO experiment_global_holdout (salt, share, from_day, until_day, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        UUID.randomUUID().toString(),
                        share,
                        from,
                        until,
                        currentUser.actor().name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        audit.record("holdout.planned", "holdout:" + id, Map.of("share", share));
        return one(id);
    }

    /**
     * Ends a period with yesterday, or forgets one that has held nobody out for a whole day.
     *
     * @param id which
     */
    @Transactional
    public void end(long id) {
        HoldoutPeriod period = one(id);
        LocalDate today = today();
        if (!period.fromDay().isBefore(today)) {
            postgres.sql("DELETE FROM experiment_global_holdout WHERE id = ?")
                    .param(id)
                    .update();
        } else if (!period.untilDay().isBefore(today)) {
            postgres.sql("UPDATE experiment_global_holdout SET until_day = ? WHERE id = ?")
                    .params(today.minusDays(1), id)
                    .update();
        }
        audit.record("holdout.ended", "holdout:" + id, Map.of());
    }

    private HoldoutPeriod one(long id) {
        return postgres.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(HoldoutPeriod.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("holdout.unknown", "There is no holdout period " + id + "."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), brand.zone());
    }
}
