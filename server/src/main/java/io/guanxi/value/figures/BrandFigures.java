package io.guanxi.value.figures;

import io.guanxi.mart.Mart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the small tables a run leaves in the mart; the cost does not depend on the number of members. */
@Component
public class BrandFigures {

    private final JdbcClient mart;

    BrandFigures(Mart mart) {
        this.mart = mart.sql();
    }

    /**
     * One day.
     *
     * @param day the brand's day
     * @param active members with at least one event of their own doing
     * @param activeMonth members with one in the thirty days up to it
     * @param stickiness active / activeMonth, or null without any
     * @param orders completed orders
     * @param spend completed minus refunded on that day
     * @param newMembers members who joined
     */
    @Schema(name = "ActiveDay")
    public record ActivityDay(
            LocalDate day,
            long active,
            long activeMonth,
            @Nullable Double stickiness,
            long orders,
            BigDecimal spend,
            long newMembers) {}

    /**
     * Members who joined in a month, so many months later.
     *
     * @param month of joining
     * @param monthsSince 0 = the month of joining
     * @param members how many joined
     * @param active of them, active in that month
     * @param buyers of them, with an order in that month
     * @param retention active / members
     */
    public record CohortMonth(
            LocalDate month, int monthsSince, long members, long active, long buyers, double retention) {}

    /**
     * Buying again.
     *
     * @param channel by which members came, or null for unknown
     * @param members members
     * @param buyers of them, with an order
     * @param repeatBuyers of them, with two or more
     * @param rate repeatBuyers / buyers, or null without buyers
     * @param firstOrderDays median days from joining to the first order
     * @param intervals number of times between two order days
     * @param intervalDays their median
     * @param meanIntervalDays their mean
     */
    public record Repurchase(
            @Nullable String channel,
            long members,
            long buyers,
            long repeatBuyers,
            @Nullable Double rate,
            @Nullable Double firstOrderDays,
            @Nullable Long intervals,
            @Nullable Double intervalDays,
            @Nullable Double meanIntervalDays) {}

    /**
     * How often so many days passed.
     *
     * @param kind FIRST (joining to first order) or NEXT (order to next order)
     * @param days how many days
     * @param times how often
     */
    public record Gap(String kind, int days, long times) {}

    /**
     * Members of a layer who joined so many full weeks ago.
     *
     * @param layer NEW, ACTING, ACTIVE or LOYAL
     * @param weeks full weeks since joining
     * @param members how many
     */
    public record LayerWeek(String layer, int weeks, long members) {}

    /**
     * Members who moved, or stayed.
     *
     * @param month first day of the month
     * @param from stage at the end of the month before; null for those who joined in the month
     * @param to stage at the end of the month
     * @param members how many
     */
    public record StageFlow(LocalDate month, @Nullable String from, String to, long members) {}

    /**
     * The top tier of one month.
     *
     * @param from first day
     * @param to last day
     * @param buyers members who spent
     * @param spend what they spent
     * @param line what the tier spent at least
     * @param members the tier
     * @param tierSpend its spend
     * @param spendShare tierSpend / spend
     * @param retained of the tier, those who were in the tier of the month before
     * @param retention of the tier of the month before, the share still in it; null where there was none
     */
    public record TopSpenderMonth(
            LocalDate from,
            LocalDate to,
            long buyers,
            BigDecimal spend,
            BigDecimal line,
            long members,
            BigDecimal tierSpend,
            double spendShare,
            long retained,
            @Nullable Double retention) {}

    /** {@return the last run's day, once there was one} */
    public Optional<LocalDate> asOf() {
        return mart.sql("SELECT as_of FROM score_run").query(LocalDate.class).optional();
    }

    /**
     * {@return the last days, oldest first}
     *
     * @param days at most 90
     * @param channel only members who came by it, or null for all
     */
    public List<ActivityDay> activity(int days, @Nullable String channel) {
        String figures = channel == null ? "SELECT * FROM activity_day" : """
                SELECT d.day, coalesce(c.active, 0) AS active, coalesce(c.active_month, 0) AS active_month,
                       coalesce(c.orders, 0) AS orders, coalesce(c.spend, 0) AS spend, coalesce(c.new_members, 0) AS new_members
                FROM activity_day d LEFT JOIN activity_channel c ON c.day = d.day AND c.channel = :channel""";
        return mart.sql("""
                        SELECT day, active, active_month, CAST(round(active / nullif(active_month, 0), 4) AS DOUBLE) AS stickiness,
                               orders, spend, new_members
                        FROM (SELECT * FROM (%s) WHERE EXISTS (FROM score_run) ORDER BY day DESC LIMIT :days)
                        ORDER BY day""".formatted(figures))
                .params(channel == null ? Map.of("days", days) : Map.of("days", days, "channel", channel))
                .query(ActivityDay.class)
                .list();
    }

    /**
     * {@return cohorts by month of joining, oldest first}
     *
     * @param channel only those who came by it, or null for all
     */
    public List<CohortMonth> cohorts(@Nullable String channel) {
        return mart.sql("""
                        SELECT CAST(date_trunc('month', r.as_of) - to_months(c.joined_months_ago) AS DATE) AS month,
                               c.months_since, CAST(sum(c.members) AS BIGINT) AS members, CAST(sum(c.active) AS BIGINT) AS active,
                               CAST(sum(c.buyers) AS BIGINT) AS buyers,
                               CAST(round(sum(c.active) / sum(c.members), 4) AS DOUBLE) AS retention
                        FROM cohort AS c CROSS JOIN score_run AS r
                        WHERE CAST(:channel AS VARCHAR) IS NULL OR c.channel = :channel
                        GROUP BY 1, 2 ORDER BY 1, 2""")
                .param("channel", channel, java.sql.Types.VARCHAR)
                .query(CohortMonth.class)
                .list();
    }

    /** {@return buying again, by channel, the largest first} */
    public List<Repurchase> repurchase() {
        return mart.sql("""
                        SELECT channel, members, buyers, repeat_buyers,
                               CAST(round(repeat_buyers / nullif(buyers, 0), 4) AS DOUBLE) AS rate,
                               first_order_days, intervals, interval_days, mean_interval_days
                        FROM repurchase ORDER BY members DESC, channel""").query(Repurchase.class).list();
    }

    /** {@return how the times before orders are distributed} */
    public List<Gap> gaps() {
        return mart.sql("SELECT kind, CAST(days AS INTEGER) AS days, times FROM order_gap ORDER BY kind, days")
                .query(Gap.class)
                .list();
    }

    /** {@return layers by weeks since joining} */
    public List<LayerWeek> layers() {
        return mart.sql("SELECT layer, weeks, members FROM layer_week ORDER BY weeks, layer")
                .query(LayerWeek.class)
                .list();
    }

    /** {@return moves between the AIPL stages of the last twelve months, oldest first} */
    public List<StageFlow> flow() {
        return mart.sql("""
                        SELECT CAST(date_trunc('month', r.as_of) - to_months(f.months_ago) AS DATE) AS month,
                               f.from_stage AS "from", f.to_stage AS "to", f.members
                        FROM stage_flow AS f CROSS JOIN score_run AS r
                        ORDER BY month, "from" NULLS FIRST, "to" """).query(StageFlow.class).list();
    }

    /**
     * {@return the top tier month by month, oldest first}
     *
     * @param monthDays length of a month in the value model of the run
     */
    public List<TopSpenderMonth> topSpenders(int monthDays) {
        return mart.sql("""
                        SELECT CAST(r.as_of - CAST((t.months_ago + 1) * :days - 1 AS INTEGER) AS DATE) AS "from",
                               CAST(r.as_of - CAST(t.months_ago * :days AS INTEGER) AS DATE) AS "to",
                               t.buyers, t.spend, t.line, t.members, t.tier_spend,
                               CAST(round(t.tier_spend / t.spend, 4) AS DOUBLE) AS spend_share, t.retained,
                               CAST(round(t.retained / nullif(t.members_before, 0), 4) AS DOUBLE) AS retention
                        FROM top_spender_month AS t CROSS JOIN score_run AS r
                        ORDER BY t.months_ago DESC""")
                .param("days", monthDays)
                .query(TopSpenderMonth.class)
                .list();
    }
}
