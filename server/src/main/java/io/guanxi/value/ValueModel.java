package io.guanxi.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a member is worth to this brand, as data: {@code value-model.yaml}, versioned.
 *
 * <p>raw(d) = Σ (points · min(n, cap) + pointsPerAmount · amount) · 2^(−age/halfLife) over the member's days and the events of
 * dimension d; score = 100 · (1 − e^(−raw/scale)); value = Σ weight · score.
 *
 * @param highValueAbove a member of a higher value is of high value
 * @param dimensions weight and scale of each dimension; all four, their weights sum to one
 * @param events what an event counts for; an event stands here at most once
 * @param passive events that are not the member's own doing
 * @param stages the rules of AIPL
 * @param layers the rules of the relationship layers
 * @param levels the rules of the growth levels
 * @param rfm how recency, frequency and money become scores from 1 to 5
 * @param topSpenders the rules of the top tier by spend
 */
public record ValueModel(
        double highValueAbove,
        Map<Dimension, DimensionRule> dimensions,
        List<EventRule> events,
        List<String> passive,
        StageRules stages,
        LayerRules layers,
        LevelRules levels,
        RfmRules rfm,
        TopSpenderRules topSpenders) {

    /** Copies the lists; refuses what is missing. */
    public ValueModel {
        dimensions = Map.copyOf(given(dimensions, "dimensions"));
        events = List.copyOf(given(events, "events"));
        passive = List.copyOf(given(passive, "passive"));
        given(stages, "stages");
        given(layers, "layers");
        given(levels, "levels");
        given(rfm, "rfm");
        given(topSpenders, "topSpenders");
    }

    private static <T> T given(@Nullable T part, String name) {
        return Objects.requireNonNull(part, () -> name + " is missing");
    }

    /**
     * {@return the rule of a dimension}
     *
     * @param dimension which
     */
    public DimensionRule rule(Dimension dimension) {
        DimensionRule rule = dimensions.get(dimension);
        if (rule == null) {
            throw new IllegalStateException("a checked value model has all dimensions");
        }
        return rule;
    }

    /**
     * A dimension's share in the value and its yardstick.
     *
     * @param weight 0 to 1
     * @param scale the raw sum that scores 63 (1 − 1/e), above 0
     */
    public record DimensionRule(double weight, double scale) {}

    /**
     * What an event counts for.
     *
     * @param event its name in the catalogue
     * @param dimension where it counts
     * @param points for each occurrence
     * @param pointsPerAmount for each unit of money
     * @param halfLifeDays after so many days it counts half
     * @param dailyCap occurrences of one member and day that give points, or null for all
     */
    public record EventRule(
            String event,
            Dimension dimension,
            double points,
            double pointsPerAmount,
            double halfLifeDays,
            @Nullable Integer dailyCap) {

        /** Refuses what is missing. */
        public EventRule {
            given(event, "event");
            given(dimension, "dimension");
        }
    }

    /**
     * AIPL: a stage is held for some calendar months after its last signal, and the highest held counts.
     *
     * @param interest what shows interest
     * @param purchase how long an order counts
     * @param loyalty what shows loyalty
     */
    public record StageRules(Interest interest, Purchase purchase, Loyalty loyalty) {

        /** Refuses what is missing. */
        public StageRules {
            given(interest, "interest");
            given(purchase, "purchase");
            given(loyalty, "loyalty");
        }

        /**
         * Interest.
         *
         * @param months held for so many calendar months, the signal's own included
         * @param events the signals
         */
        public record Interest(int months, List<String> events) {
            /** Copies the list. */
            public Interest {
                events = List.copyOf(given(events, "events"));
            }
        }

        /**
         * Purchase: an order.
         *
         * @param months held for so many calendar months, the order's own included
         */
        public record Purchase(int months) {}

        /**
         * Loyalty: a repeat order, or an order and an act of advocacy.
         *
         * @param months held for so many calendar months, the signal's own included
         * @param orders the order that is a repeat one, 2 = the second
         * @param withinDays and so many days before it are looked at
         * @param advocacy events that speak for the brand
         */
        public record Loyalty(int months, int orders, int withinDays, List<String> advocacy) {
            /** Copies the list. */
            public Loyalty {
                advocacy = List.copyOf(given(advocacy, "advocacy"));
            }
        }
    }

    /**
     * Relationship layers.
     *
     * @param activeDays days with activity that make ACTIVE
     * @param withinDays of the last so many days, at most 60
     * @param orders orders that make an active member LOYAL
     * @param ordersWithinDays within the last so many days
     */
    public record LayerRules(int activeDays, int withinDays, int orders, int ordersWithinDays) {}

    /**
     * Growth levels.
     *
     * @param influence weights of the scores whose mean is the influence; they sum to one
     * @param engaged least figures of ENGAGED
     * @param advocate least figures of ADVOCATE
     * @param koc least figures of KOC
     */
    public record LevelRules(Influence influence, LevelRule engaged, LevelRule advocate, KocRule koc) {

        /** Refuses what is missing. */
        public LevelRules {
            given(influence, "influence");
            given(engaged, "engaged");
            given(advocate, "advocate");
            given(koc, "koc");
        }

        /**
         * Weights of three scores.
         *
         * @param content weight of the content score
         * @param interaction weight of the interaction score
         * @param social weight of the social score
         */
        public record Influence(double content, double interaction, double social) {}

        /**
         * The least figures of a level.
         *
         * @param influence least influence
         * @param content least content score
         * @param interaction least interaction score
         * @param social least social score
         */
        public record LevelRule(double influence, double content, double interaction, double social) {}

        /**
         * The least figures of KOC and how many there may be.
         *
         * @param influence least influence
         * @param content least content score
         * @param interaction least interaction score
         * @param social least social score
         * @param topShare at most this share of all members, 0 to 1
         */
        public record KocRule(double influence, double content, double interaction, double social, double topShare) {}
    }

    /**
     * RFM.
     *
     * @param method fifths of the buyers, or fixed bounds
     * @param windowDays orders of the last so many days count, or null for all
     * @param recencyDays FIXED: four falling bounds in days
     * @param frequency FIXED: four rising bounds
     * @param monetary FIXED: four rising bounds
     */
    public record RfmRules(
            Method method,
            @Nullable Integer windowDays,
            @Nullable List<Integer> recencyDays,
            @Nullable List<Integer> frequency,
            @Nullable List<Double> monetary) {

        /** Refuses what is missing. */
        public RfmRules {
            given(method, "method");
        }

        /** Where the bounds come from. */
        public enum Method {
            /** From the buyers themselves: fifths. */
            QUINTILES,
            /** From the model. */
            FIXED
        }
    }

    /**
     * The top tier.
     *
     * @param share of the buyers, 0 to 1
     * @param days by the spend of the last so many days
     * @param monthDays length of a month in month-on-month figures
     */
    public record TopSpenderRules(double share, int days, int monthDays) {}
}
