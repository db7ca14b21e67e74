package io.guanxi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeBrandTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 26);

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void writesExactlySoManyEventsOfSoManyMembers() throws Exception {
        Path brand = write(7);
        assertThat(ask(brand, "SELECT count(*) FROM event")).isEqualTo(200_000);
        assertThat(ask(brand, "SELECT count(DISTINCT event_id) FROM event")).isEqualTo(200_000);
        assertThat(ask(brand, "SELECT count(DISTINCT member_no) FROM event")).isEqualTo(10_000);
        assertThat(ask(brand, "SELECT min(member_no) FROM event")).isEqualTo(1);
        assertThat(ask(brand, "SELECT max(member_no) FROM event")).isEqualTo(10_000);
        assertThat(ask(brand, "SELECT count(*) FROM event WHERE event = 'Signed Up'"))
                .isEqualTo(10_000);
    }

    @Test
    void nobodyActsBeforeSigningUpNorOutsideTheDay() throws Exception {
        Path brand = write(7);
        assertThat(ask(brand, """
                        SELECT count(*) FROM event e JOIN event s ON s.member_no = e.member_no AND s.event = 'Signed Up'
                        WHERE e.ts < s.ts
                        """)).isZero();
        assertThat(ask(brand, "SELECT count(*) FROM event WHERE (ts AT TIME ZONE 'Asia/Shanghai')::DATE <> day"))
                .isZero();
        assertThat(ask(brand, "SELECT count(DISTINCT day) FROM event WHERE day <= DATE '2026-11-26'"))
                .isEqualTo(12);
    }

    @Test
    void aFewDoMost() throws Exception {
        double share = ask(write(7), """
                WITH n AS (SELECT member_no, count(*) AS n FROM event GROUP BY member_no),
                     ranked AS (SELECT n, percent_rank() OVER (ORDER BY n DESC) AS rank FROM n)
                SELECT sum(n) FILTER (WHERE rank <= 0.1) / sum(n) FROM ranked
                """);
        assertThat(share).isBetween(0.3, 0.6);
    }

    @Test
    void theSameSeedWritesTheSame() throws Exception {
        String checksum = "SELECT bit_xor(hash(event)) % 1_000_000_007 FROM event";
        assertThat(ask(write(7), checksum)).isEqualTo(ask(write(7), checksum)).isNotEqualTo(ask(write(8), checksum));
    }

    private Path write(long seed) throws Exception {
        Path out = Files.createTempDirectory(folder, "large");
        Report silent = new Report(Clock.systemUTC(), new PrintStream(OutputStream.nullOutputStream()));
        new LargeBrand(seed, 10_000, 200_000, 50, 12, UNTIL).write(out, "1GB", silent);
        return out;
    }

    private static double ask(Path brand, String query) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE VIEW event AS FROM '%s/*.parquet'".formatted(brand));
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getDouble(1);
            }
        }
    }
}
