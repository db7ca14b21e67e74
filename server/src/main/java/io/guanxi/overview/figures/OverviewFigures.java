package io.guanxi.overview.figures;

import io.guanxi.overview.figures.LayerTable.LayerWeek;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queries on tables of a few hundred rows: they cost the same for 20,000 members and for 5 million. */
public final class OverviewFigures {

    /** Storeys of the pyramid, base first. */
    private static final List<String> LEVELS = List.of("ORDINARY", "ENGAGED", "ADVOCATE", "KOC");

    private static final List<String> STAGES = List.of("AWARENESS", "INTEREST", "PURCHASE", "LOYALTY");
    private static final int MONTHS = 6;

    private final JdbcClient mart;

    /**
     * Figures in a mart which a run has filled.
     *
     * @param mart reads the mart
     */
    public OverviewFigures(JdbcClient mart) {
        this.mart = mart;
    }

    /** {@return sums over the scored members} */
    public Scored scored() {
        return mart.sql("""
                        SELECT CAST(coalesce(sum(members), 0) AS BIGINT) AS members,
                               CAST(coalesce(sum(members) FILTER (WHERE high_value), 0) AS BIGINT) AS high_value,
                               CAST(coalesce(sum(orders), 0) AS BIGINT) AS orders,
                               CAST(coalesce(sum(spend), 0) AS DECIMAL(18, 2)) AS spend
                        FROM member_class""").query(Scored.class).single();
    }

    /** {@return the pyramid, base first} */
    public List<LevelShare> levels() {
        record Level(String level, long members, BigDecimal spend) {}
        List<Level> counted = mart.sql("""
                        SELECT level, CAST(sum(members) AS BIGINT) AS members,
                               CAST(sum(spend) AS DECIMAL(18, 2)) AS spend
                        FROM member_class GROUP BY level""").query(Level.class).list();
        Scored all = scored();
        return LEVELS.stream()
                .map(name -> counted.stream()
                        .filter(it -> it.level().equals(name))
                        .findFirst()
                        .orElse(new Level(name, 0, BigDecimal.ZERO.setScale(2))))
                .map(it -> new LevelShare(
                        it.level(),
                        it.members(),
                        share(it.members(), all.members()),
                        it.spend(),
                        share(it.spend().doubleValue(), all.spend().doubleValue())))
                .toList();
    }

    /**
     * {@return up to six months of stages, the last being the month of the day}
     *
     * @param asOf the day of the run
     */
    public Aipl aipl(LocalDate asOf) {
        record Moved(int monthsAgo, @Nullable String fromStage, String toStage, long members) {}
        List<Moved> moved = mart.sql("""
                        SELECT months_ago, from_stage, to_stage, members FROM stage_flow WHERE months_ago < ?
                        ORDER BY months_ago DESC, from_stage NULLS FIRST, to_stage""").param(MONTHS).query(Moved.class).list();
        int oldest = moved.stream().mapToInt(Moved::monthsAgo).max().orElse(-1);
        List<Integer> ago =
                IntStream.rangeClosed(0, oldest).map(i -> oldest - i).boxed().toList();
        List<Aipl.Stage> stages = new ArrayList<>();
        for (int months : ago) {
            for (String stage : STAGES) {
                long members = moved.stream()
                        .filter(it -> it.monthsAgo() == months && it.toStage().equals(stage))
                        .mapToLong(Moved::members)
                        .sum();
                stages.add(new Aipl.Stage(month(asOf, months), stage, members));
            }
        }
        List<Aipl.Flow> flows = moved.stream()
                .map(it -> new Aipl.Flow(month(asOf, it.monthsAgo()), it.fromStage(), it.toStage(), it.members()))
                .toList();
        return new Aipl(ago.stream().map(months -> month(asOf, months)).toList(), stages, flows);
    }

    private static String month(LocalDate asOf, int monthsAgo) {
        return YearMonth.from(asOf).minusMonths(monthsAgo).toString();
    }

    /** {@return layer against weeks since joining} */
    public LayerTable layers() {
        return LayerTable.of(mart.sql("SELECT layer, weeks, members FROM layer_week")
                .query(LayerWeek.class)
                .list());
    }

    /** {@return the top tier by spend; null where nobody spent anything} */
    public @Nullable TopSpenders topSpenders() {
        record Tier(long all, long members, BigDecimal spend, BigDecimal allSpend, long before, long stayed) {}
        Tier tier = mart.sql("""
                        SELECT CAST(coalesce(sum(members), 0) AS BIGINT) AS "all",
                               CAST(coalesce(sum(members) FILTER (WHERE top_spender), 0) AS BIGINT) AS members,
                               CAST(coalesce(sum(tier_spend) FILTER (WHERE top_spender), 0) AS DECIMAL(18, 2)) AS spend,
                               CAST(coalesce(sum(tier_spend), 0) AS DECIMAL(18, 2)) AS all_spend,
                               CAST(coalesce(sum(members) FILTER (WHERE top_spender_before), 0) AS BIGINT) AS "before",
                               CAST(coalesce(sum(members) FILTER (WHERE top_spender_before AND top_spender), 0) AS BIGINT)
                                   AS stayed
                        FROM member_class""").query(Tier.class).single();
        if (tier.members() == 0) {
            return null;
        }
        return new TopSpenders(
                tier.members(),
                share(tier.members(), tier.all()),
                tier.spend(),
                share(tier.spend().doubleValue(), tier.allSpend().doubleValue()),
                tier.before() == 0 ? null : share(tier.stayed(), tier.before()));
    }

    /** {@return the last 90 days, oldest first} */
    public List<ActivityDay> activity() {
        return mart.sql("SELECT day, active, orders, spend, new_members FROM activity_day ORDER BY day")
                .query(ActivityDay.class)
                .list();
    }

    /** {@return who joined in the last seven days} */
    public Newcomers newcomers() {
        return mart.sql("SELECT joined, untouched FROM newcomer")
                .query(Newcomers.class)
                .single();
    }

    private static double share(double part, double whole) {
        return whole > 0 ? Math.round(part / whole * 10_000) / 10_000.0 : 0;
    }
}
