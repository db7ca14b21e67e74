package io.guanxi.collect.inbox;

import io.guanxi.platform.FencedLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The tables {@code inbox} and {@code event_key}. */
@Component
public class InboxTable {

    /** The lock writers hold while they commit, in every process. */
    static final FencedLock WRITER_LOCK = new FencedLock(0x6775616e786901L);

    /** Another way in may note the same event id between our look and our write; then we look again. */
    private static final int ATTEMPTS = 4;

    private static final int GROUPS_AFTER_A_DUPLICATE = 50;

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String COPY_KEYS = "COPY event_key (hash, arrived) FROM STDIN";

    private static final String COPY_ROWS = """
            COPY inbox (received_at, event_id, type, event, ts, identifiers, community, amount, currency, quantity,
                        object, properties, traits, context, source) FROM STDIN
            """;

    private final DataSource database;
    private final JdbcClient sql;
    private final Clock clock;
    private int groupsToLookAt;

    InboxTable(DataSource database, JdbcClient sql, Clock clock) {
        this.database = database;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Makes events durable in one transaction: their keys by one COPY, their rows by another. Senders seldom send twice, so the
     * keys are tried unseen; only where one is known already they are looked at first, and for some groups from then on, for
     * who repeats himself once does it again. One thread calls this.
     *
     * @return the indexes of those that had arrived before
     */
    BitSet write(List<ArrivedEvent> events) throws SQLException, IOException {
        List<String> hashes = events.stream().map(ArrivedEvent::hash).toList();
        for (int attempt = 1; ; attempt++) {
            boolean looking = groupsToLookAt > 0;
            try {
                BitSet duplicates = write(events, hashes, looking);
                groupsToLookAt = looking && duplicates.isEmpty() ? groupsToLookAt - 1 : groupsToLookAt;
                return duplicates;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                groupsToLookAt = GROUPS_AFTER_A_DUPLICATE;
            }
        }
    }

    private BitSet write(List<ArrivedEvent> events, List<String> hashes, boolean looking)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                WRITER_LOCK.take(connection);
                BitSet duplicates = repeated(hashes, looking ? known(connection, hashes) : Set.of());
                if (duplicates.cardinality() < events.size()) {
                    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                    copy.copyIn(COPY_KEYS, CopyText.keys(events, hashes, duplicates), CopyText.BUFFER);
                    copy.copyIn(COPY_ROWS, CopyText.rows(events, duplicates), CopyText.BUFFER);
                }
                connection.commit();
                return duplicates;
            } catch (SQLException | IOException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /**
     * Makes events durable with the caller's transaction. Writers of the inbox wait for its end, so this is its last statement.
     *
     * @param events some; those that had arrived before are left out
     * @throws SQLException where the database fails
     * @throws IOException where the copy fails
     */
    public void writeWithTransaction(List<ArrivedEvent> events) throws SQLException, IOException {
        List<String> hashes = events.stream().map(ArrivedEvent::hash).toList();
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            WRITER_LOCK.take(connection);
            BitSet left = repeated(hashes, known(connection, hashes));
            if (left.cardinality() < events.size()) {
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                copy.copyIn(COPY_KEYS, CopyText.keys(events, hashes, left), CopyText.BUFFER);
                copy.copyIn(COPY_ROWS, CopyText.rows(events, left), CopyText.BUFFER);
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static Set<String> known(Connection connection, List<String> hashes) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement look = connection.prepareStatement(
                "SELECT replace(hash::text, '-', '') FROM event_key WHERE hash = ANY (?)")) {
            look.setArray(1, connection.createArrayOf("uuid", hashes.toArray()));
            try (ResultSet rows = look.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** Of ids that stand twice in a group, the first is no duplicate unless it had arrived before. */
    private static BitSet repeated(List<String> hashes, Set<String> known) {
        Set<String> seen = HashSet.newHashSet(hashes.size() + known.size());
        seen.addAll(known);
        BitSet duplicates = new BitSet(hashes.size());
        for (int n = 0; n < hashes.size(); n++) {
            if (!seen.add(hashes.get(n))) {
                duplicates.set(n);
            }
        }
        return duplicates;
    }

    /**
     * {@return the position of the last event of the next group to read, or the given one where nothing is new}
     *
     * @param after position already read
     * @param most at most so many events
     */
    public long next(long after, int most) {
        return sql.sql("""
                        SELECT max(position) FROM (
                            SELECT position FROM inbox WHERE position > :after ORDER BY position LIMIT :most) ahead
                        """)
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .optional()
                .orElse(after);
    }

    /** {@return position and arrival of the newest event} */
    public InboxEnd end() {
        return sql.sql("""
                        SELECT position, received_at FROM inbox ORDER BY position DESC LIMIT 1
                        """)
                .query((row, n) -> new InboxEnd(
                        row.getLong("position"), row.getTimestamp("received_at").toInstant()))
                .optional()
                .orElse(new InboxEnd(0, clock.instant()));
    }

    /**
     * {@return when the first event after a position arrived; empty where there is none}
     *
     * @param position a position
     */
    public Optional<Instant> firstArrivalAfter(long position) {
        return sql.sql("SELECT received_at FROM inbox WHERE position > ? ORDER BY position LIMIT 1")
                .param(position)
                .query((row, n) -> row.getTimestamp("received_at").toInstant())
                .optional();
    }

    /**
     * Writes events as CSV: event_id, type, event, ts, received_at, identifiers (JSON), community, amount, currency,
     * quantity, object, properties, traits, context, source.
     *
     * @param after first position, exclusive
     * @param upTo last position, inclusive
     * @param file where to
     * @throws SQLException where the database fails
     * @throws IOException where the file fails
     */
    public void copyTo(long after, long upTo, Path file) throws SQLException, IOException {
        copyOut("""
                SELECT event_id, type, event, ts, received_at, identifiers, community, amount, currency,
                       quantity, object, properties, traits, context, source
                FROM inbox WHERE position > %d AND position <= %d ORDER BY position
                """.formatted(after, upTo), file);
    }

    /**
     * Writes event ids as CSV, in the order of their positions.
     *
     * @param upTo last position, inclusive
     * @param file where to
     * @throws SQLException where the database fails
     * @throws IOException where the file fails
     */
    public void copyEventIdsTo(long upTo, Path file) throws SQLException, IOException {
        copyOut("SELECT event_id FROM inbox WHERE position <= " + upTo, file);
    }

    private void copyOut(String query, Path file) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                OutputStream out = Files.newOutputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT (FORMAT csv, FORCE_QUOTE *)", out);
        }
    }
}
