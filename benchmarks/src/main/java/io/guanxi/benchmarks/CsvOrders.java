package io.guanxi.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A shop's export: one CSV row an order, of so many customers, by seed. */
record CsvOrders(long rows, int customers, String customerPrefix, long seed) {

    /** The map that imports it. */
    static final String MAP = """
            SELECT order_no                           AS event_id,
                   'Order Completed'                  AS event,
                   CAST(ordered_at AS TIMESTAMPTZ)    AS ts,
                   customer                           AS id_customer,
                   CAST(amount AS DECIMAL(18, 2))     AS amount,
                   'CNY'                              AS currency,
                   CAST(pieces AS DOUBLE)             AS quantity,
                   product                            AS object
            FROM input
            """;

    /** Writes it. The first rows name each customer once, so exactly so many are in it. */
    void write(Path file) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("""
                    COPY (
                        SELECT '%2$s-' || i AS order_no,
                               strftime(TIMESTAMP '2026-01-01' + to_seconds(((h >> 8) %% 25920000)::BIGINT), '%%Y-%%m-%%dT%%H:%%M:%%SZ') AS ordered_at,
                               '%2$s' || CASE WHEN i < %3$d THEN i ELSE hash(i, %4$d, 1) %% %3$d END AS customer,
                               'p-' || (h %% 500) AS product,
                               ((h >> 16) %% 50000 / 100)::DECIMAL(18, 2) AS amount,
                               1 + (h >> 32) %% 3 AS pieces
                        FROM (SELECT i, hash(i, %4$d) AS h FROM range(%1$d) AS r(i))
                    ) TO '%5$s' (FORMAT csv, HEADER)
                    """.formatted(rows, customerPrefix, customers, seed, file));
        }
    }
}
