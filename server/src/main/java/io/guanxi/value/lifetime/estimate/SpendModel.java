package io.guanxi.value.lifetime.estimate;

/**
 * The Gamma-Gamma model of spend (Fader and Hardie 2013): what buyers spend on a day with an order is gamma distributed (p, ν), and ν
 * is gamma distributed (q, v) among buyers. A buyer's expected spend is a weighted mean of their own and everybody's.
 *
 * @param p shape of spend
 * @param q shape of its rate among buyers, above 1: else the mean does not exist
 * @param v scale of its rate, in the brand's currency
 */
public record SpendModel(double p, double q, double v) {

    /** {@return what a buyer of whom nothing is known spends on a day with an order} */
    public double mean() {
        return p * v / (q - 1);
    }

    /**
     * {@return what a buyer will spend on a day with an order: p (v + x·z) / (p·x + q − 1)}
     *
     * @param repeats x, days with an order after the first
     * @param spend x·z, what was spent on them in all
     */
    public double expected(int repeats, double spend) {
        return p * (v + spend) / (p * repeats + q - 1);
    }
}
