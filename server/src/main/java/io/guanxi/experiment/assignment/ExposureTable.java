package io.guanxi.experiment.assignment;

import io.guanxi.experiment.assignment.Standings.Columns;
import io.guanxi.platform.Bitmaps;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The tables {@code experiment_exposure} and {@code experiment_intention}. */
@Component
public class ExposureTable {

    /** Columns of the files that {@link #writeExposed} and {@link #writeIntended} make, as DuckDB's CSV reader wants them. */
    public static final String COLUMNS = "member_no: 'INTEGER', arm: 'INTEGER', cluster: 'VARCHAR', "
            + "exposed_at: 'TIMESTAMPTZ', stage: 'VARCHAR', layer: 'VARCHAR', rfm: 'VARCHAR', value: 'DOUBLE'";

    private static final int AT_ONCE = 100_000;

    private final JdbcClient postgres;
    private final DataSource source;
    private final Standings standings;

    ExposureTable(JdbcClient postgres, DataSource source, Standings standings) {
        this.postgres = postgres;
        this.source = source;
        this.standings = standings;
    }

    /** {@return how many were exposed for the first time} */
    long insert(long experiment, int arm, @Nullable String cluster, RoaringBitmap members, Instant at) {
        long first = 0;
        int[] numbers = members.toArray();
        for (int from = 0; from < numbers.length; from += AT_ONCE) {
            int[] some = Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + AT_ONCE));
            Columns stand = standings.of(some);
            first += postgres.sql("""
                            INSERT INTO experiment_exposure
                                (experiment_id, member_no, arm, cluster, exposed_at, stage, layer, rfm, value, standing_noted)
                            SELECT :experiment, member_no, :arm, :cluster, :at, stage, layer, rfm, value, :noted
                            FROM unnest(:members, :stage, :layer, :rfm, :value) AS u (member_no, stage, layer, rfm, value)
                            ON CONFLICT DO NOTHING""")
                    .param("experiment", experiment)
                    .param("arm", arm)
                    .param("cluster", cluster, Types.VARCHAR)
                    .param("members", some)
                    .param("stage", stand.stage())
                    .param("layer", stand.layer())
                    .param("rfm", stand.rfm())
                    .param("value", stand.value())
                    .param("noted", standings.known())
                    .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .update();
        }
        return first;
    }

    /** Notes of members who are exposed already that they met another arm as well: they belong to communities of two arms. */
    void noteOtherArm(long experiment, int arm, RoaringBitmap members) {
        postgres.sql("""
                        UPDATE experiment_exposure SET other_arm = :arm
                        WHERE experiment_id = :experiment AND member_no = ANY (:members) AND arm <> :arm AND other_arm IS NULL""")
                .param("experiment", experiment)
                .param("arm", arm)
                .param("members", members.toArray())
                .update();
    }

    /** {@return which of some members were exposed in one of some experiments} */
    RoaringBitmap exposedIn(List<Long> experiments, RoaringBitmap members) {
        RoaringBitmap exposed = new RoaringBitmap();
        if (!experiments.isEmpty()) {
            postgres.sql("""
                            SELECT DISTINCT member_no FROM experiment_exposure
                            WHERE member_no = ANY (:members) AND experiment_id = ANY (:experiments)""")
                    .param("members", members.toArray())
                    .param("experiments", experiments.toArray(Long[]::new))
                    .query(row -> {
                        exposed.add(row.getInt(1));
                    });
        }
        return exposed;
    }

    /** Notes how those stand whom a worker exposed. {@return how many} */
    int noteStandings() {
        Integer[] members =
                postgres.sql("""
                        SELECT DISTINCT member_no FROM experiment_exposure WHERE NOT standing_noted LIMIT ?""").param(AT_ONCE).query(Integer.class).list().toArray(Integer[]::new);
        if (members.length == 0) {
            return 0;
        }
        Columns stand =
                standings.of(Arrays.stream(members).mapToInt(Integer::intValue).toArray());
        return postgres.sql("""
                        UPDATE experiment_exposure e
                        SET stage = u.stage, layer = u.layer, rfm = u.rfm, value = u.value, standing_noted = TRUE
                        FROM unnest(:members, :stage, :layer, :rfm, :value) AS u (member_no, stage, layer, rfm, value)
                        WHERE e.member_no = u.member_no AND NOT e.standing_noted""")
                .param("members", members)
                .param("stage", stand.stage())
                .param("layer", stand.layer())
                .param("rfm", stand.rfm())
                .param("value", stand.value())
                .update();
    }

    void intend(long experiment, int arm, RoaringBitmap members, Instant at) {
        postgres.sql("INSERT INTO experiment_intention (experiment_id, arm, at, members) VALUES (?, ?, ?, ?)")
                .params(experiment, arm, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), Bitmaps.bytes(members))
                .update();
    }

    /**
     * {@return how many were exposed}
     *
     * @param experiment which
     */
    public long exposed(long experiment) {
        return postgres.sql("SELECT count(*) FROM experiment_exposure WHERE experiment_id = ?")
                .param(experiment)
                .query(Long.class)
                .single();
    }

    /** {@return how many were exposed, by experiment} */
    public Map<Long, Long> exposed() {
        Map<Long, Long> exposed = new HashMap<>();
        postgres.sql("SELECT experiment_id, count(*) FROM experiment_exposure GROUP BY experiment_id")
                .query(row -> {
                    exposed.put(row.getLong(1), row.getLong(2));
                });
        return exposed;
    }

    /**
     * {@return how many of those exposed were exposed in other experiments as well, so that what counts of both overlaps}
     *
     * @param experiment which
     * @param days after exposure that count, of this and the other experiments by number
     */
    public long exposedElsewhere(long experiment, Map<Long, Integer> days) {
        return postgres.sql("""
                        SELECT count(*) FROM experiment_exposure o
                        WHERE o.experiment_id = :experiment AND EXISTS (
                            SELECT FROM experiment_exposure e
                            JOIN unnest(:others::bigint[], :days::integer[]) AS w (experiment_id, days) USING (experiment_id)
                            WHERE e.member_no = o.member_no AND e.experiment_id <> :experiment
                              AND e.exposed_at < o.exposed_at + :own * interval '24 hours'
                              AND o.exposed_at < e.exposed_at + w.days * interval '24 hours')""")
                .param("experiment", experiment)
                .param("others", days.keySet().toArray(Long[]::new))
                .param("days", days.values().toArray(Integer[]::new))
                .param("own", days.getOrDefault(experiment, 0))
                .query(Long.class)
                .single();
    }

    /**
     * Writes the exposed, a line each, in one COPY; who met two arms has a line of each.
     *
     * @param experiment which
     * @param file to write
     */
    public void writeExposed(long experiment, Path file) {
        copy(lines(experiment, "stage, layer, rfm, value"), file);
    }

    private static String lines(long experiment, String standing) {
        String from =
                "cluster, exposed_at, " + standing + " FROM experiment_exposure WHERE experiment_id = " + experiment;
        return "SELECT member_no, arm, " + from + " UNION ALL SELECT member_no, other_arm, " + from
                + " AND other_arm IS NOT NULL";
    }

    private void copy(String query, Path file) {
        String sql = "COPY (" + query + ") TO STDOUT (FORMAT csv)";
        Connection connection = DataSourceUtils.getConnection(source);
        try (OutputStream rows = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, rows);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copy", sql, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /**
     * Writes the intended in the same form, and the exposed, whom somebody must have meant; how they stood is not known.
     *
     * @param experiment which
     * @param file to write
     */
    public void writeIntended(long experiment, Path file) {
        copy(lines(experiment, "NULL, NULL, NULL, NULL"), file);
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
            postgres.sql("SELECT arm, at, members FROM experiment_intention WHERE experiment_id = ? ORDER BY at")
                    .param(experiment)
                    .query(row -> {
                        int arm = row.getInt(1);
                        Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                        write(lines, Bitmaps.of(row.getBytes(3)), "," + arm + ",," + at + ",,,,\n");
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void write(BufferedWriter lines, RoaringBitmap members, String rest) {
        members.forEach((int memberNo) -> {
            try {
                lines.write(Integer.toString(memberNo));
                lines.write(rest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
