package io.guanxi.collect.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the event ids of imports known to the tracking API, so that what was imported counts once when it is sent too. */
@Component
public class NotedImports {

    private final DataSource database;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    /**
     * How far noting has come.
     *
     * @param receipt the lake's receipt of the last import whose ids are noted
     * @param position events of the inbox up to here may have been acknowledged before they were
     */
    public record Noted(String receipt, long position) {}

    NotedImports(DataSource database, JdbcClient sql, PlatformTransactionManager transactions) {
        this.database = database;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** {@return how far noting has come} */
    public Noted last() {
        return sql.sql("SELECT receipt, position FROM noted_import")
                .query(Noted.class)
                .single();
    }

    /**
     * Notes the ids of an import's events as arrived. From then on the tracking API calls them duplicates; what it
     * acknowledged before has a position up to the answer's.
     *
     * @param hashes CSV of hash and day
     * @param receipt the lake's receipt of the import
     * @return how far noting has come
     * @throws SQLException where the database fails
     * @throws IOException where the file fails
     */
    public Noted note(Path hashes, String receipt) throws SQLException, IOException {
        insert(hashes);
        return transaction.execute(status -> {
            InboxTable.WRITER_LOCK.take(sql);
            return sql.sql("""
                            UPDATE noted_import SET receipt = ?,
                                   position = greatest(position, (SELECT coalesce(max(position), 0) FROM inbox))
                            RETURNING receipt, position
                            """).param(receipt).query(Noted.class).single();
        });
    }

    private void insert(Path hashes) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    var in = Files.newInputStream(hashes)) {
                statement.execute("CREATE TEMP TABLE noted (hash uuid, day date) ON COMMIT DROP");
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY noted FROM STDIN (FORMAT csv)", in);
                statement.executeUpdate(
                        "INSERT INTO event_key SELECT DISTINCT ON (hash) hash, day FROM noted ON CONFLICT DO NOTHING");
                connection.commit();
            } catch (SQLException | IOException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
