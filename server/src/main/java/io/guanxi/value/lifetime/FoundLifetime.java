package io.guanxi.value.lifetime;

import io.guanxi.value.lifetime.estimate.OrderModel;
import io.guanxi.value.lifetime.estimate.SpendModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fit has found, kept as it is.
 *
 * @param periods what was learned from and what was held back
 * @param trials the models of orders as they did on the held-back period; one without leaving only where leaving is not seen
 * @param orders the chosen one, fitted to everything up to the day of the fit
 * @param spend the model of spend, or null where it was refused
 * @param spendRefused why there is none, or null
 * @param tracking repeat orders week by week
 * @param frequency held-back orders by how often buyers had come back before
 */
@Schema(name = "LifetimeFound")
public record FoundLifetime(
        Periods periods,
        List<Trial> trials,
        Orders orders,
        @Nullable Spend spend,
        @Nullable Refusal spendRefused,
        List<TrackedWeek> tracking,
        List<FrequencyClass> frequency) {

    /** Copies the lists. */
    public FoundLifetime {
        trials = List.copyOf(trials);
        tracking = List.copyOf(tracking);
        frequency = List.copyOf(frequency);
    }

    /**
     * The calibration period and the one held back; both ends are within.
     *
     * @param from the first day with an order
     * @param calibrationTo last day that was learned from
     * @param heldBackTo last day of the held-back period
     * @param buyers who had ordered by the end of calibration
     * @param repeaters of them, those who had come back
     * @param heldBackOrders days with an order of theirs in the held-back period
     * @param every models were fitted to one buyer in so many
     */
    @Schema(name = "LifetimePeriods")
    public record Periods(
            LocalDate from,
            LocalDate calibrationTo,
            LocalDate heldBackTo,
            long buyers,
            long repeaters,
            long heldBackOrders,
            int every) {}

    /**
     * A model of orders, learned from the calibration period and judged by the held-back one.
     *
     * @param kind which
     * @param parameters by the papers' names; empty where it did not converge
     * @param logLikelihood of the buyers it was fitted to, or null
     * @param starts ascents begun
     * @param agreeing of them, those which found the same top
     * @param atEdge whether the top lies at the edge of what the parameters can be
     * @param refused why it has no parameters, or null
     * @param predictedOrders orders it expected in the held-back period of these buyers by their history, or null
     * @param totalError (predicted − actual) / actual over the held-back period, without the buyers' histories, or null
     * @param frequencyError Σ |predicted − actual| / Σ actual over the classes of frequency: what the choice is made by
     */
    @Schema(name = "LifetimeTrial")
    public record Trial(
            OrderModel.Kind kind,
            Map<String, Double> parameters,
            @Nullable Double logLikelihood,
            int starts,
            int agreeing,
            boolean atEdge,
            @Nullable Refusal refused,
            @Nullable Double predictedOrders,
            @Nullable Double totalError,
            @Nullable Double frequencyError) {}

    /**
     * The model of orders in use.
     *
     * @param kind which
     * @param parameters by the papers' names
     * @param logLikelihood of the buyers it was fitted to
     * @param buyers how many those are
     * @param starts ascents begun
     * @param agreeing of them, those which found the same top
     * @param atEdge whether the top lies at the edge of what the parameters can be
     * @param histories how many different histories those buyers have; null of a fit made before this was kept
     * @param steps of the last ascent, over all of them; null of such a fit
     */
    @Schema(name = "LifetimeOrders")
    public record Orders(
            OrderModel.Kind kind,
            Map<String, Double> parameters,
            double logLikelihood,
            long buyers,
            int starts,
            int agreeing,
            boolean atEdge,
            @Nullable Integer histories,
            @Nullable Integer steps) {

        OrderModel model() {
            return OrderModel.of(kind, parameters);
        }
    }

    /**
     * The model of spend in use.
     *
     * @param p shape of spend
     * @param q shape of its rate among buyers
     * @param v scale of its rate
     * @param mean expected spend on a day with an order of a buyer of whom nothing is known
     * @param logLikelihood of the buyers it was fitted to
     * @param buyers how many those are: who came back and paid
     * @param correlation between how often they came back and what they spend; the model takes it for none
     */
    @Schema(name = "LifetimeSpend")
    public record Spend(
            double p,
            double q,
            double v,
            double mean,
            double logLikelihood,
            long buyers,
            @Nullable Double correlation) {

        SpendModel model() {
            return new SpendModel(p, q, v);
        }
    }

    /**
     * Why there are no parameters.
     *
     * @param code stable
     * @param detail one sentence
     */
    @Schema(name = "LifetimeRefusal")
    public record Refusal(String code, String detail) {}

    /**
     * Repeat orders of the calibration period's buyers up to the end of a week.
     *
     * @param to last day of the week
     * @param heldBack whether it lies in the held-back period
     * @param actual all up to then
     * @param bgNbd what BG/NBD expects, or null
     * @param paretoNbd what Pareto/NBD expects, or null
     * @param nbd what NBD without leaving expects; null where it was not needed
     */
    @Schema(name = "LifetimeWeek")
    public record TrackedWeek(
            LocalDate to,
            boolean heldBack,
            long actual,
            @Nullable Double bgNbd,
            @Nullable Double paretoNbd,
            @Nullable Double nbd) {}

    /**
     * Buyers who had come back so often by the end of calibration.
     *
     * @param repeats how often
     * @param orMore whether those who came back more often are with them
     * @param buyers how many
     * @param actual orders of theirs in the held-back period
     * @param bgNbd what BG/NBD expects, or null
     * @param paretoNbd what Pareto/NBD expects, or null
     * @param nbd what NBD without leaving expects; null where it was not needed
     */
    @Schema(name = "LifetimeFrequency")
    public record FrequencyClass(
            int repeats,
            boolean orMore,
            long buyers,
            long actual,
            @Nullable Double bgNbd,
            @Nullable Double paretoNbd,
            @Nullable Double nbd) {}
}
