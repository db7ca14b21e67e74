package io.guanxi.audience.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 327_679, 327_680, 327_681, 983_039, 983_040, 5_000_000, 25_000_000, Integer.MAX_VALUE})
    void everyMemberIsInExactlyOneRange(int largest) throws SQLException {
        List<String> ranges = Relations.ranges("n", largest);
        assertThat(ranges).hasSizeBetween(1, 61);
        try (DuckDb duckDb = DuckDb.inMemory(Path.of(System.getProperty("java.io.tmpdir")), "100MB")) {
            String in = ranges.stream()
                    .map(range -> "CAST(" + range + " AS INTEGER)")
                    .collect(Collectors.joining(" + "));
            String numbers = """
                    SELECT CAST(n AS BIGINT) AS n FROM (
                        SELECT i * 32768 + near AS n FROM range(0, 65536) t(i), (VALUES (-1), (0), (1)) near (near)
                        UNION ALL SELECT CAST(%d AS BIGINT) + near FROM (VALUES (-1), (0), (1), (70000)) near (near))
                    WHERE n BETWEEN 0 AND 2147483647""".formatted(largest);
            assertThat(duckDb.client()
                            .sql("SELECT count(*) FILTER (WHERE " + in + " <> 1) FROM (" + numbers + ")")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }
}
