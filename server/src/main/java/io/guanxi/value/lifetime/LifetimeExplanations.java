package io.guanxi.value.lifetime;

import io.guanxi.value.figures.BrandFigures;
import io.guanxi.value.lifetime.LifetimeExplanation.Inputs;
import io.guanxi.value.lifetime.LifetimeExplanation.Standing;
import io.guanxi.value.lifetime.LifetimeExplanation.Step;
import io.guanxi.value.lifetime.estimate.BgNbd;
import io.guanxi.value.lifetime.estimate.Nbd;
import io.guanxi.value.lifetime.estimate.OrderModel;
import io.guanxi.value.lifetime.estimate.ParetoNbd;
import io.guanxi.value.lifetime.estimate.SpendModel;
import io.guanxi.value.member.MemberLifetime;
import io.guanxi.value.member.MemberLifetimes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why a member is expected to order and spend so much: the inputs, and the formulas with their numbers. */
@Component
class LifetimeExplanations {

    private static final double DAYS_A_WEEK = 7;

    private final FitStore fits;
    private final LifetimeFigures figures;
    private final BrandFigures brand;
    private final MemberLifetimes lifetimes;

    LifetimeExplanations(FitStore fits, LifetimeFigures figures, BrandFigures brand, MemberLifetimes lifetimes) {
        this.fits = fits;
        this.figures = figures;
        this.brand = brand;
        this.lifetimes = lifetimes;
    }

    LifetimeExplanation of(int no) {
        LocalDate asOf = brand.asOf().orElse(null);
        Optional<LifetimeFit> fit = figures.version().flatMap(fits::ofVersion);
        FoundLifetime found = fit.map(LifetimeFit::found).orElse(null);
        if (asOf == null || found == null) {
            return nothing(no, Standing.NO_MODEL, asOf);
        }
        LifetimeFigures.Case known = figures.of(no).orElse(null);
        MemberLifetime expected = lifetimes.of(List.of(no)).get(no);
        if (known == null || expected == null) {
            return nothing(no, Standing.NOT_ORDERED, asOf);
        }
        LocalDate first = asOf.minusDays(known.ageDays());
        Inputs inputs = new Inputs(
                first,
                first.plusDays(known.lastDays()),
                known.repeats(),
                weeks(known.lastDays()),
                weeks(known.ageDays()),
                known.repeatSpend());
        Map<String, Double> parameters = new TreeMap<>(found.orders().parameters());
        FoundLifetime.Spend spend = found.spend();
        if (spend != null) {
            parameters.putAll(Map.of("p", spend.p(), "q", spend.q(), "v", spend.v()));
        }
        return new LifetimeExplanation(
                no,
                Standing.PREDICTED,
                asOf,
                fit.map(LifetimeFit::version).orElse(null),
                found.orders().kind(),
                parameters,
                inputs,
                expected,
                steps(found.orders().model(), spend == null ? null : spend.model(), known),
                found.spendRefused());
    }

    private static LifetimeExplanation nothing(int no, Standing standing, @Nullable LocalDate asOf) {
        return new LifetimeExplanation(no, standing, asOf, null, null, Map.of(), null, null, List.of(), null);
    }

    private static List<Step> steps(OrderModel model, @Nullable SpendModel spend, LifetimeFigures.Case known) {
        int x = known.repeats();
        double last = known.lastDays() / DAYS_A_WEEK;
        double age = known.ageDays() / DAYS_A_WEEK;
        double alive = model.alive(x, last, age);
        List<Step> steps = new ArrayList<>();
        steps.add(alive(model, x, last, age, alive));
        double value = 0;
        if (spend != null) {
            double spent = Math.max(0, known.repeatSpend().doubleValue());
            int paid = spent > 0 ? x : 0;
            value = spend.expected(paid, spent);
            steps.add(new Step(
                    "orderValue",
                    null,
                    "p (v + Σz) / (p x + q − 1)",
                    text(
                            "%s × (%s + %s) / (%s × %s + %s − 1) = %s",
                            spend.p(), spend.v(), spent, spend.p(), paid, spend.q(), value)));
        }
        for (int days : LifetimePoints.AHEAD) {
            double ahead = model.ahead(x, age, days / DAYS_A_WEEK);
            steps.add(new Step("ordersIfAlive", days, ahead(model), aheadWithNumbers(model, x, age, days, ahead)));
            steps.add(new Step(
                    "orders",
                    days,
                    "P(alive) × E[orders if alive]",
                    text("%s × %s = %s", alive, ahead, alive * ahead)));
            if (spend != null) {
                steps.add(new Step(
                        "spend",
                        days,
                        "E[orders] × E[value of an order]",
                        text("%s × %s = %s", alive * ahead, value, alive * ahead * value)));
            }
        }
        return steps;
    }

    private static Step alive(OrderModel model, int x, double last, double age, double alive) {
        return switch (model) {
            case Nbd nbd -> new Step("pAlive", null, "1", text("r = %s, α = %s: %s", nbd.r(), nbd.alpha(), alive));
            case BgNbd bg ->
                x == 0
                        ? new Step("pAlive", null, "x = 0: 1", text("x = %s: %s", x, alive))
                        : new Step(
                                "pAlive",
                                null,
                                "1 / (1 + a / (b + x − 1) × ((α + T) / (α + tx))^(r + x))",
                                text(
                                        "1 / (1 + %s / (%s + %s − 1) × ((%s + %s) / (%s + %s))^(%s + %s)) = %s",
                                        bg.a(), bg.b(), x, bg.alpha(), age, bg.alpha(), last, bg.r(), x, alive));
            case ParetoNbd pareto ->
                new Step(
                        "pAlive",
                        null,
                        "1 / (1 + (G(x, tx) − G(x, T)) / ((α + T)^−(r + x) (β + T)^−s))",
                        text(
                                "1 / (1 + %s − %s) = %s",
                                Math.exp(Math.min(700, model.logLeft(x, last) - model.logAlive(x, age))),
                                pareto.leftLater(x, age),
                                alive));
        };
    }

    private static String ahead(OrderModel model) {
        return switch (model.kind()) {
            case BG_NBD ->
                "(a + b + x − 1) / (a − 1) × [1 − ((α + T) / (α + T + t))^(r + x) × ₂F₁(r + x, b + x; a + b + x − 1; t / (α + T + t))]";
            case NBD -> "(r + x) / (α + T) × t";
            case PARETO_NBD -> "(r + x)(β + T) / ((α + T)(s − 1)) × [1 − ((β + T) / (β + T + t))^(s − 1)]";
        };
    }

    private static String aheadWithNumbers(OrderModel model, int x, double age, int days, double ahead) {
        double t = days / DAYS_A_WEEK;
        return switch (model) {
            case Nbd nbd -> text("(%s + %s) / (%s + %s) × %s = %s", nbd.r(), x, nbd.alpha(), age, t, ahead);
            case BgNbd bg ->
                text(
                        "x = %s, T = %s, t = %s, r = %s, α = %s, a = %s, b = %s: %s",
                        x, age, t, bg.r(), bg.alpha(), bg.a(), bg.b(), ahead);
            case ParetoNbd pareto ->
                text(
                        "(%s + %s)(%s + %s) / ((%s + %s)(%s − 1)) × [1 − ((%s + %s) / (%s + %s + %s))^(%s − 1)] = %s",
                        pareto.r(),
                        x,
                        pareto.beta(),
                        age,
                        pareto.alpha(),
                        age,
                        pareto.s(),
                        pareto.beta(),
                        age,
                        pareto.beta(),
                        age,
                        t,
                        pareto.s(),
                        ahead);
        };
    }

    private static String text(String pattern, Object... numbers) {
        Object[] plain = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            plain[i] = numbers[i] instanceof Double number ? plain(number) : String.valueOf(numbers[i]);
        }
        return String.format(Locale.ROOT, pattern, plain);
    }

    /** Four significant digits, and no fewer before the point. */
    private static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal rounded = Math.abs(number) >= 1000
                ? exact.setScale(0, java.math.RoundingMode.HALF_UP)
                : exact.round(new MathContext(4));
        return Math.abs(number) < 1e-4 && number != 0
                ? String.format(Locale.ROOT, "%.2e", number)
                : rounded.stripTrailingZeros().toPlainString();
    }

    private static double weeks(int days) {
        return Math.round(days / DAYS_A_WEEK * 100) / 100.0;
    }
}
