package io.guanxi.value.lifetime;

import io.guanxi.platform.Progress;
import io.guanxi.value.lifetime.FoundLifetime.Orders;
import io.guanxi.value.lifetime.FoundLifetime.Periods;
import io.guanxi.value.lifetime.FoundLifetime.Refusal;
import io.guanxi.value.lifetime.FoundLifetime.Spend;
import io.guanxi.value.lifetime.FoundLifetime.Trial;
import io.guanxi.value.lifetime.estimate.BuyerGroups;
import io.guanxi.value.lifetime.estimate.Fit;
import io.guanxi.value.lifetime.estimate.Fitting;
import io.guanxi.value.lifetime.estimate.OrderModel;
import io.guanxi.value.lifetime.estimate.SpendModel;
import io.guanxi.value.scoring.ModelBench;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One fit: the models learn from a calibration period and are judged by a held-back one; the best learns from everything.
 */
final class FitWork {

    static final int LEAST_BUYERS = 500;
    static final int LEAST_REPEATERS = 100;
    static final int LEAST_WEEKS = 12;

    private static final String NOBODY_LEAVES = "lifetime.nobody-leaves";
    private static final int DAYS_A_WEEK = 7;
    private static final int LEAST_HELD_WEEKS = 4;
    private static final int MOST_HELD_WEEKS = 26;

    private final ModelBench bench;
    private final LocalDate asOf;
    private final Progress progress;

    FitWork(ModelBench bench, LocalDate asOf, Progress progress) {
        this.bench = bench;
        this.asOf = asOf;
        this.progress = progress;
    }

    FoundLifetime run() {
        bench.make(List.of("lifetime_case"), progress, 0, 0.1);
        Periods periods = periods();
        JdbcClient sql = bench.sql();
        HeldBack heldBack = new HeldBack(sql, periods);
        BuyerGroups learned = BuyerRows.groups(sql, "lifetime_calibration", periods.every());
        List<Trial> trials = new ArrayList<>(List.of(
                trial(OrderModel.Kind.BG_NBD, learned, heldBack, "bg_nbd", 0.15),
                trial(OrderModel.Kind.PARETO_NBD, learned, heldBack, "pareto_nbd", 0.35)));
        if (trials.stream().map(Trial::refused).anyMatch(FitWork::nobodyLeaves)) {
            trials.add(trial(OrderModel.Kind.NBD, learned, heldBack, "nbd", 0.65));
        }
        progress.at("all_orders", 0.7);
        BuyerGroups all = BuyerRows.groups(sql, "lifetime_case", BuyerRows.every(buyers()));
        Orders orders = orders(trials, all);
        progress.at("spend", 0.9);
        Fit<SpendModel> spend =
                new Fitting(step -> progress.at("spend", 0.9)).spend(BuyerRows.spend(sql, BuyerRows.every(buyers())));
        return new FoundLifetime(
                periods, trials, orders, spend(spend), refusal(spend), heldBack.tracking(), heldBack.frequency());
    }

    private long buyers() {
        return bench.sql()
                .sql("SELECT count(*) FROM lifetime_case")
                .query(Long.class)
                .single();
    }

    /** A third of the time is held back, at least four weeks and at most half a year. */
    private Periods periods() {
        LocalDate from = bench
                .sql()
                .sql("SELECT min(day) FROM member_order WHERE orders > 0")
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new TooLittleData("lifetime.too-few-buyers", "Nobody has ordered yet."));
        long weeks = (ChronoUnit.DAYS.between(from, asOf) + 1) / DAYS_A_WEEK;
        if (weeks < LEAST_WEEKS) {
            throw new TooLittleData(
                    "lifetime.too-short",
                    "Orders are known for " + weeks + " whole weeks; the models need " + LEAST_WEEKS
                            + ", of which a third is held back to check them.");
        }
        long held = Math.clamp(Math.round(weeks / 3.0), LEAST_HELD_WEEKS, MOST_HELD_WEEKS);
        LocalDate to = asOf.minusDays(held * DAYS_A_WEEK);
        bench.parameters().day("calibration_end", to);
        bench.make(List.of("lifetime_calibration"), progress, 0.1, 0.15);
        record Counted(long buyers, long repeaters, long orders) {}
        Counted counted = bench.sql().sql("""
                        SELECT count(*) AS buyers, count(*) FILTER (WHERE repeats > 0) AS repeaters,
                               CAST(coalesce(sum(held_orders), 0) AS BIGINT) AS orders
                        FROM lifetime_calibration""").query(Counted.class).single();
        if (counted.buyers() < LEAST_BUYERS) {
            throw new TooLittleData(
                    "lifetime.too-few-buyers",
                    counted.buyers() + " members had ordered by " + to + "; the models need " + LEAST_BUYERS + ".");
        }
        if (counted.repeaters() < LEAST_REPEATERS) {
            throw new TooLittleData(
                    "lifetime.too-few-repeaters",
                    counted.repeaters() + " members had come back for another order by " + to + "; the models need "
                            + LEAST_REPEATERS + ".");
        }
        return new Periods(
                from,
                to,
                asOf,
                counted.buyers(),
                counted.repeaters(),
                counted.orders(),
                Math.max(1, BuyerRows.every(counted.buyers())));
    }

    private Trial trial(OrderModel.Kind kind, BuyerGroups groups, HeldBack heldBack, String phase, double from) {
        progress.at(phase, from);
        Fit<OrderModel> fit = new Fitting(step -> progress.at(phase, from)).orders(kind, groups);
        return switch (fit) {
            case Fit.Found<OrderModel> found -> {
                HeldBack.Error error = heldBack.judge(found.model());
                yield new Trial(
                        kind,
                        found.model().parameters(),
                        found.logLikelihood(),
                        found.starts(),
                        found.agreeing(),
                        found.atEdge(),
                        null,
                        error.predicted(),
                        error.total(),
                        error.frequency());
            }
            case Fit.Refused<OrderModel> refused ->
                new Trial(kind, Map.of(), null, 0, 0, false, refusal(refused), null, null, null);
        };
    }

    /**
     * The one with the smaller error by frequency; equal, or where nobody ordered, the simpler one. One that cannot say comes last.
     * Where leaving is not seen in the end, nobody leaves; where the one without leaving is the best but leaving is seen by now, it is
     * not used.
     */
    private Orders orders(List<Trial> trials, BuyerGroups all) {
        Deque<OrderModel.Kind> kinds = trials.stream()
                .filter(trial -> trial.refused() == null)
                .sorted(Comparator.comparing(Trial::frequencyError, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(trial -> trial.parameters().size()))
                .map(Trial::kind)
                .collect(Collectors.toCollection(ArrayDeque::new));
        Set<OrderModel.Kind> tried = EnumSet.noneOf(OrderModel.Kind.class);
        List<String> reasons = new ArrayList<>();
        trials.stream()
                .map(Trial::refused)
                .filter(java.util.Objects::nonNull)
                .forEach(refused -> reasons.add(refused.detail()));
        if (kinds.peek() == OrderModel.Kind.NBD) {
            // That nobody has left must hold of all the time, not of the calibration period alone.
            trials.stream()
                    .filter(trial -> nobodyLeaves(trial.refused()))
                    .map(Trial::kind)
                    .toList()
                    .reversed()
                    .forEach(kinds::addFirst);
        }
        for (OrderModel.Kind kind = kinds.poll(); kind != null; kind = kinds.poll()) {
            if (!tried.add(kind)) {
                continue;
            }
            Fit<OrderModel> fit = new Fitting(step -> progress.at("all_orders", 0.7)).orders(kind, all);
            switch (fit) {
                case Fit.Found<OrderModel> found -> {
                    return new Orders(
                            kind,
                            found.model().parameters(),
                            found.logLikelihood(),
                            all.total(),
                            found.starts(),
                            found.agreeing(),
                            found.atEdge(),
                            all.size(),
                            found.steps());
                }
                case Fit.Refused<OrderModel> refused -> {
                    reasons.add(refused.detail());
                    if (refused.reason() == Fit.Reason.NOBODY_LEAVES) {
                        kinds.add(OrderModel.Kind.NBD);
                    }
                }
            }
        }
        throw new TooLittleData(
                "lifetime.not-converged",
                "No model of orders could be fitted. "
                        + String.join(" ", reasons.stream().distinct().toList()));
    }

    private @Nullable Spend spend(Fit<SpendModel> fit) {
        return fit instanceof Fit.Found<SpendModel> found
                ? new Spend(
                        found.model().p(),
                        found.model().q(),
                        found.model().v(),
                        Math.round(found.model().mean() * 100) / 100.0,
                        found.logLikelihood(),
                        spenders(),
                        BuyerRows.correlation(bench.sql()))
                : null;
    }

    private long spenders() {
        return bench.sql()
                .sql("SELECT count(*) FROM lifetime_case WHERE repeats > 0 AND repeat_spend > 0 AND member_no % ? = 0")
                .param(Math.max(1, BuyerRows.every(buyers())))
                .query(Long.class)
                .single();
    }

    private static boolean nobodyLeaves(@Nullable Refusal refused) {
        return refused != null && refused.code().equals(NOBODY_LEAVES);
    }

    private static @Nullable Refusal refusal(Fit<?> fit) {
        return fit instanceof Fit.Refused<?> refused
                ? new Refusal(
                        switch (refused.reason()) {
                            case NOBODY_LEAVES -> NOBODY_LEAVES;
                            case NOT_CONVERGED -> "lifetime.not-converged";
                            case SPEND_UNDEFINED -> "lifetime.spend-undefined";
                            case TOO_LITTLE_DATA -> "lifetime.too-few-spenders";
                        },
                        refused.detail())
                : null;
    }
}
