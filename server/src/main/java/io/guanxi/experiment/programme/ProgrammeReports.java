package io.guanxi.experiment.programme;

import io.guanxi.experiment.report.ReportWork.Kind;
import io.guanxi.experiment.report.ReportWorks;
import io.guanxi.platform.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports of the layers, the channels and a quarter, kept so that opening one again costs a row: the table
 * {@code experiment_programme_report}. One is made anew when it is opened where it would answer another question by now, since a day is over or
 * a holdout, a cost or the value model has changed; where only events of its days have come since, it says so, and is made anew by who
 * asks for it, or within an hour once it is a day old.
 */
@Component
public class ProgrammeReports {

    private static final Logger log = LoggerFactory.getLogger(ProgrammeReports.class);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final int LOOKED_AT_DAYS = 14;
    private static final int KEPT_DAYS = 90;

    /** Days after the last in which messages of these days may still be opened. */
    private static final int OPENED_DAYS = 30;

    private final Programmes programmes;
    private final ReportWorks works;
    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock(true);

    ProgrammeReports(Programmes programmes, ReportWorks works, JdbcClient postgres, JsonMapper json, Clock clock) {
        this.programmes = programmes;
        this.works = works;
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /** A report that is wanted: how it is made, and how it says that events have come since. */
    private record Wanted<T>(
            Kind kind,
            String span,
            Days days,
            Class<T> type,
            Function<Progress, T> make,
            BiFunction<T, Boolean, T> since) {}

    private record Kept<T>(T report, String basis, String data, Instant madeAt) {}

    private Wanted<LayerReport> ofLayers(Days days) {
        return new Wanted<>(
                Kind.LAYERS,
                days.toString(),
                days,
                LayerReport.class,
                progress -> programmes.layers(days, progress),
                LayerReport::since);
    }

    private Wanted<TouchpointReport> ofTouchpoints(Days days) {
        return new Wanted<>(
                Kind.TOUCHPOINTS,
                days.toString(),
                days,
                TouchpointReport.class,
                progress -> programmes.touchpoints(days, progress),
                TouchpointReport::since);
    }

    private Wanted<ProgrammeReport> ofQuarter(Quarter quarter) {
        return new Wanted<>(
                Kind.PROGRAMME,
                quarter.toString(),
                quarter.days(),
                ProgrammeReport.class,
                progress -> programmes.programme(quarter, progress),
                ProgrammeReport::since);
    }

    /** {@return the days of the period of the global holdout that began last, else the last ninety} */
    public Days usualDays() {
        return programmes.usualDays();
    }

    /**
     * {@return what each layer received, cost and returned}
     *
     * @param days which
     * @param anew whether it is made anew though it is kept
     */
    public LayerReport layers(Days days, boolean anew) {
        return open(ofLayers(days), anew);
    }

    /**
     * {@return what each channel reached, and what came of it}
     *
     * @param days which
     * @param anew whether it is made anew though it is kept
     */
    public TouchpointReport touchpoints(Days days, boolean anew) {
        return open(ofTouchpoints(days), anew);
    }

    /**
     * {@return what all that was done in a quarter brought}
     *
     * @param quarter which
     * @param anew whether it is made anew though it is kept
     */
    public ProgrammeReport programme(Quarter quarter, boolean anew) {
        return open(ofQuarter(quarter), anew);
    }

    private <T> T open(Wanted<T> wanted, boolean anew) {
        Optional<T> kept = anew ? Optional.empty() : usable(wanted);
        opened(wanted);
        return kept.orElseGet(() -> works.run(wanted.kind(), wanted.span(), progress -> {
            making.lock();
            try {
                progress.at("begin", 0);
                // Whoever waited while another made the same has it already.
                return (anew ? Optional.<T>empty() : usable(wanted)).orElseGet(() -> make(wanted, progress));
            } finally {
                making.unlock();
            }
        }));
    }

    private <T> Optional<T> usable(Wanted<T> wanted) {
        return kept(wanted)
                .filter(kept -> kept.basis().equals(programmes.basis(wanted.kind(), wanted.days())))
                .map(kept -> wanted.since()
                        .apply(kept.report(), !kept.data().equals(programmes.data(wanted.kind(), wanted.days()))));
    }

    private <T> Optional<Kept<T>> kept(Wanted<T> wanted) {
        return postgres.sql(
                        "SELECT report, basis, data, made_at FROM experiment_programme_report WHERE kind = ? AND span = ?")
                .params(wanted.kind().name(), wanted.span())
                .query((row, _) -> new Kept<>(
                        json.readValue(row.getString(1), wanted.type()),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    private <T> T make(Wanted<T> wanted, Progress progress) {
        // Both before the work: what changes meanwhile is not in it, perhaps.
        String basis = programmes.basis(wanted.kind(), wanted.days());
        String data = programmes.data(wanted.kind(), wanted.days());
        T report = wanted.make().apply(progress);
        postgres.sql("""
                        INSERT INTO experiment_programme_report (kind, span, basis, data, report, made_at, opened_at)
                        VALUES (:kind, :span, :basis, :data, :report::jsonb, :now, :now)
                        ON CONFLICT (kind, span) DO UPDATE
                        SET basis = excluded.basis, data = excluded.data, report = excluded.report, made_at = excluded.made_at""")
                .param("kind", wanted.kind().name())
                .param("span", wanted.span())
                .param("basis", basis)
                .param("data", data)
                .param("report", json.writeValueAsString(report))
                .param("now", now())
                .update();
        return report;
    }

    /** Notes that somebody looks at it, once an hour. */
    private void opened(Wanted<?> wanted) {
        OffsetDateTime now = now();
        postgres.sql(
                        "UPDATE experiment_programme_report SET opened_at = ? WHERE kind = ? AND span = ? AND opened_at < ?")
                .params(now, wanted.kind().name(), wanted.span(), now.minusHours(1))
                .update();
    }

    /** Makes those anew that were looked at lately and may say something else by now, and forgets those nobody looks at. */
    void refresh() {
        OffsetDateTime now = now();
        postgres.sql("DELETE FROM experiment_programme_report WHERE opened_at < ?")
                .param(now.minusDays(KEPT_DAYS))
                .update();
        record Row(Kind kind, String span) {}
        List<Row> rows = postgres.sql(
                        "SELECT kind, span FROM experiment_programme_report WHERE opened_at > ? ORDER BY kind, span")
                .param(now.minusDays(LOOKED_AT_DAYS))
                .query(Row.class)
                .list();
        for (Row row : rows) {
            Wanted<?> wanted =
                    switch (row.kind()) {
                        case LAYERS -> ofLayers(Days.of(row.span()));
                        case TOUCHPOINTS -> ofTouchpoints(Days.of(row.span()));
                        case PROGRAMME -> ofQuarter(Quarter.of(row.span()));
                        case EXPERIMENT -> throw new IllegalStateException("experiments are kept elsewhere");
                    };
            try {
                refresh(wanted);
            } catch (RuntimeException e) { // the next one may be well
                log.warn("the report {} of {} could not be made", row.kind(), row.span(), e);
            }
        }
    }

    private <T> void refresh(Wanted<T> wanted) {
        boolean old = kept(wanted)
                .map(kept -> !kept.basis().equals(programmes.basis(wanted.kind(), wanted.days()))
                        || (kept.madeAt().isBefore(clock.instant().minus(FRESH)) && changed(wanted, kept)))
                .orElse(false);
        if (old) {
            works.run(wanted.kind(), wanted.span(), progress -> {
                making.lock();
                try {
                    return make(wanted, progress);
                } finally {
                    making.unlock();
                }
            });
        }
    }

    private boolean changed(Wanted<?> wanted, Kept<?> kept) {
        LocalDate made = programmes.dayOf(kept.madeAt());
        return made.isBefore(wanted.days().until().plusDays(OPENED_DAYS))
                || !kept.data().equals(programmes.data(wanted.kind(), wanted.days()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
