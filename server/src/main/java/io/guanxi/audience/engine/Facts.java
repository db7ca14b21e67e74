package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Window;
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

/** What is known of one member that decides a leaf: the figures behind yes or no. */
final class Facts {

    private final Scope scope;
    private final LocalDate today;
    private final Limit limit;

    Facts(Scope scope, LocalDate today, Limit limit) {
        this.scope = scope;
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
                        ? row("SELECT " + LeafSql.stageAt(ago) + " AS stage" + score, List.of())
                        : row("SELECT stage FROM " + relations.standing(on), List.of());
            case Expression.Moved(var _, var _, int months) -> row(stages(months) + score, List.of());
            case Expression.Layer(var _, var on) ->
                row("SELECT layer" + (on == null ? score : " FROM " + relations.standing(on)), List.of());
            case Expression.LayerMoved(var _, var _, int days) -> {
                Map<String, String> facts = new LinkedHashMap<>(row(
                        "SELECT layer AS layer_before FROM " + relations.standing(today.minusDays(days)), List.of()));
                facts.putAll(row("SELECT layer" + score, List.of()));
                yield facts;
            }
            case Expression.Level _ -> row("SELECT level" + score, List.of());
            case Expression.Channel _ -> row("SELECT channel FROM " + relations.member(), List.of());
            case Expression.Joined _ -> row("SELECT joined_day FROM " + relations.joined(), List.of());
            case Expression.Community community -> {
                Map<String, String> facts = new LinkedHashMap<>(row(
                        "SELECT string_agg(k.community, ', ') FILTER (c.belongs) AS belongs_to, "
                                + "string_agg(k.community, ', ') FILTER (NOT c.belongs) AS belonged_to FROM "
                                + relations.communityMember() + " c JOIN community_key k USING (community_no)",
                        List.of()));
                if (!community.roles().isEmpty()) {
                    facts.putAll(row(
                            "SELECT string_agg(k.community || ': ' || r.role, ', ') AS roles FROM "
                                    + relations.communityRole() + " r JOIN community_key k USING (community_no)",
                            List.of()));
                }
                yield facts;
            }
            case Expression.Did did -> did(did);
            case Expression.Sequence _,
                    Expression.Everyone _,
                    Expression.Trait _,
                    Expression.Consent _,
                    Expression.Tagged _,
                    Expression.InAudience _,
                    Expression.InList _,
                    Expression.Share _ -> Map.of();
        };
    }

    private static String stages(int months) {
        List<String> columns = new ArrayList<>();
        for (int month = months; month >= 0; month--) {
            columns.add(LeafSql.stageAt(month) + " AS months_ago_" + month);
        }
        return "SELECT " + String.join(", ", columns);
    }

    private Map<String, String> did(Expression.Did did) {
        Relations relations = scope.relations();
        boolean joining = did.during() instanceof Window.SinceJoining;
        var span = did.during().on(today);
        if (did.event().needsLake()) {
            List<String> texts = new ArrayList<>();
            String where = EventSql.onLake("e", did.event(), span, relations, texts);
            return row(
                    "SELECT count(*) AS count, sum(e.amount) AS amount, count(DISTINCT e.object) AS objects, "
                            + "min(e.day) AS first, max(e.day) AS last FROM " + relations.events(span) + " e WHERE "
                            + where,
                    texts);
        }
        Map<String, String> facts = new LinkedHashMap<>(row(
                "SELECT coalesce(sum(d.n), 0) AS count, sum(d.amount) AS amount, min(d.day) AS first, max(d.day) AS last FROM "
                        + relations.memberDay() + " d WHERE "
                        + EventSql.onRollUp("d", did.event(), span, relations),
                List.of()));
        if (joining) {
            facts.putAll(row("SELECT joined_day FROM " + relations.joined(), List.of()));
        }
        return facts;
    }

    private Map<String, String> row(String sql, List<String> texts) {
        Connection connection = scope.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(i + 1, texts.get(i));
            }
            limit.watch(statement);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, String> facts = new LinkedHashMap<>();
                ResultSetMetaData columns = row.getMetaData();
                boolean there = row.next();
                for (int i = 1; there && i <= columns.getColumnCount(); i++) {
                    String value = row.getString(i);
                    if (value != null) {
                        facts.put(columns.getColumnLabel(i), value);
                    }
                }
                return facts;
            } finally {
                limit.unwatch(statement);
            }
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
    }
}
