package io.guanxi.audience.engine;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * Brings the member numbers of a query out of DuckDB as a bitmap. DuckDB sets the bits itself, in as many threads as it has,
 * and hands over 8 KB for each 65,536 members: no row crosses to Java, and numbers need not be made distinct first.
 */
final class Bits {

    private static final int CHUNK = 1 << 16;
    private static final int WORDS = CHUNK / Long.SIZE;

    private Bits() {}

    /**
     * {@return the members that a query finds}
     *
     * @param connection of the mart
     * @param query SELECT with a column {@code member_no}; repetitions do no harm
     * @param texts its parameters
     * @param limit how long it may take
     */
    static RoaringBitmap of(Connection connection, String query, List<String> texts, Limit limit) {
        String sql =
                "SELECT member_no >> 16 AS chunk, CAST(bitstring_agg(member_no & 65535, 0, 65535) AS BLOB) AS bits FROM ("
                        + query + ") WHERE member_no IS NOT NULL GROUP BY 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(i + 1, texts.get(i));
            }
            limit.watch(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            } finally {
                limit.unwatch(statement);
            }
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
    }

    private static RoaringBitmap read(ResultSet rows) throws SQLException {
        long[] words = {};
        while (rows.next()) {
            int from = rows.getInt(1) * WORDS;
            if (words.length < from + WORDS) {
                words = Arrays.copyOf(words, Math.max(from + WORDS, words.length * 3 / 2));
            }
            ByteBuffer bits = ByteBuffer.wrap(rows.getBytes(2)); // the highest bit of a byte is its first
            for (int i = 0; i < WORDS; i++) {
                words[from + i] = Long.reverse(bits.getLong());
            }
        }
        RoaringBitmap members = BitSetUtil.bitmapOf(words);
        members.runOptimize();
        return members;
    }
}
