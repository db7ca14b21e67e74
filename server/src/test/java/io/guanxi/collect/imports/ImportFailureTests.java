package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said row by row or in one clear problem, and the rest is taken. */
class ImportFailureTests {

    private static final String MAP = "SELECT 'Seen' AS event, t AS ts, id AS id_user, v AS amount FROM input";

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws SQLException, IOException {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "        | 2026-01-01 00:00:00 | 1    | no-identifier",
                "u       |                     | 1    | no-time",
                "u       | yesterday           | 1    | time-unreadable",
                "u       | 1970-01-01 00:00:01 | 1    | time-before-1990",
                "u       | 2100-01-01 00:00:00 | 1    | time-in-future",
                "u       | 2026-01-01 00:00:00 | much | amount-invalid",
                "u       | 2026-01-01 00:00:00 | 1e17 | amount-invalid"
            })
    void aRowThatIsNoEventIsRejectedWithItsReason(String id, String time, String value, String code) {
        Bench.Outcome outcome = bench.run(
                "f.csv",
                "id,t,v\ngood,2026-01-01 00:00:00,1\n%s,%s,%s\n"
                        .formatted(id == null ? "" : id, time == null ? "" : time, value),
                MAP);

        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.rejected()).isEqualTo(1);
        assertThat(outcome.rejects()).contains("," + code + ",");
    }

    @Test
    void whatIdentityRefusesIsRejected() {
        Bench.Outcome outcome = bench.run(
                "f.csv",
                "id,t,v\nanonymous,2026-01-01 00:00:00,1\nu,2026-01-01 00:00:00,1\n",
                MAP.replace("id_user", "id_customer"));

        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.rejects())
                .contains("identifier-refused,blocked value")
                .contains("customer:anonymous");
    }

    @Test
    void brokenLinesAreRejectedAndTheOthersTaken() {
        Bench.Outcome outcome = bench.run("f.csv", """
                id,t,v
                a,2026-01-01 00:00:00,1
                "b"x,2026-01-01 00:00:00,2
                c,2026-01-01 00:00:00
                d,2026-01-01 00:00:00,4,5
                e\0,2026-01-01 00:00:00,5
                f,2026-01-01 00:00:00,6
                """, MAP);

        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.rejected()).isEqualTo(4);
        assertThat(outcome.rejects())
                .contains("3,line-unquoted-value,")
                .contains("4,line-missing-columns,")
                .contains("5,line-too-many-columns,")
                .contains(",nul-byte,");
    }

    @Test
    void aLineOfTenMegabytesIsRejectedAndTheOthersTaken() {
        Bench.Outcome outcome = bench.run(
                "f.csv",
                "id,t,v\na,2026-01-01 00:00:00,1\n" + "x".repeat(10_000_000)
                        + ",2026-01-01 00:00:00,1\nb,2026-01-01 00:00:00,1\n",
                MAP);

        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.rejects()).contains("3,line-line-size-over-maximum,");
    }

    @Test
    void anotherEncodingIsNamedWithItsPlace() {
        byte[] gbk = "id,t,v\n1,2026-01-01 00:00:00,1\n张三,2026-01-01 00:00:00,2\n".getBytes(Charset.forName("GBK"));

        Problem problem = catchThrowableOfType(Problem.class, () -> bench.run("f.csv", gbk, MAP, "UTF-8"));

        assertThat(problem.code()).isEqualTo("import.encoding");
        assertThat(problem.detail()).contains("line 3, byte 1").contains("encoding=GBK");
        assertThat(bench.run("f.csv", gbk, MAP, "GBK").accepted()).isEqualTo(2);
        assertThat(bench.count("identifiers = ['user:张三']")).isEqualTo(1);
    }

    @Test
    void aWrongEncodingIsNamed() {
        byte[] utf8 = "id,t,v\n张三丰,2026-01-01 00:00:00,2\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> bench.run("f.csv", utf8, MAP, "US-ASCII"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("import.encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT content AS event FROM read_text('/etc/passwd')",
                "SELECT * FROM read_csv('https://example.com/a.csv')",
                "SELECT * FROM glob('/*')",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM information_schema.tables",
                "COPY input TO '/tmp/stolen.csv'",
                "ATTACH '/tmp/other.db'",
                "SET memory_limit = '100GB'",
                "INSTALL httpfs",
                "SELECT 1; SELECT 2",
                "DROP VIEW input",
                "SELECT (SELECT count(*) FROM read_blob('/etc/passwd')) AS event FROM input",
                "WITH w AS (SELECT * FROM parquet_metadata('/x')) SELECT * FROM w"
            })
    void aMapThatReachesOutIsForbidden(String map) {
        assertThatThrownBy(() -> bench.run("f.csv", "id,t,v\n1,2026-01-01 00:00:00,1\n", map))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("import.map-forbidden"));
        assertThat(bench.count("true")).isZero();
    }

    @Test
    void theEngineItselfIsLocked() throws SQLException, IOException {
        Path input = Files.writeString(bench.root.resolve("in.csv"), "a\n1\n");
        Path secret = Files.writeString(bench.root.resolve("secret.csv"), "a\n1\n");
        try (Sandbox sandbox = Sandbox.open(
                java.util.List.of(input),
                java.time.ZoneId.of("UTC"),
                Files.createDirectory(bench.root.resolve("s")),
                "1GB")) {
            assertThat(sandbox.sql()
                            .sql("SELECT a FROM read_csv('" + input + "')")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            for (String sql : java.util.List.of(
                    "SELECT a FROM read_csv('" + secret + "')",
                    "COPY (SELECT 1) TO '" + bench.root.resolve("out.csv") + "'",
                    "SET enable_external_access = true",
                    "ATTACH '" + bench.root.resolve("x.db") + "'",
                    "INSTALL httpfs")) {
                assertThatThrownBy(
                                () -> sandbox.sql().sql(sql).query(Long.class).single())
                        .as(sql)
                        .satisfies(e -> assertThat(DuckDbTrouble.ofMap(e))
                                .isNotNull()
                                .satisfies(p -> assertThat(p.code()).isEqualTo("import.map-forbidden")));
            }
        }
    }

    @Test
    void aMissingColumnIsNamedWithASuggestion() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> bench.run(
                        "f.csv", "userid,t,v\n1,2026-01-01,1\n", MAP.replace("id AS id_user", "usrid AS id_user")));

        assertThat(problem.code()).isEqualTo("import.map-invalid");
        assertThat(problem.detail()).isEqualTo("The file has no column usrid; there is \"userid\".");
        assertThat(problem.faults().getFirst().field()).isEqualTo("usrid");
    }

    @Test
    void columnsWithoutAMeaningAreNamed() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> bench.run(
                        "f.csv",
                        "id,t,v\n1,2026-01-01,1\n",
                        "SELECT 'x' AS event, t AS time, v AS amt, id AS id_User FROM input"));

        assertThat(problem.code()).isEqualTo("import.map-invalid");
        assertThat(problem.faults()).extracting(Problem.Fault::field).containsExactly("time", "amt", "id_User", "ts");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertThatThrownBy(() -> bench.run("f.csv", "", MAP))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("import.empty"));
        assertThat(bench.run("f.csv", "id,t,v\n", MAP).mapped())
                .as("only a header")
                .isZero();
    }

    @Test
    void damagedCompressionIsNamed() {
        byte[] cut = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2};

        assertThatThrownBy(() -> bench.run("f.csv.gz", cut, MAP, "UTF-8"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("import.file-unreadable"));
    }

    @Test
    void aMapThatNeverEndsIsStopped() throws SQLException, IOException {
        try (Bench impatient = new Bench(new ImportSettings(false, Duration.ofMillis(300), "1GB"))) {
            assertThatThrownBy(() -> impatient.run("f.csv", "id,t,v\n1,2026-01-01,1\n", """
                            SELECT 'x' AS event, t AS ts, id AS id_user, sum(hash(a.range * b.range) % 7) AS amount
                            FROM input, range(10000000) a, range(10000000) b GROUP BY ALL"""))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo("import.map-too-slow"));
        }
    }

    @Test
    void aCancelledImportLeavesNothing() throws IOException {
        Path file = Files.writeString(bench.root.resolve("f"), "id,t,v\n1,2026-01-01,1\n");
        Progress progress = new Progress(bench.clock);
        progress.cancel();

        assertThatThrownBy(() -> bench.run(file, "f.csv", MAP, "UTF-8", progress))
                .isInstanceOf(CancellationException.class);

        assertThat(bench.count("true")).isZero();
        assertThat(bench.root.resolve("import-1").resolve("work")).doesNotExist();
    }

    @Test
    void aFullDiskIsNamed() {
        assertThatThrownBy(() -> bench.staging
                        .client()
                        .sql("COPY (SELECT 1) TO '/dev/full'")
                        .update())
                .satisfies(e -> assertThat(DuckDbTrouble.ofDisk(e)).isNotNull().satisfies(p -> assertThat(p.code())
                        .isEqualTo("disk.full")));
    }
}
