package io.guanxi.value.lifetime;

import io.guanxi.mart.Mart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the small tables of the lifetime models; the cost does not depend on the number of members. */
@Component
public class LifetimeFigures {

    private static final String SUMS = """
            sum(members) AS members, round(sum(alive), 1) AS alive,
            round(sum(orders_30), 1) AS orders30, round(sum(orders_90), 1) AS orders90, round(sum(orders_365), 1) AS orders365,
            sum(spend_30) AS spend30, sum(spend_90) AS spend90, sum(spend_365) AS spend365
            """;

    private final JdbcClient mart;

    LifetimeFigures(Mart mart) {
        this.mart = mart.sql();
    }

    /**
     * What is to come of some buyers.
     *
     * @param key the stage or layer; null for all
     * @param members how many
     * @param alive how many of them are expected to be still there
     * @param orders30 days with an order expected in 30 days
     * @param orders90 in 90 days
     * @param orders365 in 365 days
     * @param spend30 spend expected in 30 days; null where there is no model of spend
     * @param spend90 in 90 days
     * @param spend365 in 365 days
     */
    @Schema(name = "LifetimeToCome")
    public record ToCome(
            @Nullable String key,
            long members,
            double alive,
            double orders30,
            double orders90,
            double orders365,
            @Nullable BigDecimal spend30,
            @Nullable BigDecimal spend90,
            @Nullable BigDecimal spend365) {}

    /**
     * Buyers by their probability of being still there.
     *
     * @param from of the probability, within
     * @param to not within, but for 1
     * @param members how many
     * @param spend365 spend expected of them in 365 days
     */
    @Schema(name = "LifetimeTenth")
    public record Tenth(
            double from, double to, long members, @Nullable BigDecimal spend365) {}

    /**
     * Orders and refunds in another currency than the brand's: they count as orders, but their money in no spend.
     *
     * @param currency ISO 4217
     * @param events how many orders and refunds
     * @param members of how many members
     */
    @Schema(name = "LifetimeOtherCurrency")
    public record OtherCurrency(String currency, long events, long members) {}

    /**
     * A buyer as the models see one.
     *
     * @param repeats days with an order after the first
     * @param lastDays from the first order to the last
     * @param ageDays from the first order to the day of the figures
     * @param repeatSpend spent on the days after the first, less refunds
     */
    record Case(int repeats, int lastDays, int ageDays, BigDecimal repeatSpend) {}

    /** {@return the version of the model by which members are predicted, once there is one} */
    public Optional<Integer> version() {
        return mart.sql("SELECT version FROM lifetime_shown")
                .query(Integer.class)
                .optional();
    }

    /** {@return what is to come of all buyers} */
    public Optional<ToCome> all() {
        return mart.sql("SELECT CAST(NULL AS VARCHAR) AS key, " + SUMS + " FROM lifetime_class HAVING count(*) > 0")
                .query(ToCome.class)
                .optional();
    }

    /** {@return what is to come by AIPL stage, in the order of growth} */
    public List<ToCome> stages() {
        return mart.sql("SELECT stage AS key, " + SUMS + " FROM lifetime_class GROUP BY stage ORDER BY list_position("
                        + "['AWARENESS', 'INTEREST', 'PURCHASE', 'LOYALTY'], stage)")
                .query(ToCome.class)
                .list();
    }

    /** {@return what is to come by relationship layer, in the order of growth} */
    public List<ToCome> layers() {
        return mart.sql("SELECT layer AS key, " + SUMS + " FROM lifetime_class GROUP BY layer ORDER BY list_position("
                        + "['NEW', 'ACTING', 'ACTIVE', 'LOYAL'], layer)")
                .query(ToCome.class)
                .list();
    }

    /** {@return orders and refunds that are in another currency up to the day of the figures, the commonest currency first} */
    public List<OtherCurrency> otherCurrencies() {
        return mart.sql("""
                        SELECT o.currency, CAST(sum(o.n) AS BIGINT) AS events, count(DISTINCT o.member_no) AS members
                        FROM other_money o JOIN event_name e USING (event_no)
                        WHERE e.event IN ('Order Completed', 'Order Refunded') AND o.day <= (SELECT max(as_of) FROM score_run)
                        GROUP BY o.currency ORDER BY events DESC, o.currency""").query(OtherCurrency.class).list();
    }

    /** {@return ten classes of probability, from never to surely; none without a model} */
    public List<Tenth> tenths() {
        return mart.sql("""
                        SELECT t.tenth / 10.0 AS "from", (t.tenth + 1) / 10.0 AS "to", coalesce(sum(c.members), 0) AS members,
                               sum(c.spend_365) AS spend365
                        FROM range(10) AS t (tenth) LEFT JOIN lifetime_class AS c ON c.alive_tenth = t.tenth
                        WHERE EXISTS (FROM lifetime_class)
                        GROUP BY t.tenth ORDER BY t.tenth""").query(Tenth.class).list();
    }

    /**
     * {@return a buyer as the models see one; empty for who never ordered}
     *
     * @param no number of a live member
     */
    Optional<Case> of(int no) {
        return mart.sql("SELECT repeats, last_days, age_days, repeat_spend FROM lifetime_case WHERE member_no = ?")
                .param(no)
                .query(Case.class)
                .optional();
    }
}
