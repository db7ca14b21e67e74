package io.guanxi.value.lifetime.estimate;

import org.hipparchus.special.Gamma;

/**
 * The likelihood of NBD, of the moments of the orders as those of BG/NBD and Pareto/NBD are, so that the three can be compared; it is
 * their limit where nobody leaves:
 *
 * <p>ln L = ln Γ(r+x) − ln Γ(r) + r ln α − (r+x) ln(α+T).
 */
final class NbdLikelihood implements Likelihood {

    private static final int PARAMETERS = 2;

    private final BuyerGroups groups;
    private final double total;
    private final int mostRepeats;

    NbdLikelihood(BuyerGroups groups) {
        this.groups = groups;
        this.total = groups.total();
        this.mostRepeats = groups.mostRepeats();
    }

    @Override
    public int parameters() {
        return PARAMETERS;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double[][] ofRepeats = new double[mostRepeats + 1][];
        for (int x = 0; x <= mostRepeats; x++) {
            ofRepeats[x] =
                    new double[] {Gamma.logGamma(r + x) - Gamma.logGamma(r), Gamma.digamma(r + x) - Gamma.digamma(r)};
        }
        double[] sums = Rows.sum(groups.size(), 1 + PARAMETERS, (from, to, sum) -> {
            for (int i = from; i < to; i++) {
                int x = groups.repeats()[i];
                double weeks = groups.age()[i] / groups.ticksPerWeek();
                long n = groups.buyers()[i];
                double logShare = -Math.log1p(weeks / alpha); // ln(α / (α + T)): nothing is lost where α is large
                sum[0] += n * (ofRepeats[x][0] + r * logShare - x * Math.log(alpha + weeks));
                sum[1] += n * (ofRepeats[x][1] + logShare);
                sum[2] += n * (r * weeks / alpha - x) / (alpha + weeks);
            }
        });
        gradient[0] = sums[1] * r / total;
        gradient[1] = sums[2] * alpha / total;
        return sums[0] / total;
    }
}
