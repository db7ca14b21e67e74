package io.guanxi.experiment.analysis;

import io.guanxi.audience.AudienceMembership;
import io.guanxi.collect.FileMaps.Mapped;
import io.guanxi.experiment.analysis.Analysis.Findings;
import io.guanxi.experiment.analysis.Analysis.Plan;
import io.guanxi.experiment.assignment.Experiment;
import io.guanxi.experiment.assignment.Experiments;
import io.guanxi.experiment.assignment.ExposureTable;
import io.guanxi.experiment.design.Arm;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.design.Measurement;
import io.guanxi.experiment.design.Metric;
import io.guanxi.experiment.design.OwnDoing;
import io.guanxi.experiment.design.Unit;
import io.guanxi.experiment.report.Report;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.experiment.report.Report.Population;
import io.guanxi.experiment.statistics.Moments;
import io.guanxi.lake.Lake;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.platform.SqlText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Works reports out; each in temporary tables of a connection of its own. */
@Component
public class Analyses {

    private static final double ALPHA = 0.05;
    private static final long LEAST_MEMBERS = 1000;
    private static final long LEAST_COMMUNITIES = 50;
    private static final double READ = 0.05;
    private static final double MEASURED = 0.6;

    private final Mart mart;
    private final Lake lake;
    private final Experiments experiments;
    private final ExposureTable exposures;
    private final AudienceMembership audiences;
    private final OwnDoing ownDoing;
    private final DataFolder folder;
    private final Brand brand;
    private final Clock clock;

    Analyses(
            Mart mart,
            Lake lake,
            Experiments experiments,
            ExposureTable exposures,
            AudienceMembership audiences,
            OwnDoing ownDoing,
            DataFolder folder,
            Brand brand,
            Clock clock) {
        this.mart = mart;
        this.lake = lake;
        this.experiments = experiments;
        this.exposures = exposures;
        this.audiences = audiences;
        this.ownDoing = ownDoing;
        this.folder = folder;
        this.brand = brand;
        this.clock = clock;
    }

    /**
     * {@return the report of what a map made of a file}
     *
     * @param mapped a row a unit
     * @param control the arm the others are compared with, or null for the one called control, else the first by name
     * @param weights by arm, empty for equal ones
     * @param winsorAt quantile of the outlier treatment, or null for none
     * @param judging what its metrics are
     */
    public Report ofFile(
            Mapped mapped,
            @Nullable String control,
            Map<String, Double> weights,
            @Nullable Double winsorAt,
            Judging judging) {
        FileUnits.Options options = new FileUnits.Options(
                control, weights, winsorAt, judging, brand.currency().getCurrencyCode());
        return onConnection(sql -> report(
                Population.FILE,
                new FileUnits(sql, brand.zone(), options).make(mapped),
                new Plan(ALPHA, true, judging.smallestLift(), null, null),
                sql,
                System.nanoTime(),
                _ -> {}));
    }

    /**
     * {@return the report of an experiment, with what the lake holds now}
     *
     * @param experiment which
     * @param population the exposed or the intended
     * @param progress told how far it is
     */
    Report ofExperiment(Experiment experiment, Population population, Progress progress) {
        long begun = System.nanoTime();
        Design design = experiment.design().measured();
        Instant now = clock.instant();
        progress.at("members", 0);
        return withFile(people -> {
            if (population == Population.INTENDED) {
                exposures.writeIntended(experiment.id(), people);
            } else {
                exposures.writeExposed(experiment.id(), people);
            }
            return onConnection(sql -> {
                LiveUnits units = new LiveUnits(sql, lake, ownDoing, brand, now);
                progress.at("measure", READ);
                UnitTable table = units.make(design, people);
                progress.at("compare", MEASURED);
                Plan plan = new Plan(
                        ALPHA,
                        false,
                        design.smallestLift(),
                        plannedUnits(experiment, population, table, sql),
                        units.course(experiment.stoppedAt() != null));
                long elsewhere = population == Population.EXPOSED ? exposedElsewhere(experiment) : 0;
                return report(
                        population,
                        elsewhere == 0
                                ? table
                                : table.with(new Finding("in-other-experiments", false, elsewhere, null)),
                        plan,
                        sql,
                        begun,
                        done -> progress.at("compare", MEASURED + (1 - MEASURED) * done));
            });
        });
    }

    private long exposedElsewhere(Experiment experiment) {
        Map<Long, Integer> days = new HashMap<>();
        experiments.all().forEach(one -> days.put(one.id(), one.design().closesAfterDays()));
        return exposures.exposedElsewhere(experiment.id(), days);
    }

    /**
     * The size at which verdicts are sharpest; chosen anew at each look it would void what the sequence promises. Planned a
     * hundred times too large it takes six times the units to see the same, a hundred times too small a third more.
     */
    private @Nullable Long plannedUnits(Experiment experiment, Population population, UnitTable table, JdbcClient sql) {
        boolean intended = population == Population.INTENDED;
        Long designed = intended ? null : experiment.design().plannedUnits();
        MomentSql moments = new MomentSql(sql, table.clusters());
        long found = (table.clusters() ? moments.clusters() : moments.members())
                .values().stream().mapToLong(Long::longValue).sum();
        if (designed == null && found == 0) {
            return null;
        }
        long least = table.clusters() ? LEAST_COMMUNITIES : LEAST_MEMBERS;
        return experiments.planUnits(experiment.id(), intended, designed == null ? Math.max(found, least) : designed);
    }

    /**
     * What a figure was lately.
     *
     * @param members counted
     * @param mean the figure
     * @param variance over members
     * @param rate whether it is a share of members, whose variance follows from its mean
     * @param removed share of variance its look-back would take out
     */
    public record Baseline(long members, double mean, double variance, boolean rate, double removed) {}

    /**
     * {@return a figure of the last closed window}
     *
     * @param metric which
     * @param audience whose, or null for all members
     */
    public Baseline baseline(Metric metric, @Nullable Long audience) {
        Instant then = clock.instant().minus(Duration.ofDays(metric.windowDays() + 1L));
        RoaringBitmap members = audience == null
                ? null
                : audiences
                        .members(audience)
                        .orElseThrow(() -> Problem.badRequest(
                                "experiment.audience-unknown", "There is no audience " + audience + "."));
        Design design = new Design(
                "baseline",
                "",
                Unit.MEMBER,
                List.of(new Arm("all", "all", 1), new Arm("nobody", "nobody", 1)),
                null,
                null,
                1,
                List.of(metric),
                1,
                Judging.ANY_LIFT,
                null);
        return withFile(people -> onConnection(sql -> {
            write(sql, members, then, people);
            new LiveUnits(sql, lake, ownDoing, brand, clock.instant()).make(design, people);
            MomentSql moments = new MomentSql(sql, false);
            Double winsorAt = metric.winsorAt();
            Double most = winsorAt == null ? null : moments.winsor(0, winsorAt).orElse(null);
            boolean ratio = metric.measurement() instanceof Measurement.Ratio;
            Moments all = moments.byArm(new MomentSql.Figure(0, ratio, most)).getOrDefault(0, Moments.none());
            if (all.n() < 2 || !(all.denominator() > 0)) {
                throw Problem.badRequest(
                        "experiment.no-baseline",
                        "In the last closed window there was nothing to measure this figure by.");
            }
            boolean rate = metric.measurement() instanceof Measurement.Conversion
                    || metric.measurement() instanceof Measurement.Retention;
            return new Baseline(
                    all.n(), all.ratio(), all.variance(), rate, metric.lookBackDays() > 0 ? all.explained() : 0);
        }));
    }

    private static void write(JdbcClient sql, @Nullable RoaringBitmap members, Instant at, Path file) {
        if (members == null) {
            sql.sql("COPY (SELECT member_no, 0, NULL, TIMESTAMPTZ '" + at + "', NULL, NULL, NULL, NULL FROM member) TO "
                            + SqlText.literal(file) + " (FORMAT csv, HEADER false)")
                    .update();
            return;
        }
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int memberNo : members) {
                lines.write(memberNo + ",0,," + at + ",,,,\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private <T> T withFile(Function<Path, T> work) {
        try {
            Path file = Files.createTempFile(folder.temp(), "experiment", ".csv");
            try {
                return work.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no file can be made for the members", e);
        }
    }

    private Report report(
            Population population, UnitTable table, Plan plan, JdbcClient sql, long begun, DoubleConsumer done) {
        Findings findings = new Analysis(table, plan, sql).run(done);
        return new Report(
                population,
                plan.once(),
                plan.alpha(),
                table.clusters(),
                findings.health(),
                findings.metrics(),
                clock.instant(),
                Math.round((System.nanoTime() - begun) / 1e6) / 1e3);
    }

    private <T> T onConnection(Function<JdbcClient, T> work) {
        try (Connection connection = mart.connect()) {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException("the mart is closed", e);
        }
    }
}
