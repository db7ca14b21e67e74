package io.guanxi.audience.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * A connection for the queries of leaves, narrowed to some members or not. Narrowed, it reads their rows of the roll-up once
 * for all leaves.
 */
final class Scope implements AutoCloseable {

    private final Connection connection;
    private final Relations relations;
    private final @Nullable RoaringBitmap among;

    private Scope(Connection connection, Relations relations, @Nullable RoaringBitmap among) {
        this.connection = connection;
        this.relations = relations;
        this.among = among;
    }

    static Scope whole(Ground ground, Ground.Changes members) {
        int largest = members.live().isEmpty() ? 0 : members.live().last();
        return new Scope(ground.connect(), new Relations(ground, members.merged(), false, largest), null);
    }

    static Scope of(Ground ground, boolean merged, RoaringBitmap among, Limit limit) {
        Connection connection = ground.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE touched (member_no INTEGER)");
            try (DuckDBAppender rows =
                    connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "touched")) {
                var numbers = among.getIntIterator();
                while (numbers.hasNext()) {
                    rows.beginRow();
                    rows.append(numbers.next());
                    rows.endRow();
                }
            }
            limit.watch(statement);
            try {
                statement.execute("CREATE TEMP TABLE touched_day AS SELECT * FROM "
                        + new Relations(ground, merged, false, 0).memberDay()
                        + " WHERE member_no IN (SELECT member_no FROM touched)");
            } finally {
                limit.unwatch(statement);
            }
            return new Scope(connection, new Relations(ground, merged, true, 0), among);
        } catch (SQLException e) {
            close(connection);
            throw limit.trouble(e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    Relations relations() {
        return relations;
    }

    /** {@return to whom it is narrowed, or null} */
    @Nullable
    RoaringBitmap among() {
        return among;
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection cannot be closed", e);
        }
    }
}
