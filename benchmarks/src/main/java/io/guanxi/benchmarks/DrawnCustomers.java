package io.guanxi.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Customers who order, leave and spend as a model of lifetime value has it, drawn by seed: what is fitted to them must come back.
 *
 * @param leaving how they leave
 * @param customers how many
 * @param seed of the draw
 */
record DrawnCustomers(Leaving leaving, int customers, long seed) {

    /** The last day that is known. */
    static final LocalDate END = LocalDate.of(2026, 6, 30);

    /** The map that imports them. */
    static final String MAP = """
            SELECT order_no                              AS event_id,
                   'Order Completed'                     AS event,
                   CAST(day || 'T12:00:00' AS TIMESTAMP) AS ts,
                   customer                              AS id_customer,
                   CAST(amount AS DECIMAL(18, 2))        AS amount
            FROM input
            """;

    private static final double P = 5;
    private static final double Q = 4;
    private static final double V = 30;

    /** Spend on a day with an order is gamma (p, ν), ν is gamma (q, v) among customers. */
    static final Map<String, Double> SPEND = Map.of("p", P, "q", Q, "v", V);

    private static final int DAYS = 156 * 7;
    /** First orders lie in the first two thirds, so that everybody is known for a year. */
    private static final int BEGINNINGS = 104 * 7;

    private static final double DAYS_A_WEEK = 7;

    /** How customers leave. Rates of ordering are gamma (r, α a week) in both. */
    enum Leaving {
        /** After an order, with a probability that is beta (a, b): BG/NBD. */
        BG_NBD(Map.of("r", 0.9, "alpha", 30.0, "a", 0.9, "b", 3.0)),
        /** At any time, at a rate that is gamma (s, β a week): Pareto/NBD. */
        PARETO_NBD(Map.of("r", 0.9, "alpha", 30.0, "s", 0.8, "beta", 40.0));

        private final Map<String, Double> parameters;

        Leaving(Map<String, Double> parameters) {
            this.parameters = parameters;
        }

        /** {@return the parameters they are drawn with, in weeks} */
        Map<String, Double> parameters() {
            return parameters;
        }

        private double of(String name) {
            return parameters.getOrDefault(name, Double.NaN);
        }
    }

    /** Writes their orders, one CSV row an order; answers how many. */
    long write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long orders = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("order_no,customer,day,amount\n");
            for (int customer = 0; customer < customers; customer++) {
                double rate = gamma(random, leaving.of("r")) / leaving.of("alpha") / DAYS_A_WEEK;
                double spending = gamma(random, Q) / V;
                double time = random.nextDouble(BEGINNINGS);
                double end = DAYS;
                double afterOrder = 0;
                if (leaving == Leaving.BG_NBD) {
                    double left = gamma(random, leaving.of("a"));
                    afterOrder = left / (left + gamma(random, leaving.of("b")));
                } else {
                    double leaves = gamma(random, leaving.of("s")) / leaving.of("beta") / DAYS_A_WEEK;
                    end = Math.min(DAYS, time + random.nextExponential() / leaves);
                }
                boolean here = true;
                for (boolean again = false; here && time < end; again = true) {
                    out.write("%d,c%d,%s,%s%n"
                            .formatted(
                                    orders++,
                                    customer,
                                    END.minusDays(DAYS - 1L - (long) time),
                                    String.format(Locale.ROOT, "%.2f", Math.max(0.01, gamma(random, P) / spending))));
                    here = !again || random.nextDouble() >= afterOrder;
                    time += random.nextExponential() / rate;
                }
            }
        }
        return orders;
    }

    /** A draw of gamma (shape, 1): G. Marsaglia, W. W. Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26, 2000. */
    private static double gamma(SplittableRandom random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cube = Math.pow(1 + c * normal, 3);
            if (cube > 0
                    && Math.log(1 - random.nextDouble()) < normal * normal / 2 + d - d * cube + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}
