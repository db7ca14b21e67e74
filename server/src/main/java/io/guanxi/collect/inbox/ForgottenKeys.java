package io.guanxi.collect.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/** Makes event ids unknown again, so that an event that was taken back may come once more. */
@Component
public class ForgottenKeys {

    private final DataSource database;

    ForgottenKeys(DataSource database) {
        this.database = database;
    }

    /**
     * Forgets ids. An event of such an id that is sent from now on is taken as new.
     *
     * @param hashes CSV without header: MD5 of event ids
     * @throws SQLException where the database fails
     * @throws IOException where the file fails
     */
    public void forget(Path hashes) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    var in = Files.newInputStream(hashes)) {
                statement.execute("CREATE TEMP TABLE forgotten (hash uuid) ON COMMIT DROP");
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY forgotten FROM STDIN (FORMAT csv)", in);
                statement.executeUpdate("DELETE FROM event_key USING forgotten WHERE event_key.hash = forgotten.hash");
                connection.commit();
            } catch (SQLException | IOException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
