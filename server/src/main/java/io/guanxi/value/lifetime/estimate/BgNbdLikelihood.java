package io.guanxi.value.lifetime.estimate;

import org.hipparchus.special.Gamma;

/**
 * The likelihood of BG/NBD: P. S. Fader, B. G. S. Hardie, K. L. Lee, “Counting Your Customers” the Easy Way, Marketing Science 24
 * (2005), equation (6), written as in their note on Excel:
 *
 * <p>ln L = ln Γ(r+x) − ln Γ(r) + r ln α + ln Γ(b+x) − ln Γ(b) + ln Γ(a+b) − ln Γ(a+b+x) + ln(e^A + [x&gt;0] e^B), with
 * A = −(r+x) ln(α+T) and B = ln a − ln(b+x−1) − (r+x) ln(α+tx). What depends on x alone, or on one time alone, is computed
 * once for each x and each tick.
 */
final class BgNbdLikelihood implements Likelihood {

    private static final int PARAMETERS = 4;

    private final BuyerGroups groups;
    private final double total;
    private final int mostRepeats;
    private final int mostTicks;

    BgNbdLikelihood(BuyerGroups groups) {
        this.groups = groups;
        this.total = groups.total();
        this.mostRepeats = groups.mostRepeats();
        this.mostTicks = groups.mostTicks();
    }

    @Override
    public int parameters() {
        return PARAMETERS;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double a = Math.exp(logs[2]);
        double b = Math.exp(logs[3]);
        double[][] ofRepeats = new double[mostRepeats + 1][];
        for (int x = 0; x <= mostRepeats; x++) {
            ofRepeats[x] = ofRepeats(x, r, alpha, a, b);
        }
        double[] log = new double[mostTicks + 1];
        double[] inverse = new double[mostTicks + 1];
        for (int tick = 0; tick <= mostTicks; tick++) {
            double time = alpha + tick / groups.ticksPerWeek();
            log[tick] = Math.log(time);
            inverse[tick] = 1 / time;
        }
        double[] sums = Rows.sum(groups.size(), 1 + PARAMETERS, (from, to, sum) -> {
            for (int i = from; i < to; i++) {
                int x = groups.repeats()[i];
                int last = groups.last()[i];
                int age = groups.age()[i];
                long n = groups.buyers()[i];
                double[] known = ofRepeats[x];
                double alive = -(r + x) * log[age];
                double left = x == 0 ? Double.NEGATIVE_INFINITY : known[4] - (r + x) * log[last];
                double odds = Math.exp(Math.min(left, alive) - Math.max(left, alive));
                double share = left > alive ? 1 / (1 + odds) : odds / (1 + odds); // of having left
                sum[0] += n * (known[0] + Math.max(left, alive) + Math.log1p(odds));
                sum[1] += n * (known[1] - (1 - share) * log[age] - share * log[last]);
                sum[2] += n * (r / alpha - (r + x) * ((1 - share) * inverse[age] + share * inverse[last]));
                sum[3] += n * (known[2] + share / a);
                sum[4] += n * (known[3] - (x == 0 ? 0 : share / (b + x - 1)));
            }
        });
        gradient[0] = sums[1] * r / total;
        gradient[1] = sums[2] * alpha / total;
        gradient[2] = sums[3] * a / total;
        gradient[3] = sums[4] * b / total;
        return sums[0] / total;
    }

    /** The logarithm of what does not depend on times, its derivatives by r, a and b, and ln a − ln(b+x−1). */
    private static double[] ofRepeats(int x, double r, double alpha, double a, double b) {
        double byA = Gamma.digamma(a + b) - Gamma.digamma(a + b + x);
        return new double[] {
            Gamma.logGamma(r + x)
                    - Gamma.logGamma(r)
                    + r * Math.log(alpha)
                    + Gamma.logGamma(b + x)
                    - Gamma.logGamma(b)
                    + Gamma.logGamma(a + b)
                    - Gamma.logGamma(a + b + x),
            Gamma.digamma(r + x) - Gamma.digamma(r) + Math.log(alpha),
            byA,
            Gamma.digamma(b + x) - Gamma.digamma(b) + byA,
            x == 0 ? Double.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + x - 1)
        };
    }
}
