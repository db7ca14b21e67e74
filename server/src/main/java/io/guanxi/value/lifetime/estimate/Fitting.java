package io.guanxi.value.lifetime.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Fits the models by maximum likelihood. The starts lie far apart and climb on a sample of the histories; the highest top is where
 * the last ascent, over all of them, begins.
 */
public final class Fitting {

    private static final int SAMPLE = 20_000;
    private static final double SAME = 1e-6;
    private static final double EDGE = 6;
    /** Logarithm of the shape at which rates that do not differ are told as a gamma: by a thousandth of their mean. */
    private static final double ALIKE = 14;

    private static final double CHANCE = -Math.log(0.05);
    /** Fewer buyers who came back say nothing of how spend varies. */
    public static final int LEAST_SPENDERS = 50;

    private final IntConsumer told;

    /**
     * A fitting.
     *
     * @param told hears of each step and may throw to end it
     */
    public Fitting(IntConsumer told) {
        this.told = told;
    }

    /**
     * {@return a model of orders}
     *
     * @param kind which
     * @param groups the buyers
     */
    public Fit<OrderModel> orders(OrderModel.Kind kind, BuyerGroups groups) {
        BuyerGroups sample = groups.sample(SAMPLE);
        return switch (kind) {
            case NBD -> fit(withoutLeaving(groups), groups.total(), p -> new Nbd(p[0], p[1]));
            case BG_NBD ->
                leaving(
                        climb(
                                new BgNbdLikelihood(sample),
                                new BgNbdLikelihood(groups),
                                starts(groups.weeklyRate(), new double[][] {{0.8, 2.5}, {0.2, 4}, {2, 2}, {0.5, 20}})),
                        groups,
                        p -> new BgNbd(p[0], p[1], p[2], p[3]));
            case PARETO_NBD ->
                leaving(
                        climb(
                                new ParetoNbdLikelihood(sample),
                                new ParetoNbdLikelihood(groups),
                                starts(groups.weeklyRate(), new double[][] {{0.6, 12}, {0.2, 4}, {2, 40}, {0.5, 1}})),
                        groups,
                        p -> new ParetoNbd(p[0], p[1], p[2], p[3]));
        };
    }

    /**
     * A model in which buyers leave. Where its top lies at the edge, or it has none, and it tells no more of the buyers than the model in
     * which nobody leaves, that is what was found: the two parameters of leaving are known of nobody then, and no figure may rest on
     * them. The two models differ by two parameters; twice the difference of their log-likelihoods is at most a χ² of two degrees where
     * nobody leaves, whose quantile is −2 ln(1 − 0.95).
     */
    private Fit<OrderModel> leaving(Climb climb, BuyerGroups groups, Function<double[], OrderModel> model) {
        Fit<OrderModel> fit = fit(climb, groups.total(), model);
        if (fit instanceof Fit.Found<OrderModel> found && !found.atEdge()) {
            return fit;
        }
        double with = climb.end().height() * groups.total();
        double without = withoutLeaving(groups).end().height() * groups.total();
        return with - without < CHANCE
                ? new Fit.Refused<>(
                        Fit.Reason.NOBODY_LEAVES,
                        String.format(
                                Locale.ROOT,
                                "No buyer can be seen to leave: the log-likelihood is %.2f with leaving and %.2f without; less than %.2f"
                                        + " between them is chance.",
                                with,
                                without,
                                CHANCE))
                : fit;
    }

    /** Buyers who order at rates that differ, and never leave; where their rates do not differ, at the same rate. */
    private Climb withoutLeaving(BuyerGroups groups) {
        NbdLikelihood likelihood = new NbdLikelihood(groups);
        double rate = groups.weeklyRate();
        List<double[]> starts = DoubleStream.of(0.5, 2)
                .mapToObj(shape -> new double[] {Math.log(shape), Math.log(shape / rate)})
                .toList();
        Climb climb = climb(likelihood, likelihood, starts);
        if (climb.end() instanceof Optimum.Lost lost && lost.logs()[0] > EDGE) {
            double[] alike = {ALIKE, ALIKE - Math.log(rate)};
            double height = likelihood.at(alike, new double[2]);
            return new Climb(new Optimum.Top(alike, height, 0), climb.starts(), climb.starts());
        }
        return climb;
    }

    /** A gamma of shape r whose mean is the rate seen, or twice it, since some have left. */
    private static List<double[]> starts(double rate, double[][] ofLeaving) {
        List<double[]> starts = new ArrayList<>();
        double[] shapes = {0.3, 0.8, 2, 0.5};
        for (int i = 0; i < ofLeaving.length; i++) {
            double scale = shapes[i] / (rate * (1 + i % 2));
            starts.add(new double[] {
                Math.log(shapes[i]), Math.log(scale), Math.log(ofLeaving[i][0]), Math.log(ofLeaving[i][1])
            });
        }
        return starts;
    }

    /**
     * {@return a model of spend, refused where expected spend would not exist}
     *
     * @param groups the buyers who came back
     */
    public Fit<SpendModel> spend(SpendGroups groups) {
        if (groups.total() < LEAST_SPENDERS) {
            return new Fit.Refused<>(
                    Fit.Reason.TOO_LITTLE_DATA,
                    groups.total() + " buyers came back and paid; a model of spend needs " + LEAST_SPENDERS + ".");
        }
        double mean = groups.meanSpend(); // money is counted in means: what parameters can be depends on no currency
        List<double[]> starts = new ArrayList<>();
        double[][] shapes = {{6, 4}, {1, 2}, {2, 10}, {20, 3}};
        for (double[] shape : shapes) {
            starts.add(new double[] {Math.log(shape[0]), Math.log(shape[1]), Math.log((shape[1] - 1) / shape[0])});
        }
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(groups.in(mean));
        Fit<SpendModel> fit = fit(
                climb(likelihood, likelihood, starts), groups.total(), p -> new SpendModel(p[0], p[1], p[2] * mean));
        if (!(fit instanceof Fit.Found<SpendModel> found)) {
            return fit;
        }
        return found.model().q() <= 1
                ? new Fit.Refused<>(
                        Fit.Reason.SPEND_UNDEFINED,
                        String.format(
                                Locale.ROOT,
                                "q is %.3f. Up to 1 the mean spend of buyers does not exist: a few spend without measure. No spend"
                                        + " is predicted.",
                                found.model().q()))
                : found.with(found.logLikelihood() - groups.total() * Math.log(mean));
    }

    /**
     * Where the ascents ended.
     *
     * @param end of the last one, over all of the histories
     * @param starts ascents begun
     * @param agreeing of them, those which found the top from which the last one began
     */
    private record Climb(Optimum end, int starts, int agreeing) {}

    private Climb climb(Likelihood sample, Likelihood whole, List<double[]> starts) {
        List<Optimum> ends = starts.stream()
                .map(start -> new Ascent(sample, told).from(start))
                .toList();
        List<Optimum.Top> tops = ends.stream()
                .filter(Optimum.Top.class::isInstance)
                .map(Optimum.Top.class::cast)
                .sorted(Comparator.comparingDouble(Optimum.Top::height).reversed())
                .toList();
        if (tops.isEmpty()) {
            int highest = IntStream.range(0, ends.size())
                    .boxed()
                    .max(Comparator.comparingDouble(i -> ends.get(i).height()))
                    .orElseThrow();
            // What a sample does not tell, all of the histories may.
            Optimum end = sample == whole ? ends.get(highest) : new Ascent(whole, told).from(starts.get(highest));
            return new Climb(end, starts.size(), end instanceof Optimum.Top ? 1 : 0);
        }
        Optimum.Top best = tops.getFirst();
        int agreeing = (int) tops.stream()
                .filter(top -> best.height() - top.height() <= SAME * Math.abs(best.height()))
                .count();
        Optimum end = sample == whole ? best : new Ascent(whole, told).from(best.logs());
        return new Climb(end, starts.size(), agreeing);
    }

    private static <M> Fit<M> fit(Climb climb, long buyers, Function<double[], M> model) {
        return switch (climb.end()) {
            case Optimum.Top top ->
                new Fit.Found<>(
                        model.apply(top.parameters()),
                        top.height() * buyers,
                        climb.starts(),
                        climb.agreeing(),
                        top.steps(),
                        atEdge(top));
            case Optimum.Lost lost ->
                new Fit.Refused<>(
                        Fit.Reason.NOT_CONVERGED,
                        "None of the ascents from different starts ended at a top: " + lost.reason() + ".");
        };
    }

    private static boolean atEdge(Optimum top) {
        return java.util.Arrays.stream(top.logs()).anyMatch(log -> Math.abs(log) > EDGE);
    }
}
