package io.guanxi.value.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.platform.Progress;
import io.guanxi.value.lifetime.FoundLifetime.Orders;
import io.guanxi.value.lifetime.FoundLifetime.Spend;
import io.guanxi.value.lifetime.estimate.OrderModel;
import io.guanxi.value.scoring.ModelBench;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From orders in the mart to predictions, without a server. */
class LifetimeModelsTest {

    private static final Map<OrderModel.Kind, Map<String, Double>> PUBLISHED = Map.of(
            OrderModel.Kind.BG_NBD, Map.of("r", 0.2426, "alpha", 4.4136, "a", 0.7929, "b", 2.4259),
            OrderModel.Kind.PARETO_NBD, Map.of("r", 0.553, "alpha", 10.578, "s", 0.606, "beta", 11.669),
            OrderModel.Kind.NBD, Map.of("r", 0.385, "alpha", 12.072));

    private static BuyersInMemory brand = new BuyersInMemory();
    private static FoundLifetime found = found(OrderModel.Kind.BG_NBD, null);

    @BeforeAll
    static void simulate() {
        brand.simulated(6_000, 48, 0.8, 5, 0.9, 2.5);
        found = brand.fit();
    }

    @AfterAll
    static void close() {
        brand.close();
    }

    @Test
    void casesCountDaysNotOrdersAndTakeRefundsOff() {
        try (BuyersInMemory few = new BuyersInMemory()) {
            // Two orders on the first day, one 30 days later of which half is refunded after a week, one today.
            few.anOrder(1, 100, 40)
                    .anOrder(1, 100, 10)
                    .anOrder(1, 70, 60)
                    .aRefund(1, 63, 30)
                    .anOrder(1, 0, 20);
            few.anOrder(2, 9, 15); // once
            few.aRefund(3, 5, 15); // a refund alone is no buyer
            try (ModelBench bench = few.bench()) {
                bench.parameters().day("calibration_end", BuyersInMemory.TODAY.minusDays(50));
                bench.make(List.of("lifetime_case", "lifetime_calibration"), new Progress(Clock.systemUTC()), 0, 1);

                assertThat(rows(bench, "SELECT * FROM lifetime_case ORDER BY member_no"))
                        .containsExactly("1 2 100 100 50.00", "2 0 0 9 0.00");
                assertThat(rows(bench, "SELECT * FROM lifetime_calibration"))
                        .containsExactly("1 " + BuyersInMemory.TODAY.minusDays(100) + " 1 30 50 1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OrderModel.Kind.class)
    void theDatabasePredictsWhatTheFormulasSay(OrderModel.Kind kind) {
        FoundLifetime model = found(kind, new Spend(6.25, 3.74, 15.44, 35.22, 0, 0, null));
        OrderModel orders = model.orders().model();
        record Row(
                int repeats,
                int lastDays,
                int ageDays,
                double repeatSpend,
                double pAlive,
                double orders30,
                double orders365,
                double spend90) {}
        try (ModelBench bench = brand.predicted(model)) {
            List<Row> rows = bench.sql().sql("""
                            SELECT c.repeats, c.last_days, c.age_days, c.repeat_spend, l.p_alive, l.orders_30 AS orders30,
                                   l.orders_365 AS orders365, l.spend_90 AS spend90
                            FROM lifetime_case AS c JOIN member_lifetime AS l USING (member_no)
                            WHERE c.member_no % 7 = 0""").query(Row.class).list();

            assertThat(rows).hasSizeGreaterThan(800).allSatisfy(row -> {
                double last = row.lastDays() / 7.0;
                double age = row.ageDays() / 7.0;
                assertThat(row.pAlive()).isCloseTo(orders.alive(row.repeats(), last, age), within(5.1e-5));
                assertThat(row.orders30())
                        .isCloseTo(orders.expected(row.repeats(), last, age, 30 / 7.0), within(5.1e-5));
                assertThat(row.orders365())
                        .isCloseTo(orders.expected(row.repeats(), last, age, 365 / 7.0), within(5.1e-5));
                double value = 6.25 * (15.44 + row.repeatSpend()) / (6.25 * row.repeats() + 2.74);
                assertThat(row.spend90())
                        .isCloseTo(value * orders.expected(row.repeats(), last, age, 90 / 7.0), within(0.0051));
            });
            assertThat(rows(bench, "SELECT sum(members) FROM lifetime_class")).isNotEmpty();
        }
    }

    @Test
    void theParametersOfTheSimulatedBrandAreFound() {
        assertThat(found.orders().kind()).isEqualTo(OrderModel.Kind.BG_NBD);
        // Days instead of moments, and 6,000 buyers: within a tenth or two.
        assertThat(found.orders().parameters().get("r")).isCloseTo(0.8, within(0.12));
        assertThat(found.orders().parameters().get("alpha")).isCloseTo(5, within(0.9));
        assertThat(found.orders().agreeing()).isEqualTo(found.orders().starts());
        assertThat(found.spendRefused()).isNull();
        // Mean spend of the simulated brand: 5 · 30 / (4 − 1) = 50.
        assertThat(Objects.requireNonNull(found.spend()).mean()).isCloseTo(50, within(3.0));
    }

    @Test
    void theHeldBackPeriodShowsHowWellTheModelsFit() {
        FoundLifetime.Trial chosen = found.trials().getFirst();
        assertThat(chosen.kind()).isEqualTo(found.orders().kind());
        assertThat(Math.abs(Objects.requireNonNull(chosen.totalError()))).isLessThan(0.05);
        assertThat(chosen.frequencyError()).isLessThan(0.1);
        // Here buyers leave after an order, many after their first repeat: for Pareto/NBD the rate of leaving grows
        // without end.
        assertThat(Objects.requireNonNull(found.trials().getLast().refused()).code())
                .isEqualTo("lifetime.not-converged");
        assertThat(found.frequency().stream()
                        .mapToLong(FoundLifetime.FrequencyClass::buyers)
                        .sum())
                .isEqualTo(found.periods().buyers());
        assertThat(found.frequency().stream()
                        .mapToLong(FoundLifetime.FrequencyClass::actual)
                        .sum())
                .isEqualTo(found.periods().heldBackOrders());
        assertThat(found.tracking())
                .isSortedAccordingTo(java.util.Comparator.comparing(FoundLifetime.TrackedWeek::actual))
                .extracting(FoundLifetime.TrackedWeek::heldBack)
                .startsWith(false)
                .endsWith(true);
    }

    @Test
    void theSameBrandGivesTheSameModelToTheLastDigit() {
        assertThat(brand.fit()).isEqualTo(found);
    }

    @Test
    void withoutAModelOfSpendNoSpendIsPredicted() {
        try (ModelBench bench = brand.predicted(found(OrderModel.Kind.BG_NBD, null))) {
            assertThat(
                            rows(
                                    bench,
                                    "SELECT count(*) > 0, count(orders_90) = count(*), count(spend_90), count(order_value) FROM member_lifetime"))
                    .containsExactly("true true 0 0");
        }
    }

    @Test
    void aBrandWithTooLittleDataIsToldSo() {
        try (BuyersInMemory empty = new BuyersInMemory()) {
            refused(empty, "lifetime.too-few-buyers", "Nobody has ordered yet");
        }
        try (BuyersInMemory young = new BuyersInMemory().anOrder(1, 60, 10)) {
            refused(young, "lifetime.too-short", "8 whole weeks");
        }
        try (BuyersInMemory few = new BuyersInMemory().anOrder(1, 200, 10)) {
            refused(few, "lifetime.too-few-buyers", "1 members had ordered");
        }
        try (BuyersInMemory once = new BuyersInMemory().simulated(900, 30, 0.001, 50, 1, 1)) {
            refused(once, "lifetime.too-few-repeaters", "had come back");
        }
    }

    @Test
    void whereNobodyCanBeSeenToLeaveTheModelInUseIsTheOneWithoutLeaving() {
        try (BuyersInMemory loyal = new BuyersInMemory().simulated(4_000, 60, 1.2, 6, 0, 1)) {
            FoundLifetime fit = loyal.fit();

            assertThat(fit.trials())
                    .extracting(FoundLifetime.Trial::kind)
                    .containsExactly(OrderModel.Kind.BG_NBD, OrderModel.Kind.PARETO_NBD, OrderModel.Kind.NBD);
            assertThat(Objects.requireNonNull(fit.trials().getFirst().refused()).code())
                    .isEqualTo("lifetime.nobody-leaves");
            FoundLifetime.Trial without = fit.trials().getLast();
            assertThat(without.refused()).isNull();
            assertThat(without.frequencyError()).isLessThan(0.1);
            assertThat(fit.orders().kind()).isEqualTo(OrderModel.Kind.NBD);
            // Days instead of moments: two orders of a day are one, so the rates are seen a little too low.
            assertThat(fit.orders().parameters().get("r")).isCloseTo(1.2, within(0.15));
            assertThat(fit.orders().parameters().get("alpha")).isCloseTo(6, within(0.9));
            assertThat(fit.orders().histories()).isBetween(100, 4_000);
            assertThat(fit.frequency()).allSatisfy(one -> assertThat(one.nbd()).isNotNull());
            try (ModelBench bench = loyal.predicted(fit)) {
                assertThat(rows(
                                bench,
                                "SELECT min(p_alive), min(orders_90) > 0, min(spend_90) > 0 FROM member_lifetime"))
                        .containsExactly("1.0 true true");
            }
        }
    }

    private static void refused(BuyersInMemory brand, String code, String words) {
        assertThatThrownBy(brand::fit).isInstanceOfSatisfying(TooLittleData.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(words);
        });
    }

    private static FoundLifetime found(OrderModel.Kind kind, @Nullable Spend spend) {
        return new FoundLifetime(
                new FoundLifetime.Periods(BuyersInMemory.TODAY, BuyersInMemory.TODAY, BuyersInMemory.TODAY, 0, 0, 0, 1),
                List.of(),
                new Orders(kind, Objects.requireNonNull(PUBLISHED.get(kind)), 0, 0, 4, 4, false, null, null),
                spend,
                null,
                List.of(),
                List.of());
    }

    private static List<String> rows(ModelBench bench, String query) {
        return bench.sql().sql(query).query().listOfRows().stream()
                .map(row -> String.join(
                        " ", row.values().stream().map(String::valueOf).toList()))
                .toList();
    }
}
