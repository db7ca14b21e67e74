package io.guanxi.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said of all members at once, row by row and without holding it in memory. Each call is one scan of a table, or one
 * look-up by member where a few are named.
 */
@Component
public final class MemberFacts {

    private static final int ROWS_AT_ONCE = 20_000;
    private static final int ROWS_SAMPLED = 200_000;
    private static final int MOST_NAMES = 200;

    private final DataSource source;
    private final JdbcClient postgres;

    MemberFacts(DataSource source, JdbcClient postgres) {
        this.source = source;
        this.postgres = postgres;
    }

    /** Takes a member and a value. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes one.
         *
         * @param memberNo the member
         * @param value as text; objects and lists as JSON
         */
        void visit(int memberNo, String value);
    }

    /** Watches a statement while it runs, so that it can be cancelled. */
    public interface Watch {
        /**
         * It is about to run.
         *
         * @param statement which; its time-out is the watcher's to set
         * @throws SQLException where it cannot be set
         */
        void begins(PreparedStatement statement) throws SQLException;

        /**
         * It has ended.
         *
         * @param statement which
         */
        void ended(PreparedStatement statement);
    }

    /**
     * Visits the members of whom a trait is known.
     *
     * @param name the trait
     * @param likely JSON texts which alone matter, or null for all: others may be visited as well
     * @param among only these members, or null for all
     * @param visitor takes them
     * @param watch watches the statement
     * @throws SQLException where it was cancelled or took too long
     */
    public void traits(String name, @Nullable List<String> likely, int @Nullable [] among, Visitor visitor, Watch watch)
            throws SQLException {
        String sql = "SELECT member_no, value::jsonb #>> '{}' FROM trait WHERE name = ? AND value <> 'null'"
                + (likely == null ? "" : " AND (value = ANY (?) OR strpos(value, chr(92)) > 0)")
                + (among == null ? "" : " AND member_no = ANY (?)");
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            statement.setString(next++, name);
            if (likely != null) {
                statement.setArray(next++, connection.createArrayOf("text", likely.toArray()));
            }
            if (among != null) {
                statement.setArray(next, numbers(connection, among));
            }
            stream(connection, statement, watch, row -> {
                String value = row.getString(2);
                if (value != null) {
                    visitor.visit(row.getInt(1), value);
                }
            });
        }
    }

    /**
     * Visits the members who gave a consent, or took it back.
     *
     * @param channel the channel
     * @param granted which of both
     * @param among only these members, or null for all
     * @param visitor takes them
     * @param watch watches the statement
     * @throws SQLException where it was cancelled or took too long
     */
    public void consents(String channel, boolean granted, int @Nullable [] among, IntConsumer visitor, Watch watch)
            throws SQLException {
        String sql = "SELECT member_no FROM consent WHERE channel = ? AND granted = ?"
                + (among == null ? "" : " AND member_no = ANY (?)");
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, channel);
            statement.setBoolean(2, granted);
            if (among != null) {
                statement.setArray(3, numbers(connection, among));
            }
            stream(connection, statement, watch, row -> visitor.accept(row.getInt(1)));
        }
    }

    /**
     * {@return the member of each of some identifiers that is known}
     *
     * @param kind of the identifiers, e.g. {@code phone}
     * @param keys however they are written; a few thousand at a time
     */
    public List<Integer> find(String kind, List<String> keys) {
        return postgres.sql("""
                SELECT i.member_no
                FROM unnest(:keys) AS asked (written)
                JOIN identifier i ON i.kind = lower(trim(:kind)) AND i.key = %s
                """.formatted(IdentifierRules.normalKey("lower(trim(:kind))", "written")))
                .param("keys", keys.toArray(String[]::new))
                .param("kind", kind)
                .query(Integer.class)
                .list();
    }

    /**
     * {@return names under which something was said of members, the most frequent first; of a large table as far as a sample of
     *     its pages shows them}
     */
    public List<String> traitNames() {
        return names("trait", "name", "value <> 'null'");
    }

    /** {@return channels of which a consent was given or taken back, likewise} */
    public List<String> consentChannels() {
        return names("consent", "channel", "true");
    }

    private List<String> names(String table, String column, String condition) {
        double rows = postgres.sql("SELECT reltuples FROM pg_class WHERE oid = to_regclass(?)")
                .param(table)
                .query(Double.class)
                .single();
        double percent = Math.clamp(100.0 * ROWS_SAMPLED / Math.max(1, rows), 0.01, 100);
        return postgres.sql("SELECT " + column + " FROM " + table + " TABLESAMPLE SYSTEM (?) WHERE " + condition
                        + " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT " + MOST_NAMES)
                .param(percent)
                .query(String.class)
                .list();
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void stream(Connection connection, PreparedStatement statement, Watch watch, Row row)
            throws SQLException {
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false); // a cursor lives in a transaction
        try {
            statement.setFetchSize(ROWS_AT_ONCE);
            watch.begins(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            } finally {
                watch.ended(statement);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(automatic);
        }
    }

    private static Array numbers(Connection connection, int[] numbers) throws SQLException {
        Integer[] boxed = new Integer[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            boxed[i] = numbers[i];
        }
        return connection.createArrayOf("integer", boxed);
    }
}
