package io.guanxi.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events on their way from a source to the lake: the temporary table {@code event} of one DuckDB connection, with the
 * columns of {@link #COLUMNS}. A source fills it, identity {@link #assign assigns} the members, the lake writes it out.
 *
 * <p>Assigning turns {@code event} into a view that looks each event's member up by its identifiers, for millions of rows are
 * read once more in less time than they are changed. From then on events can be read and no longer changed.
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

    private final DuckDb staging;
    private final Connection connection;
    private final JdbcClient sql;
    private String staged = "event";
    private String said = "identifiers";

    private EventBatch(DuckDb staging, Connection connection) {
        this.staging = staging;
        this.connection = connection;
        this.sql = DuckDb.client(connection);
    }

    /**
     * An empty batch.
     *
     * @param staging the instance that holds it
     * @return the batch; close it to free its room
     */
    public static EventBatch in(DuckDb staging) {
        try {
            EventBatch batch = new EventBatch(staging, staging.connect());
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

    /** {@return the instance that holds it, for work on several connections; the batch's temporary tables are not seen there} */
    public DuckDb staging() {
        return staging;
    }

    /** {@return number of staged events} */
    public long size() {
        return sql.sql("SELECT count(*) FROM event").query(Long.class).single();
    }

    /** {@return the table that holds the events as they came, without their members: for questions that are not about members} */
    public String staged() {
        return staged;
    }

    /**
     * Gives the events their members.
     *
     * @param said an expression over an event's columns: what says whose it is
     * @param owners a SELECT of {@code said} and {@code member_no}; events that say what is not in it keep a null
     */
    public void assign(String said, String owners) {
        sql.sql("CREATE TEMP TABLE whose AS " + owners).update();
        sql.sql("ALTER TABLE event RENAME TO staged").update();
        staged = "staged";
        this.said = said;
        look("LEFT JOIN");
    }

    /**
     * Moves the events without a member out of {@code event} into the table {@code refused(event_id, reason)}.
     *
     * @param events how many there are; where there is none nothing is read
     * @param reason why they are not taken
     */
    public void setAside(long events, String reason) {
        sql.sql("CREATE TEMP TABLE refused (event_id VARCHAR, reason VARCHAR)").update();
        if (events > 0) {
            sql.sql("INSERT INTO refused SELECT event_id, CAST(? AS VARCHAR) FROM event WHERE member_no IS NULL")
                    .param(reason)
                    .update();
            look("JOIN");
        }
    }

    private void look(String join) {
        sql.sql(
                        "CREATE OR REPLACE TEMP VIEW event AS SELECT staged.* REPLACE (whose.member_no AS member_no) FROM staged "
                                + join + " whose ON whose.said = staged." + said)
                .update();
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
