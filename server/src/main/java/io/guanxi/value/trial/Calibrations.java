package io.guanxi.value.trial;

import io.guanxi.platform.Progress;
import io.guanxi.value.Dimension;
import io.guanxi.value.ValueModel;
import io.guanxi.value.scoring.ModelBench;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Suggests scales. With scale = raw / −ln(1 − score/100), the member whose sum is {@code raw} gets that score: by default the
 * one whom nine tenths of those with anything in the dimension do not exceed gets 90.
 */
@Component
public class Calibrations {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private final Sample sample;
    private final Clock clock;

    Calibrations(Sample sample, Clock clock) {
        this.sample = sample;
        this.clock = clock;
    }

    private record Sums(long members, double median, double raw) {}

    /**
     * {@return scales that fit the brand}
     *
     * @param model the model; its scales do not matter
     * @param share 0 to 1, e.g. 0.9
     * @param score above 0, below 100, e.g. 90
     */
    public Calibration fit(ValueModel model, double share, double score) {
        LocalDate asOf = sample.asOf();
        int every = sample.kept().every();
        Map<String, Calibration.Fit> fits = new LinkedHashMap<>();
        Map<Dimension, ValueModel.DimensionRule> rules = new EnumMap<>(Dimension.class);
        try (ModelBench bench = sample.bench(model, asOf, List.of())) {
            bench.make(List.of("member_fact"), new Progress(clock), 0, 1);
            for (Dimension dimension : Dimension.values()) {
                ValueModel.DimensionRule rule = model.rule(dimension);
                Calibration.Fit fit = fit(sums(bench.sql(), dimension, share), rule.scale(), score);
                fits.put(dimension.key(), fit);
                rules.put(dimension, new ValueModel.DimensionRule(rule.weight(), fit.suggested()));
            }
        }
        return new Calibration(asOf, every, share, score, fits, with(model, rules));
    }

    private static Sums sums(JdbcClient sql, Dimension dimension, double share) {
        String raw = "raw_" + dimension.key();
        return sql.sql("""
                        SELECT count(*) AS members, coalesce(quantile_disc(%1$s, 0.5), 0) AS median,
                               coalesce(quantile_disc(%1$s, %2$s), 0) AS raw
                        FROM member_fact WHERE %1$s > 0""".formatted(raw, BigDecimal.valueOf(share).toPlainString()))
                .query(Sums.class)
                .single();
    }

    private static Calibration.Fit fit(Sums sums, double now, double score) {
        double suggested = sums.members() == 0
                ? now
                : BigDecimal.valueOf(sums.raw() / -Math.log(1 - score / 100))
                        .round(THREE_DIGITS)
                        .doubleValue();
        return new Calibration.Fit(
                now,
                suggested > 0 ? suggested : now,
                sums.members(),
                sums.median(),
                sums.raw(),
                scored(sums.median(), suggested > 0 ? suggested : now),
                scored(sums.raw(), now));
    }

    private static double scored(double raw, double scale) {
        return Math.round(1e4 * (1 - Math.exp(-raw / scale))) / 100.0;
    }

    private static ValueModel with(ValueModel model, Map<Dimension, ValueModel.DimensionRule> rules) {
        return new ValueModel(
                model.highValueAbove(),
                rules,
                model.events(),
                model.passive(),
                model.stages(),
                model.layers(),
                model.levels(),
                model.rfm(),
                model.topSpenders());
    }
}
