package io.guanxi.community.web;

import io.guanxi.community.CommunityId;
import io.guanxi.community.CommunityStage;
import io.guanxi.community.GoldenRule;
import io.guanxi.community.figures.CommunityFigures;
import io.guanxi.community.figures.CommunityFigures.Sums;
import io.guanxi.community.figures.CommunityScore;
import io.guanxi.community.figures.ForecastPoint;
import io.guanxi.community.figures.MemberPart;
import io.guanxi.community.figures.PeriodFigures;
import io.guanxi.community.registry.CommunityRegistry;
import io.guanxi.community.registry.RegisteredCommunity;
import io.guanxi.community.web.CommunityReport.CarriedBy;
import io.guanxi.community.web.CommunityReport.Contributor;
import io.guanxi.community.web.CommunityReport.Forecast;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what people say about communities and what the last run found. */
@Component
class CommunityBook {

    private static final int CONTRIBUTORS = 20;

    private final CommunityRegistry registry;
    private final CommunityFigures figures;
    private final PeriodFigures periods;
    private final MemberNames names;

    CommunityBook(CommunityRegistry registry, CommunityFigures figures, PeriodFigures periods, MemberNames names) {
        this.registry = registry;
        this.figures = figures;
        this.periods = periods;
        this.names = names;
    }

    /** What the list is asked for. */
    record Question(
            String sort,
            @Nullable CommunityStage stage,
            @Nullable String text,
            int limit) {}

    /** One page of the list. All communities are read and sorted; there are thousands at most. */
    Page<CommunitySummary> page(Question question, @Nullable String cursor) {
        LocalDate asOf = figures.asOf().orElse(null);
        Map<String, CommunityScore> scores = new HashMap<>();
        if (asOf != null) {
            figures.scores().forEach(score -> scores.put(score.community(), score));
        }
        List<CommunitySummary> all = new ArrayList<>();
        for (RegisteredCommunity said : registry.all()) {
            all.add(CommunitySummary.of(said.key(), said, scores.get(said.key()), asOf, List.of()));
        }
        all.stream().map(CommunitySummary::key).toList().forEach(scores::remove);
        scores.forEach((key, score) -> all.add(CommunitySummary.of(key, null, score, asOf, List.of())));

        List<CommunitySummary> chosen = all.stream()
                .filter(it -> question.stage() == null || it.standing().stage() == question.stage())
                .filter(it -> question.text() == null || it.mentions(question.text()))
                .sorted(CommunityOrder.of(question.sort()))
                .toList();
        int from = cursor == null ? 0 : placeAfter(chosen, cursor);
        List<CommunitySummary> page = chosen.subList(from, Math.min(from + question.limit(), chosen.size()));
        boolean more = from + page.size() < chosen.size();
        return new Page<>(
                asOf == null ? page : withTrends(page), more ? page.getLast().id() : null);
    }

    private static int placeAfter(List<CommunitySummary> chosen, String cursor) {
        for (int place = 0; place < chosen.size(); place++) {
            if (chosen.get(place).id().equals(cursor)) {
                return place + 1;
            }
        }
        throw Problem.badRequest(
                "community.cursor-invalid", "This cursor is not from this list; start again without one.");
    }

    private List<CommunitySummary> withTrends(List<CommunitySummary> page) {
        Map<String, Integer> numbers =
                figures.numbers(page.stream().map(CommunitySummary::key).toList());
        Map<Integer, List<Double>> trends = figures.trends(numbers.values());
        return page.stream()
                .map(it -> it.withTrend(trends.getOrDefault(numbers.getOrDefault(it.key(), -1), List.of())))
                .toList();
    }

    /** One community in full. */
    CommunityReport report(CommunityId id) {
        Optional<RegisteredCommunity> said = registry.find(id.key());
        LocalDate asOf = figures.asOf().orElse(null);
        CommunityScore score = asOf == null ? null : figures.score(id.key()).orElse(null);
        RuleInForce rule = RuleInForce.of(registry.rule(), asOf == null ? null : figures.goldenLine());
        if (score == null) {
            RegisteredCommunity known = said.orElseThrow(CommunityBook::unknown);
            CommunitySummary summary = CommunitySummary.of(id.key(), known, null, asOf, List.of());
            return new CommunityReport(
                    summary, rule, null, List.of(), List.of(), List.of(), List.of(), List.of(), new CarriedBy(0, 0));
        }
        int number = score.communityNo();
        List<Double> trend = figures.trends(List.of(number)).getOrDefault(number, List.of());
        List<ForecastPoint> points = figures.points(number);
        Sums sums = figures.sums(number);
        return new CommunityReport(
                CommunitySummary.of(id.key(), said.orElse(null), score, asOf, trend),
                rule,
                reason(score),
                figures.weeks(number),
                figures.lifeCurve(number),
                figures.outlooks(number).stream()
                        .map(outlook -> Forecast.of(outlook, points))
                        .toList(),
                figures.errors(),
                contributors(number, sums),
                new CarriedBy(sums.carriers(), share(sums.carriers(), sums.members())));
    }

    private @Nullable PeriodReason reason(CommunityScore score) {
        Double value = score.value();
        Integer rank = score.place();
        Double line = figures.goldenLine();
        if (value == null || rank == null || line == null) {
            return null;
        }
        PeriodFigures.Division division = periods.division();
        return new PeriodReason(
                rounded(value, 4),
                rounded(line, 4),
                rank,
                division.communities(),
                division.silver(),
                rounded(division.bestSilver()),
                rounded(division.poorestGolden()),
                !line.equals(periods.line(registry.rule())));
    }

    /** What a rule would divide, on the values of the last run. */
    RulePreview preview(GoldenRule rule) {
        LocalDate asOf = figures.asOf().orElse(null);
        if (asOf == null) {
            return new RulePreview(null, null, 0, 0, 0, 0, 0, List.of());
        }
        Double line = periods.line(rule);
        List<PeriodFigures.Tried> all = periods.tried(rule);
        List<PeriodFigures.Tried> moves =
                all.stream().filter(it -> it.was() != it.would()).toList();
        Map<String, String> called = new HashMap<>();
        registry.all().forEach(said -> called.put(said.key(), said.name()));
        int silver = silver(all);
        int toSilver = silver(moves);
        return new RulePreview(
                asOf,
                line == null ? null : rounded(line, 2),
                all.size() - silver,
                silver,
                Math.toIntExact(figures.scores().stream()
                        .map(CommunityScore::activeShare)
                        .filter(share -> share != null && share < rule.activityLine())
                        .count()),
                toSilver,
                moves.size() - toSilver,
                moves.stream()
                        .limit(RulePreview.MOST)
                        .map(it -> new RulePreview.RuleMove(
                                new CommunityId(it.community()).text(),
                                called.getOrDefault(it.community(), it.community()),
                                rounded(it.value(), 2),
                                it.would()))
                        .toList());
    }

    private static int silver(List<PeriodFigures.Tried> tried) {
        return Math.toIntExact(
                tried.stream().filter(it -> it.would() == CommunityStage.SILVER).count());
    }

    private List<Contributor> contributors(int number, Sums sums) {
        List<MemberPart> parts = figures.contributors(number, CONTRIBUTORS);
        Map<Integer, String> known =
                names.of(parts.stream().map(MemberPart::memberNo).toList());
        return parts.stream()
                .map(it -> new Contributor(
                        it.memberNo(),
                        known.get(it.memberNo()),
                        rounded(it.value(), 2),
                        it.messages(),
                        it.content(),
                        it.orders(),
                        it.spend(),
                        share(it.contributions(), sums.contributions()),
                        it.since(),
                        it.belongs()))
                .toList();
    }

    /** Its value, member by member. */
    CommunityExplanation explain(CommunityId id, long from, int limit) {
        LocalDate asOf = figures.asOf().orElseThrow(CommunityBook::unknown);
        CommunityScore score = figures.score(id.key()).orElseThrow(CommunityBook::unknown);
        Sums sums = figures.sums(score.communityNo());
        List<MemberPart> parts = figures.parts(score.communityNo(), from, limit);
        Map<Integer, String> known =
                names.of(parts.stream().map(MemberPart::memberNo).toList());
        List<CommunityExplanation.Item> items = parts.stream()
                .map(it -> new CommunityExplanation.Item(
                        it.memberNo(),
                        known.get(it.memberNo()),
                        rounded(it.value(), 4),
                        it.contributions(),
                        rounded(it.weight(), 4),
                        rounded(it.part(), 4),
                        share(it.part(), sums.weighted())))
                .toList();
        boolean more = from + items.size() < sums.members();
        return new CommunityExplanation(
                id.text(),
                asOf,
                score.value(),
                rounded(sums.weights(), 4),
                rounded(sums.weighted(), 4),
                sums.members(),
                CommunityExplanation.FORMULA,
                items,
                more ? Long.toString(from + items.size()) : null);
    }

    static Problem unknown() {
        return Problem.notFound(
                "community.unknown", "No community of this id is registered or was seen in an event by the last run.");
    }

    private static double share(double part, double whole) {
        return whole > 0 ? rounded(part / whole, 4) : 0;
    }

    private static @Nullable Double rounded(@Nullable Double number) {
        return number == null ? null : rounded(number, 4);
    }

    private static double rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
