package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.testing.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;

/** A lock one of whose takers freezes. */
@ServerTest
class FencedLockTests {

    private static final FencedLock LOCK = new FencedLock(0x74657374, Duration.ofMillis(300));

    @Autowired
    DataSource database;

    @Test
    void whoFreezesBetweenTwoStatementsLosesItToTheNext() throws SQLException {
        try (Connection frozen = begin()) {
            LOCK.take(frozen);
            takeAsAnother();
            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void whoFreezesWithinACopyLosesItToTheNext() throws SQLException {
        try (Connection frozen = begin();
                Statement statement = frozen.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE copied (n integer) ON COMMIT DROP");
            LOCK.take(frozen);
            CopyManager copy = frozen.unwrap(PGConnection.class).getCopyAPI();
            assertThatThrownBy(() -> copy.copyIn("COPY copied FROM STDIN", new Freezing()))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void whoWaitsNoLongerThanAllowedHarmsNobody() throws SQLException {
        FencedLock patient = new FencedLock(0x74657375, Duration.ofMinutes(1));
        try (Connection first = begin()) {
            patient.take(first);
            try (Connection other = begin();
                    Statement statement = other.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = '500ms'");
                assertThatThrownBy(() -> patient.take(other)).isInstanceOf(SQLException.class);
            }
            first.commit();
        }
    }

    /** What is to be copied; while one waits for it, another takes the lock. */
    private class Freezing extends InputStream {

        @Override
        public int read() throws IOException {
            try {
                takeAsAnother();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            return -1;
        }
    }

    /** Fails where the lock is not to be had in time. */
    private void takeAsAnother() throws SQLException {
        try (Connection other = begin();
                Statement statement = other.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = '20s'");
            LOCK.take(other);
            other.rollback();
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
