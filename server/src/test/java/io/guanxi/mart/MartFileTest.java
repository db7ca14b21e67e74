package io.guanxi.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.Brand;
import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is kept from start to start, unless its sums would mean something else. */
class MartFileTest {

    private static final String ROWS = "SELECT count(*) FROM event_name";

    private static Brand brandIn(String currency) {
        return new Brand("Small", ZoneId.of("Asia/Shanghai"), Currency.getInstance(currency));
    }

    @Test
    void aBrandThatTakesAnotherCurrencyAddsUpAnew(@TempDir Path data) throws SQLException {
        try (DuckDb mart = MartFile.open(data, data, brandIn("CNY"))) {
            mart.client()
                    .sql("INSERT INTO event_name VALUES (1, 'Order Completed')")
                    .update();
        }
        try (DuckDb mart = MartFile.open(data, data, brandIn("CNY"))) {
            assertThat(mart.client().sql(ROWS).query(Integer.class).single()).isEqualTo(1);
        }
        try (DuckDb mart = MartFile.open(data, data, brandIn("HKD"))) {
            assertThat(mart.client().sql(ROWS).query(Integer.class).single()).isZero();
            assertThat(mart.client()
                            .sql("SELECT currency FROM mart_state")
                            .query(String.class)
                            .single())
                    .isEqualTo("HKD");
        }
    }
}
