package io.guanxi.audience.engine;

import io.guanxi.audience.expression.AiplStage;
import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Mark;
import io.guanxi.audience.expression.Measure;
import io.guanxi.audience.expression.Test;
import io.guanxi.audience.expression.Window;
import io.guanxi.audience.expression.Window.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compiles leaves to queries on the mart: the roll-up where that is enough, the lake where properties or hours demand it. */
final class LeafSql {

    private final Relations relations;
    private final LocalDate today;

    LeafSql(Relations relations, LocalDate today) {
        this.relations = relations;
        this.today = today;
    }

    /** {@return the query of a leaf; empty where the mart is not who knows} */
    Optional<MartQuery> of(Expression.Leaf leaf) {
        return switch (leaf) {
            case Expression.Score(var figure, var is) -> scored(EventSql.range(figure.column(), is));
            case Expression.Marked(var mark) -> scored(mark == Mark.HIGH_VALUE ? "high_value" : "top_spender");
            case Expression.ActiveDays(var within, var is) -> scored(EventSql.range(activeDays(within), is));
            case Expression.Layer(var in, var on) ->
                on == null ? scored("layer IN (" + words(in) + ")") : stood(on, "layer IN (" + words(in) + ")");
            case Expression.LayerMoved(var from, var to, int days) -> Optional.of(moved("layer", from, to, days));
            case Expression.Level(var in) -> scored("level IN (" + words(in) + ")");
            case Expression.Stage(var in, var monthsAgo, var on) ->
                on == null ? scored(stage(in, monthsAgo)) : stood(on, "stage IN (" + words(in) + ")");
            case Expression.Moved(var from, var to, var months, var days) ->
                days == null
                        ? scored(flowed(from, to, Objects.requireNonNull(months)))
                        : Optional.of(moved("stage", from, to, days));
            case Expression.Channel(var in) ->
                Optional.of(MartQuery.of(
                        "SELECT member_no FROM " + relations.member() + " WHERE channel IN ("
                                + EventSql.marks(in.size()) + ")",
                        in));
            case Expression.Joined(var during) ->
                Optional.of(MartQuery.of(
                        "SELECT member_no FROM " + relations.joined() + " WHERE "
                                + EventSql.days("joined_day", during.on(today)),
                        List.of()));
            case Expression.Community community -> Optional.of(community(community));
            case Expression.Did did -> Optional.of(did.needsLake() ? onLake(did) : onRollUp(did));
            case Expression.Sequence sequence -> Optional.of(sequence(sequence));
            case Expression.Everyone _,
                    Expression.Trait _,
                    Expression.TraitDay _,
                    Expression.Consent _,
                    Expression.Tagged _,
                    Expression.InAudience _,
                    Expression.InList _,
                    Expression.Share _ -> Optional.empty();
        };
    }

    private Optional<MartQuery> scored(String condition) {
        return Optional.of(
                MartQuery.of("SELECT member_no FROM " + relations.memberScore() + " WHERE " + condition, List.of()));
    }

    private Optional<MartQuery> stood(LocalDate on, String condition) {
        return Optional.of(
                MartQuery.of("SELECT member_no FROM " + relations.standing(on) + " WHERE " + condition, List.of()));
    }

    private MartQuery moved(String what, List<? extends Enum<?>> from, List<? extends Enum<?>> to, int days) {
        return MartQuery.of(
                "SELECT s.member_no FROM " + relations.memberScore() + " s JOIN "
                        + relations.standing(today.minusDays(days)) + " b USING (member_no) WHERE s." + what + " IN ("
                        + words(to) + ") AND b." + what + " IN (" + words(from) + ")",
                List.of());
    }

    private static String words(List<? extends Enum<?>> words) {
        return words.stream().map(word -> "'" + word.name() + "'").collect(Collectors.joining(", "));
    }

    static String activeDays(int within) {
        return "bit_count(recent_days & " + ((1L << within) - 1) + ")";
    }

    /** The stage at the end of a past month, by the months through which each is held; see {@code models/functions.sql}. */
    static String stageAt(int monthsAgo) {
        return monthsAgo == 0
                ? "stage"
                : "CASE WHEN (loyalty_held >> %1$d) & 1 = 1 THEN 'LOYALTY' WHEN (purchase_held >> %1$d) & 1 = 1 THEN 'PURCHASE' WHEN (interest_held >> %1$d) & 1 = 1 THEN 'INTEREST' ELSE 'AWARENESS' END"
                        .formatted(monthsAgo);
    }

    private static String joinedMonthsAgo(int atLeast) {
        return "date_diff('month', date_trunc('month', joined_day), date_trunc('month', (SELECT max(as_of) FROM ground.score_run))) >= "
                + atLeast;
    }

    private static String stage(List<AiplStage> in, int monthsAgo) {
        String holds = stageAt(monthsAgo) + " IN (" + words(in) + ")";
        return monthsAgo == 0 ? holds : "(" + holds + " AND " + joinedMonthsAgo(monthsAgo) + ")";
    }

    private static String flowed(List<AiplStage> from, List<AiplStage> to, int months) {
        List<String> steps = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            steps.add("(" + stageAt(month + 1) + " IN (" + words(from) + ") AND " + stageAt(month) + " IN (" + words(to)
                    + ") AND " + joinedMonthsAgo(month + 1) + ")");
        }
        return "(" + String.join(" OR ", steps) + ")";
    }

    private MartQuery community(Expression.Community community) {
        List<String> parts = new ArrayList<>();
        parts.add(community.past() ? "NOT c.belongs" : "c.belongs");
        if (!community.in().isEmpty()) {
            parts.add("c.community_no IN (SELECT community_no FROM community_key WHERE community IN ("
                    + EventSql.marks(community.in().size()) + "))");
        }
        if (!community.stages().isEmpty()) {
            parts.add("c.community_no IN (SELECT community_no FROM " + relations.communityScore() + " WHERE stage IN ("
                    + words(community.stages()) + "))");
        }
        String from = "SELECT c.member_no FROM " + relations.communityMember() + " c";
        if (!community.roles().isEmpty()) {
            from += " LEFT JOIN " + relations.communityRole() + " r USING (member_no, community_no)";
            parts.add("coalesce(r.role, 'MEMBER') IN (" + words(community.roles()) + ")");
        }
        return MartQuery.of(from + " WHERE " + EventSql.and(parts), community.in());
    }

    private MartQuery onRollUp(Expression.Did did) {
        boolean edge = edge(did);
        Span span = did.during().on(today);
        String from =
                "SELECT d.member_no FROM " + (occurs(did) ? relations.eventMember() : relations.memberDay()) + " d"
                        + joining(did.during(), "d") + " WHERE "
                        + EventSql.onRollUp("d", did.event(), edge ? new Span(null, null) : span, relations);
        if (edge) {
            return edge(from, did, "d", List.of());
        }
        String amount =
                switch (did.measure()) {
                    case COUNT -> "sum(d.n)";
                    case DAYS -> "count(DISTINCT d.day)";
                    case AMOUNT -> "coalesce(sum(d.amount), 0)";
                    case QUANTITY -> "coalesce(sum(CAST(d.quantity AS DECIMAL(18,3))), 0)";
                    case OBJECTS, SUM, DISTINCT, FIRST, LAST ->
                        throw new IllegalStateException(did.measure() + " is not counted here");
                };
        String rows = from + since(did.during(), "d");
        List<String> ranges = occurs(did) ? List.of("TRUE") : relations.ranges("d.member_no");
        return MartQuery.union(ranges.stream()
                .map(range -> counted(rows + " AND " + range, did, "d", amount, List.of()))
                .toList());
    }

    /**
     * {@return the rows which {@link Sums} add up to how often members did something; empty where that is not what a leaf asks
     * for, or the days are too many to fit into memory}
     */
    Optional<MartQuery> sums(Expression.Did did) {
        Span span = did.during().on(today);
        return did.needsLake() || did.measure() != Measure.COUNT || span.days() > Sums.MOST_DAYS
                ? Optional.empty()
                : Optional.of(MartQuery.of(
                        "SELECT d.member_no, d.n FROM " + relations.eventMember() + " d WHERE "
                                + EventSql.onRollUp("d", did.event(), span, relations),
                        List.of()));
    }

    private MartQuery onLake(Expression.Did did) {
        List<String> texts = new ArrayList<>();
        Span span = edge(did) ? new Span(null, null) : did.during().on(today);
        String from = "SELECT e.member_no FROM " + events(did, span, relations, texts) + " e"
                + joining(did.during(), "e") + " WHERE "
                + EventSql.onLake("e", did.event(), span, relations, texts)
                + (edge(did) ? "" : since(did.during(), "e"));
        return edge(did) ? edge(from, did, "e", texts) : counted(from, did, "e", amount(did.measure(), "e"), texts);
    }

    /** {@return the lake's events of some days, with the property that is counted as {@code said}} */
    static String events(Expression.Did did, Span span, Relations relations, List<String> texts) {
        if (did.property() == null) {
            return relations.events(span);
        }
        texts.add(EventSql.path(did.property()));
        return "(SELECT *, json_extract_string(properties, ?) AS said FROM " + relations.events(span) + ")";
    }

    /** {@return what is counted of the rows that {@link #events} finds} */
    static String amount(Measure measure, String row) {
        return switch (measure) {
            case COUNT -> "count(*)";
            case DAYS -> "count(DISTINCT " + row + ".day)";
            case AMOUNT -> "coalesce(sum(" + row + ".amount), 0)";
            case QUANTITY -> "coalesce(sum(CAST(" + row + ".quantity AS DECIMAL(18,3))), 0)";
            case OBJECTS -> "count(DISTINCT " + row + ".object)";
            case SUM -> "coalesce(sum(TRY_CAST(TRY_CAST(" + row + ".said AS DOUBLE) AS DECIMAL(28,6))), 0)";
            case DISTINCT -> "count(DISTINCT " + row + ".said)";
            case FIRST, LAST -> throw new IllegalStateException(measure + " is not counted here");
        };
    }

    private static boolean edge(Expression.Did did) {
        return did.measure() == Measure.FIRST || did.measure() == Measure.LAST;
    }

    /** Those whose first or last of some rows lies in the window. */
    private MartQuery edge(String from, Expression.Did did, String row, List<String> texts) {
        String day = (did.measure() == Measure.FIRST ? "min(" : "max(") + row + ".day)";
        String holds = did.during() instanceof Window.SinceJoining(int days)
                ? day + " BETWEEN min(j.joined_day) AND min(j.joined_day) + " + days
                : EventSql.days(day, did.during().on(today));
        return MartQuery.of(from + " GROUP BY " + row + ".member_no HAVING " + holds, texts);
    }

    /** Who did nothing counts 0: where 0 is enough, those are sought for whom it is not so. */
    private static MartQuery counted(String from, Expression.Did did, String row, String amount, List<String> texts) {
        if (occurs(did)) {
            return MartQuery.of(from, texts);
        }
        Test.Range is = did.is();
        boolean inverted = is.holds(0);
        return new MartQuery(
                from + " GROUP BY " + row + ".member_no HAVING " + (inverted ? "NOT " : "")
                        + EventSql.range(amount, is),
                texts,
                inverted);
    }

    /** {@return whether one occurrence is enough: then nothing need be added up} */
    static boolean occurs(Expression.Did did) {
        return (did.measure() == Measure.COUNT || did.measure() == Measure.DAYS)
                && did.is().anyOccurrence();
    }

    private String joining(Window during, String row) {
        return during instanceof Window.SinceJoining
                ? " JOIN " + relations.joined() + " j ON j.member_no = " + row + ".member_no"
                : "";
    }

    private static String since(Window during, String row) {
        return during instanceof Window.SinceJoining(int days)
                ? " AND " + row + ".day BETWEEN j.joined_day AND j.joined_day + " + days
                : "";
    }

    private MartQuery sequence(Expression.Sequence sequence) {
        Span first = sequence.during().on(today);
        LocalDate from = first.from();
        LocalDate to = first.to();
        Span then = new Span(from, to == null ? null : to.plusDays(sequence.withinDays()));
        List<String> texts = new ArrayList<>();
        String a = occurrences(sequence.first(), first, "first_ts", texts);
        String b = occurrences(sequence.then(), then, "last_ts", texts);
        return MartQuery.of(
                "SELECT a.member_no FROM " + a + " a JOIN " + b
                        + " b ON b.member_no = a.member_no AND b.day BETWEEN a.day AND a.day + " + sequence.withinDays()
                        + " AND a.at < b.at",
                texts);
    }

    /** {@return the days on which something was done}; on one day the first A before the last B is what tells that some A came before some B */
    String occurrences(EventMatch event, Span span, String edge, List<String> texts) {
        if (!event.needsLake()) {
            return "(SELECT d.member_no, d.day, d." + edge + " AS at FROM " + relations.memberDay() + " d WHERE "
                    + EventSql.onRollUp("d", event, span, relations) + ")";
        }
        String edgeOf = edge.equals("first_ts") ? "min" : "max";
        return "(SELECT e.member_no, e.day, make_timestamp(" + edgeOf + "(epoch_us(e.ts))) AS at FROM "
                + relations.events(span) + " e WHERE " + EventSql.onLake("e", event, span, relations, texts)
                + " GROUP BY 1, 2)";
    }
}
