package io.guanxi.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids are counted once each, however many readings that takes. */
class DifferentIdsTest {

    @Test
    void severalReadingsCountAsOneDoes(@TempDir Path temp) throws SQLException {
        try (DuckDb duck = DuckDb.inMemory(temp, "500MB")) {
            JdbcClient sql = duck.client();
            sql.sql("CREATE TABLE event AS SELECT 'id-' || (i % 7001) AS event_id FROM range(10000) AS r(i)")
                    .update();

            assertThat(Doctor.different(sql, "event", 10_000, 50_000)).isEqualTo(7_001);
            assertThat(Doctor.different(sql, "event", 10_000, 999)).isEqualTo(7_001);
            assertThat(Doctor.different(sql, "event", 0, 999)).isEqualTo(7_001);
        }
    }
}
