package io.guanxi.community.scoring;

import io.guanxi.platform.DuckDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A mart made by hand, and the community models run on it. */
public final class CommunityLab implements AutoCloseable {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)");

    private final DuckDb duck;
    private final Connection connection;
    private final JdbcClient sql;
    private final Map<String, String> literals = new TreeMap<>(Map.of(
            "high_value", "20.0",
            "golden_line", "20.0",
            "golden_line_is_absolute", "0",
            "activity_line", "0.1",
            "value_weeks", "1e7",
            "community_from", "0",
            "community_to", "2147483647"));
    private final Set<String> made = new LinkedHashSet<>();

    public CommunityLab(Path temp, String asOf) throws SQLException {
        duck = DuckDb.inMemory(temp, "512MB");
        connection = duck.connect();
        sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        literals.put("as_of", "DATE '" + LocalDate.parse(asOf) + "'");
        for (String dimension : new String[] {"consumption", "content", "interaction", "social"}) {
            literals.put(dimension + "_weight", "0.25");
            literals.put(dimension + "_scale", "10.0");
        }
        run("CREATE MACRO days_between(earlier, later) AS date_diff('day', earlier, later)");
        run("""
            CREATE MACRO money_points(amount, is_refund, micropoints_per_amount)
            AS round(CAST(CASE WHEN is_refund THEN abs(amount) ELSE amount END AS DOUBLE) * micropoints_per_amount)""");
        run("CREATE TABLE event_name (event_no SMALLINT, event VARCHAR)");
        run("CREATE TABLE community_key (community_no INTEGER, community VARCHAR)");
        run("""
            CREATE TABLE community_day (community_no INTEGER, member_no INTEGER, day DATE, event_no SMALLINT, n INTEGER,
                                        amount DECIMAL(18,2))""");
        run("""
            CREATE TABLE member_day (member_no INTEGER, day DATE, event_no SMALLINT, n INTEGER, amount DECIMAL(18,2),
                                     quantity DOUBLE, first_ts TIMESTAMP, last_ts TIMESTAMP)""");
        // what the value module hands over; its own tests prove it
        run("""
            CREATE VIEW member_order AS
            SELECT member_no, day, sum(CASE WHEN event = 'Order Completed' THEN n ELSE 0 END) AS orders,
                   sum(CASE WHEN event = 'Order Completed' THEN amount ELSE -amount END) AS spend
            FROM member_day JOIN event_name USING (event_no)
            WHERE event IN ('Order Completed', 'Order Refunded') AND day <= DATE '%s' GROUP BY member_no, day""".formatted(asOf));
        run("CREATE TABLE member_score (member_no INTEGER, value DECIMAL(9, 4))");
        run("CREATE TABLE community_registered (community_no INTEGER, created DATE)");
        run("""
            CREATE TABLE event_rule (event_no SMALLINT, dimension INTEGER, points DOUBLE, points_per_amount DOUBLE,
                                     half_life_days DOUBLE, daily_cap INTEGER, is_refund BOOLEAN)""");
    }

    public CommunityLab with(String parameter, double number) {
        literals.put(parameter, Double.toString(number));
        return this;
    }

    /** A member did something in a community, so many times on a day. */
    public CommunityLab did(int community, int member, String day, String event, int times) {
        name(community, event);
        run("INSERT INTO community_day SELECT %d, %d, DATE '%s', event_no, %d, NULL FROM event_name WHERE event = '%s'"
                .formatted(community, member, day, times, event));
        return ordered(member, day, event, times, "NULL");
    }

    public CommunityLab did(int community, int member, String day, String event) {
        return did(community, member, day, event, 1);
    }

    /** A member's event in {@code member_day} alone. */
    public CommunityLab ordered(int member, String day, String event, int times, String amount) {
        nameEvent(event);
        run(
                "INSERT INTO member_day SELECT %d, DATE '%s', event_no, %d, %s, NULL, NULL, NULL FROM event_name WHERE event = '%s'"
                        .formatted(member, day, times, amount, event));
        return this;
    }

    public CommunityLab worth(int member, double value) {
        run("INSERT INTO member_score VALUES (%d, %s)".formatted(member, value));
        return this;
    }

    public CommunityLab rule(String event, int dimension, double points, double halfLife, int cap) {
        return rule(event, dimension, points, 0, halfLife, cap);
    }

    /** What money counts for: an event that decays by half in so many days. */
    public CommunityLab money(String event, double pointsPerAmount, double halfLife) {
        return rule(event, 1, 0, pointsPerAmount, halfLife, 1);
    }

    private CommunityLab rule(
            String event, int dimension, double points, double pointsPerAmount, double halfLife, int cap) {
        nameEvent(event);
        run(
                "INSERT INTO event_rule SELECT event_no, %d, %s, %s, %s, %d, event = 'Order Refunded' FROM event_name WHERE event = '%s'"
                        .formatted(dimension, points, pointsPerAmount, halfLife, cap, event));
        return this;
    }

    private void name(int community, String event) {
        nameEvent(event);
        run("""
            INSERT INTO community_key SELECT %d, 'c%d' WHERE NOT EXISTS
            (FROM community_key WHERE community_no = %d)""".formatted(community, community, community));
    }

    private void nameEvent(String event) {
        run("""
            INSERT INTO event_name SELECT (SELECT count(*) FROM event_name) + 1, '%s'
            WHERE NOT EXISTS (FROM event_name WHERE event = '%s')""".formatted(event, event));
    }

    /** Puts a table in the place of a model, e.g. to give a later model a series made by hand. */
    public CommunityLab given(String model, String select) {
        run("CREATE TABLE " + model + " AS " + select);
        made.add(model);
        return this;
    }

    /** Makes models and, before each, those which its header says it reads. */
    public CommunityLab make(String... models) {
        for (String model : models) {
            if (!made.add(model)) {
                continue;
            }
            ClassPathResource file = new ClassPathResource("models/" + model + ".sql");
            String text = text(file);
            Matcher inputs = Pattern.compile("(?m)^-- inputs: (.+)$").matcher(text);
            if (inputs.find()) {
                for (String input : inputs.group(1).split(", ")) {
                    if (new ClassPathResource("models/" + input + ".sql").exists() && !isTable(input)) {
                        make(input);
                    }
                }
            }
            run("CREATE TABLE " + model + " AS "
                    + PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(literal(found.group(1)))));
        }
        return this;
    }

    private boolean isTable(String name) {
        return sql.sql("SELECT count(*) FROM information_schema.tables WHERE table_name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String literal(String parameter) {
        String literal = literals.get(parameter);
        if (literal == null) {
            throw new IllegalArgumentException("nothing sets :" + parameter);
        }
        return literal;
    }

    private static String text(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }

    public JdbcClient sql() {
        return sql;
    }

    double number(String select) {
        return sql.sql(select).query(Double.class).single();
    }

    String text(String select) {
        return sql.sql(select).query(String.class).single();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        duck.close();
    }
}
