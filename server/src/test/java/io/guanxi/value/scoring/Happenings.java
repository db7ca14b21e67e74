package io.guanxi.value.scoring;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** Brands of six members to whom anything may have happened. */
abstract class Happenings {

    /** One row of member_day. */
    record Happening(int member, int daysAgo, String event, int n, int cents) {}

    @Provide
    Arbitrary<Happening> happenings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.of(
                                "Order Completed",
                                "Order Refunded",
                                "Message Sent",
                                "Content Published",
                                "Content Shared"),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 99_999))
                .as(Happening::new);
    }

    static BrandInMemory brandOf(List<Happening> happenings) {
        BrandInMemory brand = new BrandInMemory();
        for (int no = 1; no <= 6; no++) {
            brand.aMember(no, 150);
        }
        happenings.forEach(it -> brand.event(
                it.member(),
                it.daysAgo(),
                it.event(),
                it.n(),
                it.event().startsWith("Order") ? it.cents() / 100.0 : null));
        // to its grain, as the mart's fold does
        return brand.run("""
                CREATE OR REPLACE TABLE member_day AS
                SELECT member_no, day, event_no, sum(n)::INTEGER AS n, sum(amount)::DECIMAL(18,2) AS amount,
                    NULL::DOUBLE AS quantity, min(first_ts) AS first_ts, max(last_ts) AS last_ts
                FROM member_day GROUP BY member_no, day, event_no""");
    }
}
