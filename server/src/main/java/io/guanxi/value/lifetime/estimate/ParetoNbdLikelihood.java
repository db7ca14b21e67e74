package io.guanxi.value.lifetime.estimate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;

/**
 * The likelihood of Pareto/NBD: D. C. Schmittlein, D. G. Morrison, R. Colombo, Counting Your Customers: Who Are They and What Will
 * They Do Next?, Management Science 33 (1987); in the form of Hardie and Fader's note of 2005:
 *
 * <p>L = Γ(r+x)/Γ(r) α^r β^s [(α+T)^−(r+x) (β+T)^−s + G(x, tx) − G(x, T)], G being the {@link Departure}. Since G(x, T) is never above
 * the first term, the difference loses nothing. G depends on one time only and is computed once for each pair of x and time.
 */
final class ParetoNbdLikelihood implements Likelihood {

    private static final int PARAMETERS = 4;

    private final BuyerGroups groups;
    private final double total;
    private final int[] pairRepeats;
    private final int[] pairTicks;
    private final int[] pairOfLast;
    private final int[] pairOfAge;

    ParetoNbdLikelihood(BuyerGroups groups) {
        this.groups = groups;
        this.total = groups.total();
        this.pairOfLast = new int[groups.size()];
        this.pairOfAge = new int[groups.size()];
        Map<Long, Integer> pairs = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            pairOfLast[i] = pair(pairs, groups.repeats()[i], groups.last()[i]);
            pairOfAge[i] = pair(pairs, groups.repeats()[i], groups.age()[i]);
        }
        this.pairRepeats = new int[pairs.size()];
        this.pairTicks = new int[pairs.size()];
        pairs.forEach((pair, place) -> {
            pairRepeats[place] = (int) (pair >> 32);
            pairTicks[place] = pair.intValue();
        });
    }

    private static int pair(Map<Long, Integer> pairs, int repeats, int ticks) {
        return pairs.computeIfAbsent(((long) repeats << 32) | ticks, key -> pairs.size());
    }

    @Override
    public int parameters() {
        return PARAMETERS;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double s = Math.exp(logs[2]);
        double beta = Math.exp(logs[3]);
        Departure[] departures = new Departure[pairTicks.length];
        IntStream.range(0, departures.length)
                .parallel()
                .forEach(place -> departures[place] = Departure.after(
                        pairTicks[place] / groups.ticksPerWeek(), pairRepeats[place], r, alpha, s, beta));
        double[] constants = constants(r);
        double[] sums = Rows.sum(groups.size(), 1 + PARAMETERS, (from, to, sum) -> {
            for (int i = from; i < to; i++) {
                add(i, departures[pairOfLast[i]], departures[pairOfAge[i]], r, alpha, s, beta, sum);
            }
        });
        double known = 0;
        double byR = 0;
        for (int i = 0; i < groups.size(); i++) {
            known += groups.buyers()[i] * constants[2 * groups.repeats()[i]];
            byR += groups.buyers()[i] * constants[2 * groups.repeats()[i] + 1];
        }
        gradient[0] = ((sums[1] + byR) / total + Math.log(alpha)) * r;
        gradient[1] = (sums[2] / total + r / alpha) * alpha;
        gradient[2] = (sums[3] / total + Math.log(beta)) * s;
        gradient[3] = (sums[4] / total + s / beta) * beta;
        return (sums[0] + known) / total + r * Math.log(alpha) + s * Math.log(beta);
    }

    private double[] constants(double r) {
        int most = groups.mostRepeats();
        double[] constants = new double[2 * (most + 1)];
        for (int x = 0; x <= most; x++) {
            constants[2 * x] = Gamma.logGamma(r + x) - Gamma.logGamma(r);
            constants[2 * x + 1] = Gamma.digamma(r + x) - Gamma.digamma(r);
        }
        return constants;
    }

    private void add(
            int i,
            Departure afterLast,
            Departure afterEnd,
            double r,
            double alpha,
            double s,
            double beta,
            double[] sum) {
        double rho = r + groups.repeats()[i];
        double weeks = groups.age()[i] / groups.ticksPerWeek();
        long n = groups.buyers()[i];
        double lnA = Math.log(alpha + weeks);
        double lnB = Math.log(beta + weeks);
        double alive = -rho * lnA - s * lnB;
        double greatest = Math.max(alive, afterLast.log());
        double here = Math.exp(alive - greatest);
        double last = Math.exp(afterLast.log() - greatest);
        double end = Math.exp(afterEnd.log() - greatest);
        double whole = here + last - end;
        here /= whole;
        last /= whole;
        end /= whole;
        sum[0] += n * (greatest + Math.log(whole));
        sum[1] += n * (-here * lnA + last * afterLast.byR() - end * afterEnd.byR());
        sum[2] += n * (-here * rho / (alpha + weeks) + last * afterLast.byAlpha() - end * afterEnd.byAlpha());
        sum[3] += n * (-here * lnB + last * afterLast.byS() - end * afterEnd.byS());
        sum[4] += n * (-here * s / (beta + weeks) + last * afterLast.byBeta() - end * afterEnd.byBeta());
    }
}
