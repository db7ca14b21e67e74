package io.guanxi.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Events on their way from a source to the lake: the temporary table {@code event} of one DuckDB connection, with the
 * columns of {@link #COLUMNS}. A source fills it, identity sets {@code member_no}, the lake writes it out.
 */
public final class EventBatch implements AutoCloseable {

    /** The columns in the order of the lake's table, as DuckDB declares them; all instants are UTC. */
    public static final String COLUMNS = """
            event_id VARCHAR NOT NULL,
            type VARCHAR NOT NULL,
            event VARCHAR NOT NULL,
            ts TIMESTAMPTZ NOT NULL,
            received_at TIMESTAMPTZ NOT NULL,
            day DATE NOT NULL,
            member_no INTEGER,
            identifiers VARCHAR[] NOT NULL,
            community VARCHAR,
            amount DECIMAL(18,2),
            currency VARCHAR,
            quantity DOUBLE,
            object VARCHAR,
            properties VARCHAR,
            traits VARCHAR,
            context VARCHAR,
            source VARCHAR NOT NULL
            """;

    private final Connection connection;
    private final JdbcClient sql;

    private EventBatch(Connection connection) {
        this.connection = connection;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * An empty batch.
     *
     * @param staging the instance that holds it
     * @return the batch; close it to free its room
     */
    public static EventBatch in(DuckDb staging) {
        try {
            EventBatch batch = new EventBatch(staging.connect());
            batch.sql.sql("CREATE TEMP TABLE event (" + COLUMNS + ")").update();
            return batch;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot stage events", e);
        }
    }

    /** {@return statements on the batch's own connection: its temporary tables are visible to them only} */
    public JdbcClient sql() {
        return sql;
    }

    /** {@return number of staged events} */
    public long size() {
        return sql.sql("SELECT count(*) FROM event").query(Long.class).single();
    }

    /**
     * Writes a query's result as CSV that PostgreSQL's {@code COPY … (FORMAT csv)} reads: no header, an unquoted empty field
     * is null.
     *
     * @param query a SELECT on the batch
     * @param file where to
     */
    public void writeCsv(String query, Path file) {
        sql.sql("COPY (" + query + ") TO " + SqlText.literal(file)
                        + " (FORMAT csv, HEADER false, NULLSTR '', FORCE_QUOTE *)")
                .update();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot release a batch", e);
        }
    }
}
