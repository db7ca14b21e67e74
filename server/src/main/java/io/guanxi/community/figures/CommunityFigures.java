package io.guanxi.community.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queries on the tables which the community models left in the mart; each touches one of them. */
public final class CommunityFigures {

    /** How many future weeks are shown. */
    private static final int WEEKS_SHOWN = 12;

    /** Of so many days, the last one included, it is known at which hours a community talked. */
    public static final int TALK_DAYS = 28;

    private final JdbcClient mart;

    /**
     * Figures in a mart.
     *
     * @param mart reads the mart
     */
    public CommunityFigures(JdbcClient mart) {
        this.mart = mart;
    }

    /** {@return up to which day the figures reach; empty before the first run} */
    public Optional<LocalDate> asOf() {
        return made("community_score")
                ? mart.sql("SELECT as_of FROM community_run")
                        .query(LocalDate.class)
                        .optional()
                : Optional.empty();
    }

    private boolean made(String table) {
        return mart.sql("SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = ?")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    /** {@return how every community stands} */
    public List<CommunityScore> scores() {
        return mart.sql("SELECT * FROM community_score")
                .query(CommunityScore.class)
                .list();
    }

    /**
     * {@return how one stands}
     *
     * @param key its key
     */
    public Optional<CommunityScore> score(String key) {
        return mart.sql("SELECT * FROM community_score WHERE community = ?")
                .param(key)
                .query(CommunityScore.class)
                .optional();
    }

    /** {@return the line of community value that divides golden from silver; null while there is no community} */
    public @Nullable Double goldenLine() {
        return mart.sql("SELECT line FROM community_line WHERE measure = 'VALUE'")
                .query((row, n) -> Optional.ofNullable((Double) row.getObject("line")))
                .single()
                .orElse(null);
    }

    /**
     * {@return the numbers of communities in the mart, by key; those without events have none}
     *
     * @param keys their keys
     */
    public Map<String, Integer> numbers(Collection<String> keys) {
        record Numbered(String community, int communityNo) {}
        return keys.isEmpty()
                ? Map.of()
                : mart
                        .sql("SELECT community, community_no FROM community_score WHERE community IN (:keys)")
                        .param("keys", keys)
                        .query(Numbered.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Numbered::community, Numbered::communityNo));
    }

    /**
     * {@return the value at the end of up to the last 12 full weeks, oldest first, by community number}
     *
     * @param communities numbers
     */
    public Map<Integer, List<Double>> trends(Collection<Integer> communities) {
        record Point(int communityNo, double value) {}
        if (communities.isEmpty()) {
            return Map.of();
        }
        return mart.sql("""
                        SELECT w.community_no, w.value FROM community_week w CROSS JOIN community_run r
                        WHERE w.community_no IN (:numbers) AND w.value IS NOT NULL
                          AND w.week_no BETWEEN r.last_full_no - 11 AND r.last_full_no
                        ORDER BY w.community_no, w.week_no""").param("numbers", communities).query(Point.class).list().stream()
                .collect(Collectors.groupingBy(
                        Point::communityNo, Collectors.mapping(Point::value, Collectors.toList())));
    }

    /**
     * {@return all weeks of a community, oldest first}
     *
     * @param community its number
     */
    public List<CommunityWeek> weeks(int community) {
        return mart.sql("""
                        SELECT week, age, complete, members, joined, gone AS "left", active_members,
                               round(active_share, 4) AS active_share, messages,
                               CASE WHEN belonged > 0 THEN round(messages / belonged, 2) ELSE 0 END AS messages_per_member,
                               content, orders, spend, round(value, 2) AS value, high_value_members
                        FROM community_week WHERE community_no = ? ORDER BY week_no""").param(community).query(CommunityWeek.class).list();
    }

    /**
     * {@return the life curve of all communities, with one's own points}
     *
     * @param community its number, or null for none
     */
    public List<LifePoint> lifeCurve(@Nullable Integer community) {
        return mart.sql("""
                        SELECT l.age, l.communities, round(l.active_share, 4) AS active_share,
                               round(m.median, 4) AS median, round(l.low, 4) AS low, round(l.high, 4) AS high,
                               round(l.messages_per_member, 2) AS messages_per_member,
                               round(w.active_share, 4) AS own
                        FROM community_life l
                        JOIN (SELECT age, median(active_share) AS median FROM community_week WHERE complete GROUP BY age) m
                            ON m.age = l.age
                        LEFT JOIN community_week w ON w.community_no = CAST(? AS INTEGER) AND w.age = l.age AND w.complete
                        ORDER BY l.age""").param(community).query(LifePoint.class).list();
    }

    /** {@return how wrong the forecasts were on held-back weeks} */
    public List<ForecastError> errors() {
        return mart.sql("""
                        SELECT measure, ahead, communities, round(mean_absolute_error, 4) AS mean_absolute_error,
                               round(bias, 4) AS bias, round(naive_mean_absolute_error, 4) AS naive_mean_absolute_error,
                               round(naive_bias, 4) AS naive_bias
                        FROM community_backtest ORDER BY measure DESC, ahead""").query(ForecastError.class).list();
    }

    /**
     * {@return the outlook of each measure, value first}
     *
     * @param community its number
     */
    public List<Outlook> outlooks(int community) {
        return mart.sql("""
                        SELECT measure, verdict, line, fitted_weeks, round(weekly_change, 4) AS weekly_change,
                               round(own_weekly_change, 4) AS own_weekly_change,
                               round(pooled_weekly_change, 4) AS pooled_weekly_change, weeks, week, earliest_week, latest_week
                        FROM community_outlook WHERE community_no = ? ORDER BY measure DESC""").param(community).query(Outlook.class).list();
    }

    /**
     * {@return what is expected of each measure in the next 12 weeks}
     *
     * @param community its number
     */
    public List<ForecastPoint> points(int community) {
        return mart.sql("""
                        SELECT measure, week, ahead, round(expected, 4) AS expected, round(low, 4) AS low, round(high, 4) AS high
                        FROM community_forecast WHERE community_no = ? AND ahead <= ? ORDER BY measure DESC, ahead""")
                .params(community, WEEKS_SHOWN)
                .query(ForecastPoint.class)
                .list();
    }

    /**
     * {@return who did most in a community these four weeks}
     *
     * @param community its number
     * @param most how many
     */
    public List<MemberPart> contributors(int community, int most) {
        return mart.sql("""
                        SELECT * EXCLUDE (community_no) FROM community_member
                        WHERE community_no = ? AND (contributions > 0 OR orders > 0)
                        ORDER BY contributions DESC, spend DESC, member_no LIMIT ?""").params(community, most).query(MemberPart.class).list();
    }

    /**
     * {@return who adds how much to a community's value, most first}
     *
     * @param community its number
     * @param from how many to pass over
     * @param most how many
     */
    public List<MemberPart> parts(int community, long from, int most) {
        return mart.sql("""
                        SELECT * EXCLUDE (community_no) FROM community_member WHERE community_no = ? AND belongs
                        ORDER BY weight * value DESC, member_no LIMIT ? OFFSET ?""")
                .params(community, most, from)
                .query(MemberPart.class)
                .list();
    }

    /**
     * {@return who belongs to communities, by key}
     *
     * @param keys which
     */
    public Map<String, RoaringBitmap> members(Collection<String> keys) {
        Map<String, RoaringBitmap> members = new HashMap<>();
        mart.sql("""
                        SELECT s.community, m.member_no
                        FROM community_member m JOIN community_score s USING (community_no)
                        WHERE m.belongs AND s.community IN (:keys)""").param("keys", keys).query(row -> {
            members.computeIfAbsent(row.getString(1), _ -> new RoaringBitmap()).add(row.getInt(2));
        });
        return members;
    }

    /**
     * {@return a member's part in each community they were seen in, those they belong to first}
     *
     * @param member number of a live member
     */
    public List<MemberCommunity> ofMember(int member) {
        return mart.sql("""
                        SELECT s.community, m.since, m.belongs, m.messages, m.content, m.orders, m.spend, s.members,
                               round(s.value, 2) AS community_value, s.stage
                        FROM community_member m JOIN community_score s ON s.community_no = m.community_no
                        WHERE m.member_no = ?
                        ORDER BY m.belongs DESC, m.contributions DESC, s.community""").param(member).query(MemberCommunity.class).list();
    }

    /**
     * {@return how a community's four weeks are spread over its members: what share of each measure those who did most of it
     *     make together, at up to fifty steps of the members, beginning with nobody}
     *
     * @param community its number
     */
    public List<Concentration> concentration(int community) {
        return mart.sql("""
                        WITH long AS (
                            SELECT measure, n, row_number() OVER (PARTITION BY measure ORDER BY n DESC) AS place,
                                   count(*) OVER (PARTITION BY measure) AS members,
                                   sum(n) OVER (PARTITION BY measure) AS whole
                            FROM (SELECT unnest(['MESSAGES', 'CONTENT', 'ORDERS']) AS measure,
                                         unnest([messages, content, orders]) AS n
                                  FROM community_member WHERE community_no = :community AND belongs)
                        ),
                        summed AS (
                            SELECT measure, place, members, sum(n) OVER (PARTITION BY measure ORDER BY place) AS upto, whole
                            FROM long WHERE whole > 0
                        )
                        SELECT measure, CAST(place AS DOUBLE) / members AS share, CAST(upto AS DOUBLE) / whole AS "of"
                        FROM summed
                        WHERE members <= 50 OR ceil(place * 50.0 / members) > ceil((place - 1) * 50.0 / members)
                        ORDER BY measure, place""")
                .param("community", community)
                .query(Concentration.class)
                .list();
    }

    /**
     * {@return when a community talks, hour by hour of the week, without those in which nobody spoke}
     *
     * @param community its number
     */
    public List<TalkHour> hours(int community) {
        return made("community_hour")
                ? mart.sql("SELECT weekday, hour, messages, content, members FROM community_hour WHERE community_no = ?"
                                + " ORDER BY weekday, hour")
                        .param(community)
                        .query(TalkHour.class)
                        .list()
                : List.of();
    }

    /**
     * What was said in an hour of the week in four weeks, in the brand's zone.
     *
     * @param weekday 1 to 7, Monday being 1
     * @param hour 0 to 23
     * @param messages how many messages
     * @param content how many pieces of content, shared ones included
     * @param members how many different members spoke
     */
    @Schema(name = "AtmosphereHour")
    public record TalkHour(int weekday, int hour, long messages, long content, long members) {}

    /** At this share of the members, those who did most of a measure first, so much {@code of} it is theirs. */
    public record Concentration(String measure, double share, double of) {}

    /**
     * {@return the sums over a community's members}
     *
     * @param community its number
     */
    public Sums sums(int community) {
        return mart.sql("""
                        SELECT count(*) FILTER (WHERE belongs) AS members,
                               coalesce(sum(weight) FILTER (WHERE belongs), 0) AS weights,
                               coalesce(sum(weight * value) FILTER (WHERE belongs), 0) AS weighted,
                               CAST(coalesce(sum(contributions), 0) AS BIGINT) AS contributions,
                               count(*) FILTER (WHERE contributions > 0 AND earlier * 2 < total) AS carriers
                        FROM (SELECT *, sum(contributions) OVER () AS total,
                                     sum(contributions) OVER (ORDER BY contributions DESC, member_no) - contributions AS earlier
                              FROM community_member WHERE community_no = ?)""").param(community).query(Sums.class).single();
    }

    /**
     * Sums over a community's members.
     *
     * @param members who belong to it
     * @param weights sum of their weights
     * @param weighted sum of weight times value
     * @param contributions of four weeks, of past members too
     * @param carriers the fewest members who made half of them
     */
    public record Sums(int members, double weights, double weighted, long contributions, int carriers) {}
}
