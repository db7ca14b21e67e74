package io.guanxi.community.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class TalkTest {

    private record Quarter(long quarter, int weekday, int hour) {}

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-11-01",
        "Asia/Kathmandu, 2026-11-01", // 5:45
        "Australia/Lord_Howe, 2026-10-01", // goes on by half an hour on the 4th
        "America/St_Johns, 2026-10-20",
        "Pacific/Kiritimati, 2026-01-01",
        "Pacific/Pago_Pago, 2026-01-01"
    })
    void everyQuarterOfAnHourHasItsPlaceInTheWeek(ZoneId zone, LocalDate first, @TempDir Path temp)
            throws SQLException {
        LocalDate last = first.plusDays(27);
        try (DuckDb duck = DuckDb.inMemory(temp, "256MB");
                Connection connection = duck.connect()) {
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Talk.layQuarters(sql, zone, first, last);
            List<Quarter> quarters = sql.sql("SELECT quarter, weekday, hour FROM quarter_hour ORDER BY quarter")
                    .query(Quarter.class)
                    .list();

            assertThat(quarters).allSatisfy(it -> {
                ZonedDateTime local = Instant.ofEpochSecond(it.quarter() * 900).atZone(zone);
                assertThat(it.weekday()).isEqualTo(local.getDayOfWeek().getValue());
                assertThat(it.hour()).isEqualTo(local.getHour());
            });
            assertThat(quarters.getFirst().quarter() * 900)
                    .isLessThanOrEqualTo(first.atStartOfDay(zone).toEpochSecond());
            assertThat(quarters.getLast().quarter() * 900)
                    .isGreaterThanOrEqualTo(last.plusDays(1).atStartOfDay(zone).toEpochSecond() - 900);
        }
    }
}
