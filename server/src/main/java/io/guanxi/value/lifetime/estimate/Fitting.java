package io.guanxi.value.lifetime.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Fits the models by maximum likelihood. The starts lie far apart and climb on a sample of the histories; the highest top is where
 * the last ascent, over all of them, begins.
 */
public final class Fitting {

    private static final int SAMPLE = 20_000;
    private static final double SAME = 1e-6;
    private static final double EDGE = 6;
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
            case BG_NBD ->
                fit(
                        new BgNbdLikelihood(sample),
                        new BgNbdLikelihood(groups),
                        starts(groups.weeklyRate(), new double[][] {{0.8, 2.5}, {0.2, 4}, {2, 2}, {0.5, 20}}),
                        groups.total(),
                        p -> new BgNbd(p[0], p[1], p[2], p[3]));
            case PARETO_NBD ->
                fit(
                        new ParetoNbdLikelihood(sample),
                        new ParetoNbdLikelihood(groups),
                        starts(groups.weeklyRate(), new double[][] {{0.6, 12}, {0.2, 4}, {2, 40}, {0.5, 1}}),
                        groups.total(),
                        p -> new ParetoNbd(p[0], p[1], p[2], p[3]));
        };
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
        Fit<SpendModel> fit =
                fit(likelihood, likelihood, starts, groups.total(), p -> new SpendModel(p[0], p[1], p[2] * mean));
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

    private <M> Fit<M> fit(
            Likelihood sample, Likelihood whole, List<double[]> starts, long buyers, Function<double[], M> model) {
        List<Optimum> ends = starts.stream()
                .map(start -> new Ascent(sample, told).from(start))
                .toList();
        List<Optimum.Top> tops = ends.stream()
                .filter(Optimum.Top.class::isInstance)
                .map(Optimum.Top.class::cast)
                .sorted(Comparator.comparingDouble(Optimum.Top::height).reversed())
                .toList();
        if (tops.isEmpty()) {
            return notConverged(ends);
        }
        Optimum.Top best = tops.getFirst();
        int agreeing = (int) tops.stream()
                .filter(top -> best.height() - top.height() <= SAME * Math.abs(best.height()))
                .count();
        Optimum end = sample == whole ? best : new Ascent(whole, told).from(best.logs());
        return switch (end) {
            case Optimum.Top top ->
                new Fit.Found<>(
                        model.apply(top.parameters()),
                        top.height() * buyers,
                        starts.size(),
                        agreeing,
                        top.steps(),
                        atEdge(top));
            case Optimum.Lost lost -> notConverged(List.of(lost));
        };
    }

    private static boolean atEdge(Optimum top) {
        return java.util.Arrays.stream(top.logs()).anyMatch(log -> Math.abs(log) > EDGE);
    }

    private static <M> Fit<M> notConverged(List<Optimum> ends) {
        String reason = ends.stream()
                .filter(Optimum.Lost.class::isInstance)
                .map(Optimum.Lost.class::cast)
                .max(Comparator.comparingDouble(Optimum.Lost::height))
                .map(Optimum.Lost::reason)
                .orElseThrow();
        return new Fit.Refused<>(
                Fit.Reason.NOT_CONVERGED, "None of the ascents from different starts ended at a top: " + reason + ".");
    }
}
