package io.guanxi.value.member;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** The mart's table {@code member_score}. A page costs one scan of the column it is ordered by, whatever its cursor. */
@Component
public class MemberScores {

    private static final String SELECT = """
            SELECT member_no, channel, joined_day, first_seen, last_seen, value, consumption, content, interaction, social,
                   influence, recency_days, frequency, monetary, r, f, m, stage, layer, level, high_value, top_spender,
                   orders, spend, CAST(%s AS VARCHAR) AS place
            FROM %s
            """;
    private static final String SCORES = "member_score";
    /** Who never ordered has no row here. */
    private static final String BUYERS = "member_lifetime";

    private static final String WITH_LIFETIME = SCORES + " LEFT JOIN " + BUYERS + " USING (member_no)";

    private final Mart mart;
    private final Brand brand;

    MemberScores(Mart mart, Brand brand) {
        this.mart = mart;
        this.brand = brand;
    }

    /**
     * {@return the score of a member; empty where the last run did not know it}
     *
     * @param no number of a live member
     */
    public Optional<MemberScore> find(int no) {
        return mart.sql()
                .sql(SELECT.formatted("value", SCORES) + "WHERE member_no = ?")
                .param(no)
                .query((row, i) -> score(row))
                .optional();
    }

    /**
     * {@return the scores of some members, in no order; those whom the last run did not know are left out}
     *
     * @param nos a page of numbers
     */
    public List<MemberScore> of(Collection<Integer> nos) {
        return nos.isEmpty()
                ? List.of()
                : mart.sql()
                        .sql(SELECT.formatted("value", SCORES) + "WHERE " + SqlText.among("member_no", "nos"))
                        .param("nos", nos.toString())
                        .query((row, i) -> score(row))
                        .list();
    }

    /**
     * {@return some members in order}
     *
     * @param question which and how
     * @param after the place where the page before ended, or null
     * @param limit at most so many
     */
    public List<MemberScore> page(MemberQuestion question, @Nullable Place after, int limit) {
        RoaringBitmap among = question.filter().among();
        if (among != null && among.isEmpty()) {
            return List.of();
        }
        if (question.sort().lifetime() || question.filter().asksForLifetime()) {
            return lifetimePage(question, after, limit);
        }
        MemberConditions conditions = conditions(question, after);
        return mart.sql()
                .sql(SELECT.formatted(question.sort().column(), SCORES) + conditions.where() + order(question, limit))
                .params(conditions.parameters())
                .query((row, i) -> score(row))
                .list();
    }

    private record Found(int memberNo, @Nullable String place) {}

    /**
     * First who they are, of the few columns that say so, then all columns of these few: joined whole, both tables would be read
     * through. Where nothing else is asked, buyers alone fill a page, for who never ordered comes last.
     */
    private List<MemberScore> lifetimePage(MemberQuestion question, @Nullable Place after, int limit) {
        boolean ofAll = conditions(question, null).where().isEmpty();
        List<Found> found = question.sort().lifetime() && ofAll ? found(BUYERS, question, after, limit) : List.of();
        if (found.size() < limit) {
            found = found(WITH_LIFETIME, question, after, limit);
        }
        Map<Integer, MemberScore> scores = of(
                        found.stream().map(Found::memberNo).toList())
                .stream()
                .collect(Collectors.toMap(MemberScore::no, Function.identity()));
        return found.stream()
                .filter(it -> scores.containsKey(it.memberNo())) // a run may end in between
                .map(it -> scores.get(it.memberNo()).at(it.place()))
                .toList();
    }

    private List<Found> found(String from, MemberQuestion question, @Nullable Place after, int limit) {
        MemberConditions conditions = conditions(question, after);
        return mart.sql()
                .sql("SELECT member_no, CAST(%s AS VARCHAR) AS place FROM %s\n"
                                .formatted(question.sort().column(), from)
                        + conditions.where()
                        + order(question, limit))
                .params(conditions.parameters())
                .query(Found.class)
                .list();
    }

    private MemberConditions conditions(MemberQuestion question, @Nullable Place after) {
        MemberConditions conditions = new MemberConditions(brand);
        conditions.filter(question.filter());
        if (after != null) {
            conditions.after(question, after);
        }
        return conditions;
    }

    private static String order(MemberQuestion question, int limit) {
        String column = question.sort().column() + (question.descending() ? " DESC" : " ASC");
        return "ORDER BY " + (question.sort() == MemberSort.NO ? column : column + " NULLS LAST, member_no ASC")
                + " LIMIT " + limit;
    }

    private static MemberScore score(ResultSet row) throws SQLException {
        return new MemberScore(
                row.getInt("member_no"),
                row.getString("channel"),
                row.getObject("joined_day", LocalDate.class),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                row.getDouble("value"),
                row.getDouble("consumption"),
                row.getDouble("content"),
                row.getDouble("interaction"),
                row.getDouble("social"),
                row.getDouble("influence"),
                whole(row, "recency_days"),
                row.getInt("frequency"),
                row.getBigDecimal("monetary"),
                whole(row, "r"),
                whole(row, "f"),
                whole(row, "m"),
                row.getString("stage"),
                row.getString("layer"),
                row.getString("level"),
                row.getBoolean("high_value"),
                row.getBoolean("top_spender"),
                row.getInt("orders"),
                row.getBigDecimal("spend"),
                row.getString("place"));
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
