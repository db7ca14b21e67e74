package io.guanxi.value.lifetime.estimate;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * The likelihood of the Gamma-Gamma model of spend: P. S. Fader, B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value (2013),
 * equation (1a), γ being v here. With z the mean spend of x orders:
 *
 * <p>ln L = ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln v + (px−1) ln z + px ln x − (px+q) ln(v + xz).
 */
final class GammaGammaLikelihood implements Likelihood {

    private static final int PARAMETERS = 3;

    private final SpendGroups groups;
    private final double total;
    private final int mostRepeats;

    GammaGammaLikelihood(SpendGroups groups) {
        this.groups = groups;
        this.total = groups.total();
        this.mostRepeats = Arrays.stream(groups.repeats()).max().orElse(0);
    }

    @Override
    public int parameters() {
        return PARAMETERS;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        double p = Math.exp(logs[0]);
        double q = Math.exp(logs[1]);
        double v = Math.exp(logs[2]);
        double[][] ofRepeats = new double[mostRepeats + 1][];
        for (int x = 1; x <= mostRepeats; x++) {
            double both = Gamma.digamma(p * x + q);
            ofRepeats[x] = new double[] {
                Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) - Gamma.logGamma(q) + q * Math.log(v),
                x * (both - Gamma.digamma(p * x)),
                both - Gamma.digamma(q) + Math.log(v)
            };
        }
        double[] sums = Rows.sum(groups.repeats().length, 1 + PARAMETERS, (from, to, sum) -> {
            for (int i = from; i < to; i++) {
                int x = groups.repeats()[i];
                double spend = groups.spend()[i];
                long n = groups.buyers()[i];
                double log = Math.log(spend);
                double with = Math.log(v + spend);
                double[] known = ofRepeats[x];
                sum[0] += n * (known[0] + p * x * log - (log - Math.log(x)) - (p * x + q) * with);
                sum[1] += n * (known[1] + x * (log - with));
                sum[2] += n * (known[2] - with);
                sum[3] += n * (q / v - (p * x + q) / (v + spend));
            }
        });
        gradient[0] = sums[1] * p / total;
        gradient[1] = sums[2] * q / total;
        gradient[2] = sums[3] * v / total;
        return sums[0] / total;
    }
}
