package io.guanxi.experiment.assignment;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code experiment_exposure} and {@code experiment_intention}. */
@Component
class ExposureTable {

    private static final int AT_ONCE = 100_000;

    private final JdbcClient postgres;

    ExposureTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** {@return how many were exposed for the first time} */
    long insert(long experiment, int arm, @Nullable String cluster, RoaringBitmap members, Instant at) {
        long first = 0;
        int[] numbers = members.toArray();
        for (int from = 0; from < numbers.length; from += AT_ONCE) {
            first += postgres.sql("""
                            INSERT INTO experiment_exposure (experiment_id, member_no, arm, cluster, exposed_at)
                            SELECT :experiment, member_no, :arm, :cluster, :at FROM unnest(:members) AS member_no
                            ON CONFLICT DO NOTHING""")
                    .param("experiment", experiment)
                    .param("arm", arm)
                    .param("cluster", cluster, java.sql.Types.VARCHAR)
                    .param("members", Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + AT_ONCE)))
                    .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .update();
        }
        return first;
    }

    void intend(long experiment, int arm, RoaringBitmap members, Instant at) {
        ByteBuffer bytes = ByteBuffer.allocate(members.serializedSizeInBytes());
        members.serialize(bytes);
        postgres.sql("INSERT INTO experiment_intention (experiment_id, arm, at, members) VALUES (?, ?, ?, ?)")
                .params(experiment, arm, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), bytes.array())
                .update();
    }
}
