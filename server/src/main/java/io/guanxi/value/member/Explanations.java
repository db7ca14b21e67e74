package io.guanxi.value.member;

import io.guanxi.platform.Problem;
import io.guanxi.value.Dimension;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.ValueModel;
import io.guanxi.value.member.Contributions.Contribution;
import io.guanxi.value.model.ValueModelStore;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why a member has this value: dimension by dimension, event by event, with the formula's own numbers. */
@Component
public class Explanations {

    private static final double MICRO = 1e6;
    private static final int DAYS_SHOWN = 10;

    private final ScoringRuns runs;
    private final ValueModelStore models;
    private final Contributions contributions;
    private final MemberScores scores;
    private final Verdicts verdicts;

    Explanations(
            ScoringRuns runs,
            ValueModelStore models,
            Contributions contributions,
            MemberScores scores,
            Verdicts verdicts) {
        this.runs = runs;
        this.models = models;
        this.contributions = contributions;
        this.scores = scores;
        this.verdicts = verdicts;
    }

    /**
     * {@return why a member has this value}
     *
     * @param no number of a live member
     */
    public Explanation of(int no) {
        ScoringRun run = runs.latestDone().orElseThrow(Explanations::none);
        ValueModel model = models.find(run.modelVersion()).orElseThrow().model();
        Map<Integer, List<Contribution>> counted =
                contributions.of(no, model, run).stream().collect(Collectors.groupingBy(Contribution::dimension));
        List<Explanation.Part> parts = java.util.Arrays.stream(Dimension.values())
                .map(dimension -> part(dimension, model, counted.getOrDefault(dimension.number(), List.of())))
                .toList();
        double value = round(
                parts.stream().mapToDouble(part -> part.weight() * part.score()).sum());
        Optional<MemberScore> score = scores.find(no);
        @Nullable Double stored = score.map(MemberScore::value).orElse(null);
        Optional<Verdicts.All> judged = verdicts.of(no, model);
        return new Explanation(
                no,
                run.asOf(),
                run.modelVersion(),
                run.lateData().key(),
                value,
                stored,
                stored == null || Math.abs(stored - value) > 1e-4,
                sum(parts, value),
                parts,
                judged.map(Verdicts.All::rfm).orElse(null),
                judged.map(Verdicts.All::stage).orElse(null),
                judged.map(Verdicts.All::layer).orElse(null),
                judged.map(Verdicts.All::level).orElse(null),
                judged.map(Verdicts.All::topSpender).orElse(null));
    }

    static Problem none() {
        return Problem.conflict("run.none", "No scoring run has ended yet; ask for one first.");
    }

    private static Explanation.Part part(Dimension dimension, ValueModel model, List<Contribution> counted) {
        ValueModel.DimensionRule rule = model.rule(dimension);
        double raw = Math.max(0, counted.stream().mapToLong(Contribution::micro).sum()) / MICRO;
        double score = round(100 * (1 - Math.exp(-raw / rule.scale())));
        List<Explanation.Event> events =
                counted.stream().collect(Collectors.groupingBy(Contribution::event)).values().stream()
                        .map(same -> event(same, raw))
                        .sorted(Comparator.comparingDouble((Explanation.Event event) -> -Math.abs(event.raw()))
                                .thenComparing(Explanation.Event::event))
                        .toList();
        String formula = String.format(
                Locale.ROOT, "100 × (1 − e^(−%s / %s)) = %s", plain(raw), plain(rule.scale()), plain(score));
        return new Explanation.Part(
                dimension.key(), score, rule.weight(), raw, rule.scale(), formula, events, days(counted));
    }

    private static Explanation.Event event(List<Contribution> same, double whole) {
        Contribution one = same.getFirst();
        double raw = same.stream().mapToLong(Contribution::micro).sum() / MICRO;
        BigDecimal amount = same.stream()
                .map(Contribution::amount)
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
        return new Explanation.Event(
                one.event(),
                same.stream().mapToLong(Contribution::n).sum(),
                same.stream().mapToLong(Contribution::counted).sum(),
                one.dailyCap() == Integer.MAX_VALUE ? null : one.dailyCap(),
                amount,
                one.points(),
                one.pointsPerAmount(),
                one.halfLifeDays(),
                raw,
                whole > 0 ? round(raw / whole) : 0,
                same.stream()
                        .map(Contribution::day)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                same.stream()
                        .map(Contribution::day)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private static List<Explanation.Day> days(List<Contribution> counted) {
        return counted.stream()
                .collect(Collectors.groupingBy(
                        Contribution::day, TreeMap::new, Collectors.summingLong(Contribution::micro)))
                .entrySet()
                .stream()
                .map(day -> new Explanation.Day(day.getKey(), day.getValue() / MICRO))
                .sorted(Comparator.comparingDouble(Explanation.Day::raw).reversed())
                .limit(DAYS_SHOWN)
                .toList();
    }

    private static String sum(List<Explanation.Part> parts, double value) {
        return parts.stream()
                        .map(part -> plain(part.weight()) + " × " + plain(part.score()))
                        .collect(Collectors.joining(" + "))
                + " = " + plain(value);
    }

    private static double round(double number) {
        return Math.round(number * 1e4) / 1e4;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(round(number)).stripTrailingZeros().toPlainString();
    }
}
