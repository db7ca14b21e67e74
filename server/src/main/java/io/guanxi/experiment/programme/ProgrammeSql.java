package io.guanxi.experiment.programme;

import io.guanxi.experiment.Split;
import io.guanxi.experiment.Touches;
import io.guanxi.experiment.programme.TouchpointReport.PlaceKind;
import io.guanxi.experiment.programme.TouchpointReport.TouchPlace;
import io.guanxi.experiment.statistics.Moments;
import io.guanxi.platform.SqlText;
import io.guanxi.value.PastValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Temporary tables of one connection to the mart: {@code person} (member, arm: 0 held out, 1 not), {@code touch} (messages by
 * member, channel and day), and {@code unit}, a row a member and part, with what they did in the days ({@code y0 …}) and in the
 * ninety before anybody was held out ({@code p0 …}). A few statements each, whatever the number of members.
 */
final class ProgrammeSql {

    /** Days before the holdout began whose same figures take out noise. */
    static final int LOOK_BACK = 90;

    /** Days from a message on in which an order counts as one after it. */
    static final int ORDER_DAYS = 7;

    private static final List<String> PLACES = List.of("Menu Tapped", "Code Scanned", "Link Clicked");
    private static final int MOST_PLACES = 20;

    private final JdbcClient sql;
    private final Days days;
    private final @Nullable LocalDate heldFrom;
    private final List<String> notOwn;

    /**
     * Of some days.
     *
     * @param sql statements of one connection
     * @param days that count
     * @param heldFrom the first day on which anybody was held out, or null where nobody is
     * @param notOwn events that are not a member's own doing
     */
    ProgrammeSql(JdbcClient sql, Days days, @Nullable LocalDate heldFrom, List<String> notOwn) {
        this.sql = sql;
        this.days = days;
        this.heldFrom = heldFrom;
        this.notOwn = notOwn;
    }

    /**
     * Divides the members; of a holdout only those who were there by the end of the days.
     *
     * @param split of the holdout, or null without one
     * @return how many were left out because they are one with a member of the other arm
     */
    long people(@Nullable Split split) {
        String arm = split == null ? "1" : split.sql("member_no");
        String mixed = split == null
                ? "SELECT NULL::INTEGER AS member_no WHERE false"
                : "SELECT DISTINCT into_no AS member_no FROM member_alias WHERE " + arm + " <> " + split.sql("into_no");
        sql.sql("CREATE OR REPLACE TEMP TABLE mixed AS " + mixed).update();
        sql.sql("CREATE OR REPLACE TEMP TABLE person AS SELECT member_no, " + arm
                        + " AS arm FROM member ANTI JOIN mixed USING (member_no)"
                        + (split == null ? "" : " WHERE created_day <= " + date(days.until())))
                .update();
        return number("SELECT count(*) FROM mixed SEMI JOIN member USING (member_no)");
    }

    /** Takes the messages over, of the members there are; the file is one of {@link Touches#write}. */
    void touches(Path file) {
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE touch AS
                        SELECT coalesce(a.into_no, t.member_no) AS member_no, p.arm, t.* EXCLUDE (member_no)
                        FROM read_csv(%s, header = false, auto_detect = false, quote = '"', escape = '"', columns = {%s}) t
                        LEFT JOIN member_alias a ON a.member_no = t.member_no
                        JOIN person p ON p.member_no = coalesce(a.into_no, t.member_no)""".formatted(SqlText.literal(file), Touches.COLUMNS)).update();
    }

    /** Notes in which layer each member counts: from a file of numbers and layers, or as they stand now; others are new. */
    void layers(@Nullable Path file) {
        String source = file == null
                ? "SELECT member_no, layer FROM ground.member_score"
                : "SELECT * FROM read_csv(%s, header = false, auto_detect = false, columns = {member_no: 'INTEGER', layer: 'VARCHAR'})"
                        .formatted(SqlText.literal(file));
        sql.sql("CREATE OR REPLACE TEMP TABLE standing AS " + source).update();
    }

    /** {@return the days at whose ends members' values are asked for: the last one, and that before anybody was held out} */
    List<LocalDate> worthDays() {
        return heldFrom == null ? List.of(days.until()) : List.of(days.until(), heldFrom.minusDays(1));
    }

    /** Takes over what members were worth; the file is one of {@link PastValues#write} for {@link #worthDays}. */
    void worth(Path file) {
        String last = "max(value) FILTER (day = " + date(days.until()) + ")";
        String past = heldFrom == null ? "0.0" : "max(value) FILTER (day = " + date(heldFrom.minusDays(1)) + ")";
        sql.sql(
                        "CREATE OR REPLACE TEMP TABLE worth AS SELECT member_no, %s AS y%3$d, %s AS p%3$d FROM read_parquet(%4$s) GROUP BY member_no"
                                .formatted(last, past, Outcomes.SCORE.place(), SqlText.literal(file)))
                .update();
    }

    /** Measures each member once; what they are worth is taken over before. */
    void unitsByLayer() {
        String within = "day BETWEEN " + date(days.from()) + " AND " + date(days.until());
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE deed AS
                        SELECT member_no, %1$s, %2$s
                        FROM (SELECT d.member_no, d.day, d.n, d.amount,
                                     CASE e.event WHEN 'Order Completed' THEN 1 WHEN 'Order Refunded' THEN 2 ELSE 3 END AS role,
                                     e.event NOT IN (:notOwn) AS own
                              FROM member_day d JOIN event_name e USING (event_no)
                              WHERE d.day >= %3$s AND d.day <= %4$s)
                        GROUP BY member_no""".formatted(
                                figures("y", within, days.until()),
                                heldFrom == null ? nothing("p") : figures("p", before(heldFrom), heldFrom.minusDays(1)),
                                date(first()),
                                date(days.until())))
                .param("notOwn", notOwn)
                .update();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE unit AS
                        SELECT p.arm, coalesce(s.layer, 'NEW') AS part, %s
                        FROM person p LEFT JOIN standing s USING (member_no) LEFT JOIN deed d USING (member_no)
                        LEFT JOIN worth w USING (member_no)""".formatted(filled(Outcomes.ALL))).update();
    }

    /** Measures each member once for each channel: orders from the day on which they were first meant to be reached there. */
    void unitsByChannel() {
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE order_day AS
                        SELECT member_no, day, sum(n) AS n, coalesce(sum(amount), 0) AS amount
                        FROM member_day JOIN event_name USING (event_no)
                        WHERE event = 'Order Completed' AND day >= %s AND day <= %s GROUP BY ALL""".formatted(date(first()), date(days.until()))).update();
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE unit AS
                        WITH meant AS (SELECT member_no, channel, any_value(arm) AS arm, min(day) AS first_day FROM touch GROUP BY ALL),
                        after AS (
                            SELECT m.member_no, m.channel, sum(o.n) AS y1, sum(o.amount) AS y2
                            FROM meant m JOIN order_day o ON o.member_no = m.member_no AND o.day >= m.first_day GROUP BY ALL),
                        past AS (SELECT member_no, sum(n) AS p1, sum(amount) AS p2 FROM order_day WHERE %s GROUP BY ALL)
                        SELECT m.arm, m.channel AS part,
                               CAST(coalesce(y1, 0) > 0 AS DOUBLE) AS y0, CAST(coalesce(y1, 0) AS DOUBLE) AS y1, CAST(coalesce(y2, 0) AS DOUBLE) AS y2,
                               CAST(coalesce(p1, 0) > 0 AS DOUBLE) AS p0, CAST(coalesce(p1, 0) AS DOUBLE) AS p1, CAST(coalesce(p2, 0) AS DOUBLE) AS p2
                        FROM meant m LEFT JOIN after USING (member_no, channel) LEFT JOIN past USING (member_no)""".formatted(heldFrom == null ? "false" : before(heldFrom))).update();
    }

    /** {@return the first day that is read: what went before the days takes out noise of comparisons alone} */
    private LocalDate first() {
        LocalDate past = heldFrom == null ? days.from() : heldFrom.minusDays(LOOK_BACK);
        return past.isBefore(days.from()) ? past : days.from();
    }

    private static String before(LocalDate held) {
        return "day >= " + date(held.minusDays(LOOK_BACK)) + " AND day < " + date(held);
    }

    private static String nothing(String name) {
        return Outcomes.ALL.stream()
                .filter(outcome -> outcome != Outcomes.SCORE)
                .map(_ -> "0.0")
                .collect(numbered(name));
    }

    private String figures(String name, String when, LocalDate last) {
        String orders = "coalesce(sum(n) FILTER (role = 1 AND " + when + "), 0)";
        String gmv = "coalesce(sum(amount) FILTER (role = 1 AND " + when + "), 0)";
        String refunds = "coalesce(sum(abs(amount)) FILTER (role = 2 AND " + when + "), 0)";
        String retained =
                "count(*) FILTER (own AND day > " + date(last.minusDays(days.retention())) + " AND " + when + ") > 0";
        return List.of(orders + " > 0", orders, gmv, gmv + " - " + refunds, retained).stream()
                .map(figure -> "CAST(" + figure + " AS DOUBLE)")
                .collect(numbered(name));
    }

    private static Collector<String, ?, String> numbered(String name) {
        return Collectors.collectingAndThen(Collectors.toList(), list -> IntStream.range(0, list.size())
                .mapToObj(i -> list.get(i) + " AS " + name + i)
                .collect(Collectors.joining(", ")));
    }

    private static String filled(List<Outcomes> outcomes) {
        return IntStream.range(0, outcomes.size())
                .mapToObj(i -> "coalesce(y%1$d, 0.0) AS y%1$d, coalesce(p%1$d, 0.0) AS p%1$d".formatted(i))
                .collect(Collectors.joining(", "));
    }

    /** Both arms by one figure. */
    record Arms(Moments heldOut, Moments reached) {

        static final Arms NOBODY = new Arms(Moments.none(), Moments.none());

        Arms plus(Arms other) {
            return new Arms(heldOut.plus(other.heldOut), reached.plus(other.reached));
        }
    }

    /** {@return the arms by part, for each of the figures} */
    Map<String, List<Arms>> arms(List<Outcomes> outcomes) {
        String columns = IntStream.range(0, outcomes.size())
                .mapToObj(
                        "avg(y%1$d), avg(p%1$d), count(*) * covar_pop(y%1$d, y%1$d), count(*) * covar_pop(y%1$d, p%1$d), count(*) * covar_pop(p%1$d, p%1$d)"
                                ::formatted)
                .collect(Collectors.joining(", "));
        Map<String, List<Arms>> parts = new LinkedHashMap<>();
        sql.sql("SELECT part, arm, count(*), " + columns + " FROM unit GROUP BY part, arm ORDER BY part")
                .query(row -> {
                    List<Arms> arms = parts.computeIfAbsent(
                            row.getString(1), _ -> new ArrayList<>(Collections.nCopies(outcomes.size(), Arms.NOBODY)));
                    boolean held = row.getInt(2) == 0;
                    for (int i = 0; i < outcomes.size(); i++) {
                        Moments moments = moments(row, 4 + 5 * i);
                        Arms before = arms.get(i);
                        arms.set(i, held ? new Arms(moments, before.reached()) : new Arms(before.heldOut(), moments));
                    }
                });
        return parts;
    }

    private static Moments moments(ResultSet row, int at) throws SQLException {
        double[] products = {row.getDouble(at + 2), 0, row.getDouble(at + 3), 0, 0, 0, 0, row.getDouble(at + 4), 0, 0};
        return Moments.of(row.getLong(3), new double[] {row.getDouble(at), 1, row.getDouble(at + 1), 1}, products);
    }

    /** Messages of a part: how many members, and how many of each channel. */
    record Touched(long members, Map<String, Long> byChannel) {

        static final Touched NONE = new Touched(0, Map.of());
    }

    /** {@return what was sent to the members of each layer who are not held out, and under "" to all of them} */
    Map<String, Touched> touchedByLayer() {
        Map<String, Map<String, Long>> messages = new HashMap<>();
        Map<String, Long> members = new HashMap<>();
        sql.sql("""
                        SELECT coalesce(s.layer, 'NEW') AS part, channel, sum(sent), NULL
                        FROM touch LEFT JOIN standing s USING (member_no) WHERE arm = 1 AND sent > 0 GROUP BY ALL
                        UNION ALL
                        SELECT coalesce(s.layer, 'NEW') AS part, NULL, NULL, count(DISTINCT member_no)
                        FROM touch LEFT JOIN standing s USING (member_no) WHERE arm = 1 AND sent > 0 GROUP BY ALL""").query(row -> {
            String channel = row.getString(2);
            if (channel == null) {
                members.put(row.getString(1), row.getLong(4));
            } else {
                messages.computeIfAbsent(row.getString(1), _ -> new HashMap<>()).put(channel, row.getLong(3));
            }
        });
        Map<String, Touched> touched = new HashMap<>();
        members.forEach((part, count) -> touched.put(part, new Touched(count, messages.getOrDefault(part, Map.of()))));
        return touched;
    }

    /** {@return how many are in each arm, measured by nothing} */
    Arms everybody() {
        return new Arms(
                Moments.ofMean(number("SELECT count(*) FROM person WHERE arm = 0"), 0, 0),
                Moments.ofMean(number("SELECT count(*) FROM person WHERE arm = 1"), 0, 0));
    }

    /** {@return messages sent in all, by channel} */
    Map<String, Long> sent() {
        Map<String, Long> sent = new HashMap<>();
        sql.sql("SELECT channel, sum(sent) FROM touch GROUP BY channel").query(row -> {
            sent.put(row.getString(1), row.getLong(2));
        });
        return sent;
    }

    /** {@return how many members who are held out something was sent to all the same} */
    long heldOutReached() {
        return number("SELECT count(DISTINCT member_no) FROM touch WHERE arm = 0 AND sent > 0");
    }

    /**
     * Orders and refunds in another currency than the brand's.
     *
     * @param events how many
     * @param members of how many members
     * @param currencies which, with how many each, the commonest first
     */
    record OtherMoney(long events, long members, String currencies) {}

    /** {@return what is in another currency and so in no sum, of the days; empty where all is in the brand's} */
    Optional<OtherMoney> otherMoney() {
        return sql.sql("""
                        WITH other AS (
                            SELECT currency, o.member_no, sum(o.n) AS n
                            FROM other_money o JOIN event_name USING (event_no) SEMI JOIN person p ON p.member_no = o.member_no
                            WHERE event IN ('Order Completed', 'Order Refunded') AND day BETWEEN %s AND %s GROUP BY ALL)
                        SELECT sum(n), count(DISTINCT member_no),
                               (SELECT string_agg(currency || ' ' || n, ', ' ORDER BY n DESC, currency)
                                FROM (SELECT currency, sum(n) AS n FROM other GROUP BY currency))
                        FROM other HAVING count(*) > 0""".formatted(date(days.from()), date(days.until())))
                .query((row, _) -> new OtherMoney(row.getLong(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    /** {@return how many members ordered in the days} */
    long buyers() {
        return number(
                "SELECT count(DISTINCT member_no) FROM event_member JOIN event_name USING (event_no) WHERE event = 'Order Completed' AND day BETWEEN %s AND %s"
                        .formatted(date(days.from()), date(days.until())));
    }

    /** A channel's way from the message to the order. */
    record Funnel(
            String channel,
            long messages,
            long delivered,
            long meant,
            long reached,
            long opened,
            long clicked,
            long ordered,
            long orders,
            BigDecimal gmv) {}

    /** {@return the channels, the most messages first} */
    List<Funnel> funnels() {
        return sql.sql("""
                        WITH after AS (
                            SELECT channel, count(DISTINCT member_no) AS ordered, sum(n) AS orders, sum(amount) AS gmv FROM (
                                SELECT DISTINCT t.channel, o.member_no, o.day, o.n, o.amount
                                FROM touch t JOIN order_day o
                                ON o.member_no = t.member_no AND o.day >= t.day AND o.day < t.day + %d
                                WHERE t.arm = 1 AND t.sent > 0) GROUP BY channel)
                        SELECT t.channel, sum(sent) AS messages, sum(delivered) AS delivered, count(DISTINCT member_no) AS meant,
                               count(DISTINCT member_no) FILTER (sent > 0) AS reached,
                               count(DISTINCT member_no) FILTER (opened > 0) AS opened,
                               count(DISTINCT member_no) FILTER (clicked > 0) AS clicked,
                               coalesce(any_value(a.ordered), 0) AS ordered, coalesce(any_value(a.orders), 0) AS orders,
                               coalesce(any_value(a.gmv), 0) AS gmv
                        FROM touch t LEFT JOIN after a ON a.channel = t.channel
                        WHERE arm = 1 GROUP BY t.channel ORDER BY messages DESC, t.channel""".formatted(ORDER_DAYS))
                .query((row, _) -> new Funnel(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getBigDecimal(10).setScale(2, RoundingMode.HALF_UP)))
                .list();
    }

    /** {@return the days on which members were at such a place at all} */
    Set<LocalDate> placeDays() {
        return new HashSet<>(sql.sql(
                        "SELECT DISTINCT day FROM event_member JOIN event_name USING (event_no) WHERE event IN (:places) AND day BETWEEN %s AND %s"
                                .formatted(date(days.from()), date(days.until())))
                .param("places", PLACES)
                .query(LocalDate.class)
                .list());
    }

    /**
     * {@return places where members who are not held out were, with what they ordered after it: the most used of each kind}
     *
     * @param events a relation of the lake's events that has all of these days
     */
    List<TouchPlace> places(String events) {
        sql.sql("""
                        CREATE OR REPLACE TEMP TABLE place AS
                        SELECT p.member_no, e.day, e.kind, e.key, count(*) AS n
                        FROM (SELECT member_no, day,
                                     CASE event WHEN 'Menu Tapped' THEN 'MENU' WHEN 'Code Scanned' THEN 'CODE' ELSE 'CONTENT' END AS kind,
                                     coalesce(CASE event WHEN 'Menu Tapped' THEN json_extract_string(properties, '$.item')
                                                         WHEN 'Code Scanned' THEN json_extract_string(properties, '$.scene')
                                                         ELSE json_extract_string(properties, '$.content') END, '') AS key
                              FROM %s WHERE event IN (:places) AND day BETWEEN %s AND %s) e
                        LEFT JOIN member_alias a ON a.member_no = e.member_no
                        JOIN person p ON p.member_no = coalesce(a.into_no, e.member_no)
                        WHERE p.arm = 1 GROUP BY ALL""".formatted(events, date(days.from()), date(days.until())))
                .param("places", PLACES)
                .update();
        return sql.sql("""
                        WITH after AS (
                            SELECT kind, key, count(DISTINCT member_no) AS ordered, sum(n) AS orders, sum(amount) AS gmv FROM (
                                SELECT DISTINCT t.kind, t.key, o.member_no, o.day, o.n, o.amount
                                FROM place t JOIN order_day o
                                ON o.member_no = t.member_no AND o.day >= t.day AND o.day < t.day + %d) GROUP BY ALL)
                        SELECT p.kind, p.key, sum(p.n) AS times, count(DISTINCT member_no) AS members,
                               coalesce(any_value(a.ordered), 0) AS ordered, coalesce(any_value(a.orders), 0) AS orders,
                               coalesce(any_value(a.gmv), 0) AS gmv
                        FROM place p LEFT JOIN after a ON a.kind = p.kind AND a.key = p.key GROUP BY p.kind, p.key
                        QUALIFY row_number() OVER (PARTITION BY p.kind ORDER BY sum(p.n) DESC, p.key) <= %d
                        ORDER BY times DESC, p.kind, p.key""".formatted(ORDER_DAYS, MOST_PLACES))
                .query((row, _) -> new TouchPlace(
                        PlaceKind.valueOf(row.getString(1)),
                        row.getString(2),
                        null,
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getBigDecimal(7).setScale(2, RoundingMode.HALF_UP)))
                .list();
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static String date(LocalDate day) {
        return "DATE '" + day + "'";
    }
}
