package io.guanxi.audience.engine;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts what members have, within an audience and among everybody, in three scans: scores, channels, communities. The
 * audience goes to DuckDB as bits, 8 KB for each 65,536 members.
 */
public final class Tallies {

    private static final int CHUNK = 1 << 16;
    private static final int WORDS = CHUNK / Long.SIZE;

    private static final String INSIDE = "count(*) FILTER (WHERE get_bit(a.inside, t.member_no & 65535) = 1) AS inside";
    private static final String LIVE =
            " t JOIN asked a ON a.chunk = t.member_no >> 16" + " WHERE get_bit(a.live, t.member_no & 65535) = 1";

    private final Ground ground;

    /**
     * Counts on a ground.
     *
     * @param ground what is derived of the brand
     */
    public Tallies(Ground ground) {
        this.ground = ground;
    }

    /** What is counted. */
    public enum Attribute {
        /** AIPL stage. */
        STAGE,
        /** Relationship layer. */
        LAYER,
        /** Growth level. */
        LEVEL,
        /** Classes of recency, frequency and money, e.g. {@code 5-4-4}. */
        RFM,
        /** Channel of joining. */
        CHANNEL,
        /** Community to which a member belongs. */
        COMMUNITY,
        /** Tag by its number; counted by its carriers, not here. */
        TAG
    }

    /**
     * How many have something.
     *
     * @param attribute of what kind
     * @param key what
     * @param inside how many of the audience
     * @param everybody how many of all live members
     */
    public record Count(Attribute attribute, String key, long inside, long everybody) {}

    /**
     * All counts of an audience.
     *
     * @param counts by attribute and key
     * @param figures members by value and by each dimension, which are rounded to one digit as screens show them
     */
    public record Tally(List<Count> counts, Map<String, Histogram> figures) {}

    /** Members by a figure of one digit, within and among everybody. */
    public static final class Histogram {

        private final TreeMap<Double, long[]> bins = new TreeMap<>();

        void add(double at, long inside, long everybody) {
            bins.put(at, new long[] {inside, everybody});
        }

        /** {@return the median within, the lower of two in the middle; null where nobody has the figure} */
        public @Nullable Double insideMedian() {
            return median(0);
        }

        /** {@return the same of everybody} */
        public @Nullable Double everybodyMedian() {
            return median(1);
        }

        private @Nullable Double median(int of) {
            long all = bins.values().stream().mapToLong(bin -> bin[of]).sum();
            long seen = 0;
            for (Map.Entry<Double, long[]> bin : bins.entrySet()) {
                seen += bin.getValue()[of];
                if (all > 0 && 2 * seen >= all) {
                    return bin.getKey();
                }
            }
            return null;
        }
    }

    /**
     * {@return what the members of an audience have, and what everybody has, as of the last run}
     *
     * @param members the audience
     * @param live everybody
     * @param limit how long it may take
     */
    public Tally of(RoaringBitmap members, RoaringBitmap live, Limit limit) {
        Relations relations = new Relations(ground, true, false, live.isEmpty() ? 0 : live.last());
        List<Count> counts = new ArrayList<>();
        Map<String, Histogram> figures = new TreeMap<>();
        try (Connection connection = ground.connect()) {
            bring(connection, members, live);
            ask(
                    connection,
                    limit,
                    """
                    SELECT grouping(t.stage, t.layer, t.level, t.r, t.value, t.consumption, t.content, t.interaction, t.social),
                           t.stage, t.layer, t.level, t.r, t.f, t.m,
                           coalesce(t.value, t.consumption, t.content, t.interaction, t.social) AS at, %s, count(*)
                    FROM (SELECT member_no, stage, layer, level, r, f, m, round(value, 1) AS value,
                                 round(consumption, 1) AS consumption, round(content, 1) AS content,
                                 round(interaction, 1) AS interaction, round(social, 1) AS social
                          FROM %s) %s
                    GROUP BY GROUPING SETS ((t.stage), (t.layer), (t.level), (t.r, t.f, t.m), (t.value), (t.consumption),
                                            (t.content), (t.interaction), (t.social))
                    """.formatted(INSIDE, relations.memberScore(), LIVE),
                    row -> scored(row, counts, figures));
            ask(
                    connection,
                    limit,
                    "SELECT t.channel, " + INSIDE + ", count(*) FROM " + Relations.members() + LIVE
                            + " AND t.channel IS NOT NULL GROUP BY 1",
                    row -> counts.add(new Count(Attribute.CHANNEL, row.getString(1), row.getLong(2), row.getLong(3))));
            ask(
                    connection,
                    limit,
                    "SELECT k.community, t.inside, t.everybody FROM (SELECT t.community_no, " + INSIDE
                            + ", count(*) AS everybody FROM (SELECT DISTINCT community_no, member_no FROM "
                            + relations.communityMember() + " WHERE belongs)" + LIVE
                            + " GROUP BY 1) t JOIN community_key k USING (community_no)",
                    row -> counts.add(
                            new Count(Attribute.COMMUNITY, row.getString(1), row.getLong(2), row.getLong(3))));
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
        return new Tally(counts, figures);
    }

    /** Which of the grouped columns a row is about: the one whose bit is not set, counted from the left. */
    private static final List<String> GROUPED =
            List.of("stage", "layer", "level", "r", "value", "consumption", "content", "interaction", "social");

    private static void scored(ResultSet row, List<Count> counts, Map<String, Histogram> figures) throws SQLException {
        int grouping = row.getInt(1);
        int about = 0;
        while ((grouping >> (GROUPED.size() - 1 - about) & 1) == 1) {
            about++;
        }
        long inside = row.getLong(9);
        long everybody = row.getLong(10);
        switch (about) {
            case 0 -> count(counts, Attribute.STAGE, row.getString(2), inside, everybody);
            case 1 -> count(counts, Attribute.LAYER, row.getString(3), inside, everybody);
            case 2 -> count(counts, Attribute.LEVEL, row.getString(4), inside, everybody);
            case 3 -> {
                String r = row.getString(5);
                String f = row.getString(6);
                String m = row.getString(7);
                boolean cell = r != null && f != null && m != null;
                count(counts, Attribute.RFM, cell ? r + "-" + f + "-" + m : null, inside, everybody);
            }
            default -> {
                double at = row.getDouble(8);
                if (!row.wasNull()) {
                    figures.computeIfAbsent(GROUPED.get(about), _ -> new Histogram())
                            .add(at, inside, everybody);
                }
            }
        }
    }

    private static void count(
            List<Count> counts, Attribute attribute, @Nullable String key, long inside, long everybody) {
        if (key != null) {
            counts.add(new Count(attribute, key, inside, everybody));
        }
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void ask(Connection connection, Limit limit, String sql, Row taker) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            limit.watch(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            } finally {
                limit.unwatch(statement);
            }
        }
    }

    /** Lays the bits beside the mart's tables, as {@link Bits} reads them: the highest bit of a byte is its first. */
    private static void bring(Connection connection, RoaringBitmap members, RoaringBitmap live) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE asked (chunk INTEGER, inside BIT, live BIT)");
        }
        long[] inside = BitSetUtil.bitsetOf(members).toLongArray();
        long[] everybody = BitSetUtil.bitsetOf(live).toLongArray();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO asked SELECT ?, CAST(CAST(? AS BLOB) AS BIT), CAST(CAST(? AS BLOB) AS BIT)")) {
            for (int chunk = 0; chunk * WORDS < everybody.length; chunk++) {
                insert.setInt(1, chunk);
                insert.setBytes(2, bits(inside, chunk));
                insert.setBytes(3, bits(everybody, chunk));
                insert.executeUpdate();
            }
        }
    }

    private static byte[] bits(long[] words, int chunk) {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK / Byte.SIZE);
        for (int i = chunk * WORDS; i < Math.min(words.length, (chunk + 1) * WORDS); i++) {
            bytes.putLong(Long.reverse(words[i]));
        }
        return bytes.array();
    }
}
