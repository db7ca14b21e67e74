package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Test;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * Adds up what members did, in an array by member number: of 3.3 million rows of 2.3 million members this took 0.4 s of the
 * processor where GROUP BY took 0.77, most of what is left being the scan. A table of groups, as a statement makes it, takes
 * most of such a question where it has millions of them; an array is found without being looked for. DuckDB
 * scans with all its threads and hands over the rows by the vector.
 */
final class Sums {

    /** Up to so many days the rows of all members fit into memory beside everything else: 8 bytes each. */
    static final int MOST_DAYS = 92;

    private static final int[] NONE = {};

    private Sums() {}

    /**
     * {@return members of whose rows the sum lies in a range; of members without rows it says nothing}
     *
     * @param connection of the mart
     * @param query SELECT of {@code member_no} and a whole number, both INTEGER
     * @param texts its parameters
     * @param is where the sum must lie
     * @param inverted whether it must not lie there
     * @param limit how long it may take
     */
    static RoaringBitmap of(
            Connection connection, String query, List<String> texts, Test.Range is, boolean inverted, Limit limit) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(i + 1, texts.get(i));
            }
            limit.watch(statement);
            try (DuckDBChunkedResult rows =
                    statement.unwrap(DuckDBPreparedStatement.class).query()) {
                return members(sums(rows), is, inverted);
            } finally {
                limit.unwatch(statement);
            }
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
    }

    /** {@return the sums by member number; 0 where there is no row, since every row counts at least 1} */
    private static int[] sums(DuckDBChunkedResult rows) {
        int[] sums = NONE;
        while (rows.nextChunk()) {
            DuckDBDataChunkReader chunk = rows.chunk();
            DuckDBReadableVector members = chunk.vector(0);
            DuckDBReadableVector amounts = chunk.vector(1);
            int count = (int) chunk.rowCount();
            for (int i = 0; i < count; i++) {
                int member = members.getInt(i);
                if (member >= sums.length) {
                    sums = Arrays.copyOf(sums, Math.max(member + 1, sums.length * 3 / 2));
                }
                sums[member] += amounts.getInt(i);
            }
        }
        return sums;
    }

    private static RoaringBitmap members(int[] sums, Test.Range is, boolean inverted) {
        RoaringBitmapWriter<RoaringBitmap> members =
                RoaringBitmapWriter.writer().get();
        for (int member = 0; member < sums.length; member++) {
            if (sums[member] > 0 && is.holds(sums[member]) != inverted) {
                members.add(member);
            }
        }
        return members.get();
    }
}
