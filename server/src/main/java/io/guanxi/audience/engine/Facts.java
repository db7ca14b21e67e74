package io.guanxi.audience.engine;

import io.guanxi.audience.expression.CommunityRole;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Measure;
import io.guanxi.audience.expression.Window;
import io.guanxi.audience.expression.Window.Span;
import io.guanxi.community.CommunityStage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is known of one member that decides a leaf: the figures behind yes or no. */
final class Facts {

    private static final int MOST_STAYS = 50;
    private static final String NEVER = "never";
    private static final Span EVER = new Span(null, null);

    private final Scope scope;
    private final int memberNo;
    private final LocalDate today;
    private final Limit limit;

    Facts(Scope scope, int memberNo, LocalDate today, Limit limit) {
        this.scope = scope;
        this.memberNo = memberNo;
        this.today = today;
        this.limit = limit;
    }

    /** {@return facts by name; empty where the mart knows none} */
    Map<String, String> of(Expression.Leaf leaf) {
        Relations relations = scope.relations();
        String score = " FROM " + relations.memberScore();
        return switch (leaf) {
            case Expression.Score(var figure, var _) -> row("SELECT " + figure.column() + score, List.of());
            case Expression.Marked _ -> row("SELECT high_value, top_spender" + score, List.of());
            case Expression.ActiveDays(int within, var _) ->
                row("SELECT " + LeafSql.activeDays(within) + " AS active_days" + score, List.of());
            case Expression.Stage(var _, int ago, var on) ->
                on == null
                        ? row(
                                "SELECT " + LeafSql.stageAt(ago) + " AS stage" + (ago == 0 ? "" : ", joined_day")
                                        + score,
                                List.of())
                        : row("SELECT stage FROM " + relations.standing(on), List.of());
            case Expression.Moved(var _, var _, var months, var days) ->
                days == null
                        ? row(stages(Objects.requireNonNull(months)) + ", joined_day" + score, List.of())
                        : then("stage", days, score);
            case Expression.Layer(var _, var on) ->
                row("SELECT layer" + (on == null ? score : " FROM " + relations.standing(on)), List.of());
            case Expression.LayerMoved(var _, var _, int days) -> then("layer", days, score);
            case Expression.Level _ -> row("SELECT level" + score, List.of());
            case Expression.Channel _ -> row("SELECT channel FROM " + relations.member(), List.of());
            case Expression.Joined _ -> row("SELECT joined_day FROM " + relations.joined(), List.of());
            case Expression.Did did -> did(did);
            case Expression.Sequence sequence -> sequence(sequence);
            case Expression.Share share ->
                facts(
                        "drawn",
                        Shares.drawn(share, memberNo),
                        "percent",
                        BigDecimal.valueOf(share.percent()).stripTrailingZeros().toPlainString());
            case Expression.Everyone _,
                    Expression.Community _,
                    Expression.Trait _,
                    Expression.TraitDay _,
                    Expression.Consent _,
                    Expression.Tagged _,
                    Expression.InAudience _,
                    Expression.InList _ -> Map.of();
        };
    }

    /** What was so some days ago, and what is so. */
    private Map<String, String> then(String what, int days, String score) {
        Map<String, String> facts = new LinkedHashMap<>(row(
                "SELECT " + what + " AS " + what + "_before FROM "
                        + scope.relations().standing(today.minusDays(days)),
                List.of()));
        facts.putAll(row("SELECT " + what + score, List.of()));
        return facts;
    }

    private static String stages(int months) {
        List<String> columns = new ArrayList<>();
        for (int month = months; month >= 0; month--) {
            columns.add(LeafSql.stageAt(month) + " AS months_ago_" + month);
        }
        return "SELECT " + String.join(", ", columns);
    }

    private Map<String, String> did(Expression.Did did) {
        Map<String, String> facts = new LinkedHashMap<>();
        Span span = did.during().on(today);
        if (did.during() instanceof Window.SinceJoining(int days)) {
            facts.putAll(row("SELECT joined_day FROM " + scope.relations().joined(), List.of()));
            LocalDate joined = LocalDate.parse(facts.getOrDefault("joined_day", today.toString()));
            span = new Span(joined, joined.plusDays(days));
        }
        facts.putAll(
                switch (did.measure()) {
                    case FIRST -> done(did, "min(o.day) AS first", EVER);
                    case LAST -> done(did, "max(o.day) AS last", EVER);
                    default -> done(did, counted(did), span);
                });
        return facts;
    }

    private static String counted(Expression.Did did) {
        boolean lake = did.needsLake();
        return (lake ? "count(*)" : "coalesce(sum(o.n), 0)")
                + " AS count, "
                + (did.measure() == Measure.DAYS ? "count(DISTINCT o.day) AS days, " : "")
                + (lake ? "count(DISTINCT o.object) AS objects, " : "")
                + (did.property() == null
                        ? ""
                        : LeafSql.amount(Measure.SUM, "o") + " AS sum, " + LeafSql.amount(Measure.DISTINCT, "o")
                                + " AS distinct_values, ")
                + (did.measure() == Measure.QUANTITY ? "sum(CAST(o.quantity AS DECIMAL(18,3))) AS quantity, " : "")
                + "sum(o.amount) AS amount, min(o.day) AS first, max(o.day) AS last";
    }

    private Map<String, String> done(Expression.Did did, String columns, Span span) {
        Relations relations = scope.relations();
        List<String> texts = new ArrayList<>();
        String from = did.needsLake()
                ? LeafSql.events(did, span, relations, texts) + " o WHERE "
                        + EventSql.onLake("o", did.event(), span, relations, texts)
                : relations.memberDay() + " o WHERE " + EventSql.onRollUp("o", did.event(), span, relations);
        return row("SELECT " + columns + " FROM " + from, texts);
    }

    /**
     * The first and the other thing with the fewest days between them, the latest such pair; without one, the last time the first
     * was done, and the last time the other was.
     */
    private Map<String, String> sequence(Expression.Sequence sequence) {
        Span first = sequence.during().on(today);
        LeafSql sql = new LeafSql(scope.relations(), today);
        List<String> texts = new ArrayList<>();
        String a = sql.occurrences(sequence.first(), first, "first_ts", texts);
        List<String> later = new ArrayList<>();
        String b = sql.occurrences(sequence.then(), new Span(first.from(), null), "last_ts", later);
        texts.addAll(later);
        Map<String, String> facts = new LinkedHashMap<>(row(
                "SELECT a.day AS first_on, b.day AS then_on, b.day - a.day AS days_between FROM " + a
                        + " a ASOF LEFT JOIN " + b
                        + " b ON a.member_no = b.member_no AND a.at < b.at ORDER BY days_between NULLS LAST, first_on DESC LIMIT 1",
                texts));
        facts.putIfAbsent("first_on", NEVER);
        if (facts.putIfAbsent("then_on", NEVER) == null) {
            facts.putAll(row("SELECT max(b.day) AS then_last FROM " + b + " b", later));
        }
        facts.put("days_allowed", Integer.toString(sequence.withinDays()));
        return facts;
    }

    /** {@return the communities that a condition looked at, those it names first} */
    List<Explained.Stay> stays(Expression.Community asked) {
        Relations relations = scope.relations();
        String named = asked.in().isEmpty()
                ? ""
                : "community IN (" + EventSql.marks(asked.in().size()) + ") DESC, ";
        boolean stages = !asked.stages().isEmpty();
        boolean roles = !asked.roles().isEmpty();
        String sql = "FROM (SELECT DISTINCT k.community, c.belongs, " + (stages ? "s.stage" : "NULL") + " AS stage, "
                + (roles ? "coalesce(r.role, 'MEMBER')" : "NULL") + " AS role FROM " + relations.communityMember()
                + " c JOIN community_key k USING (community_no)"
                + (stages ? " LEFT JOIN " + relations.communityScore() + " s USING (community_no)" : "")
                + (roles ? " LEFT JOIN " + relations.communityRole() + " r USING (member_no, community_no)" : "")
                + ") ORDER BY " + named + "belongs DESC, community LIMIT " + MOST_STAYS;
        List<Explained.Stay> stays = new ArrayList<>();
        ask(sql, asked.in(), row -> {
            String stage = row.getString(3);
            String role = row.getString(4);
            stays.add(new Explained.Stay(
                    row.getString(1),
                    row.getBoolean(2),
                    stage == null ? null : CommunityStage.valueOf(stage),
                    role == null ? null : CommunityRole.valueOf(role)));
        });
        return stays;
    }

    private static Map<String, String> facts(String name, String value, String other, String otherValue) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(name, value);
        facts.put(other, otherValue);
        return facts;
    }

    private Map<String, String> row(String sql, List<String> texts) {
        Map<String, String> facts = new LinkedHashMap<>();
        ask(sql, texts, row -> {
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String value = row.getString(i);
                if (value != null) {
                    facts.putIfAbsent(columns.getColumnLabel(i), value);
                }
            }
        });
        return facts;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void ask(String sql, List<String> texts, Row taker) {
        Connection connection = scope.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(i + 1, texts.get(i));
            }
            limit.watch(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            } finally {
                limit.unwatch(statement);
            }
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
    }
}
