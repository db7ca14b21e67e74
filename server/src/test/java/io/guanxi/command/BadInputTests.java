package io.guanxi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What someone sees who sends a bad file or a bad map to a real server by {@code ./guanxi import}. */
@ServerTest
class BadInputTests {

    private static final String MAP = "SELECT 'Tried' AS event, t AS ts, id AS id_user, v AS amount FROM input";
    private static final String GOOD = "id,t,v\ngood,2026-01-01 00:00:00,1\n";

    @Autowired
    Caller caller;

    private Path folder;

    @BeforeEach
    void folder(@TempDir Path empty) {
        folder = empty;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"b\"x,2026-01-01 00:00:00,2   | 3,line-unquoted-value",
                "\"b,2026-01-01 00:00:00,2      | 3,line-unquoted-value",
                "b,2026-01-01 00:00:00          | 3,line-missing-columns",
                "b,2026-01-01 00:00:00,2,3      | 3,line-too-many-columns",
                "b\0,2026-01-01 00:00:00,2      | nul-byte",
                "b,2026-01-01 00:00:00,much     | amount-invalid,\"the amount is no number that fits DECIMAL(18,2)\"",
                "b,soon,2                       | time-unreadable,the time is neither ISO text nor an epoch number",
                "b,1970-01-01 00:00:00,2        | time-before-1990,the time is before 1990: a clock that was never set",
                "b,2100-01-01 00:00:00,2        | time-in-future,the time is more than a day in the future",
                ",2026-01-01 00:00:00,2         | no-identifier,all id_ columns are empty: nobody did this"
            })
    void aBadRowIsRejectedWithItsReasonAndTheOthersAreTaken(String row, String reason) throws IOException {
        Spoken spoken =
                importing((GOOD + row + "\n").getBytes(StandardCharsets.UTF_8), MAP, "--rejects", "rejects.csv");

        assertThat(spoken.exit()).as(spoken.err()).isEqualTo(3);
        assertThat(spoken.out()).contains("rejected 1");
        assertThat(Files.readString(folder.resolve("rejects.csv"))).contains(reason);
    }

    @Test
    void aLineOfTenMegabytesIsRejectedWithItsNumber() throws IOException {
        String file = GOOD + "x".repeat(10 << 20) + ",2026-01-01 00:00:00,1\nb,2026-01-01 00:00:00,1\n";

        Spoken spoken = importing(file.getBytes(StandardCharsets.UTF_8), MAP, "--rejects", "rejects.csv");

        assertThat(spoken.exit()).as(spoken.err()).isEqualTo(3);
        assertThat(spoken.out()).contains("read 3", "rejected 1");
        assertThat(Files.readString(folder.resolve("rejects.csv"))).contains("3,line-line-size-over-maximum");
    }

    @Test
    void aFileInGbkIsNamedWithTheOptionThatReadsIt() throws IOException {
        byte[] gbk = "id,t,v\n1,2026-01-01 00:00:00,1\n张三,2026-01-01 00:00:00,2\n".getBytes(Charset.forName("GBK"));

        Spoken refused = importing(gbk, MAP);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("(import.encoding)", "line 3, byte 1", "encoding=GBK");
        assertThat(importing(gbk, MAP, "--encoding", "GBK").exit()).isZero();
        assertThat(caller.get("/api/members/by/user/%E5%BC%A0%E4%B8%89").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM read_csv('https://example.com/a.csv')",
                "SELECT * FROM read_parquet('s3://bucket/a.parquet')",
                "ATTACH 'host=localhost' AS pg (TYPE postgres)",
                "COPY (FROM input) TO 'https://example.com/a.csv'"
            })
    void aMapThatReadsAFileOrTheNetworkIsForbidden(String map) throws IOException {
        Spoken spoken = importing(GOOD.getBytes(StandardCharsets.UTF_8), map);

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains("(import.map-forbidden)").doesNotContain("root:");
    }

    @Test
    void aColumnTheFileLacksIsNamedWithTheOneThatIsMeant() throws IOException {
        Spoken spoken = importing(GOOD.getBytes(StandardCharsets.UTF_8), MAP.replace("v AS", "w AS"));

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("The file has no column w", "(import.map-invalid)");
    }

    @Test
    void aNameThatTellsNoFormatIsNamedAndTheOptionHelps() throws IOException {
        Path file = Files.write(folder.resolve("orders.export"), GOOD.getBytes(StandardCharsets.UTF_8));

        Spoken refused = importing(file, MAP);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("orders.export", "(import.format-unknown)");
        assertThat(importing(file, MAP, "--format", "csv").exit()).isZero();
        assertThat(importing(file, MAP, "--format", "excel").err()).contains("--format");
    }

    @Test
    void aWrongKeyIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), GOOD.getBytes(StandardCharsets.UTF_8));

        Spoken spoken = Spoken.with(Map.of("GUANXI_API_KEY", "wrong"), arguments(file, MAP));

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("(access.wrong-key)");
    }

    private Spoken importing(byte[] content, String map, String... more) throws IOException {
        return importing(Files.write(folder.resolve("file.csv"), content), map, more);
    }

    private Spoken importing(Path file, String map, String... more) throws IOException {
        String[] inFolder = Arrays.stream(more)
                .map(argument -> argument.equals("rejects.csv")
                        ? folder.resolve(argument).toString()
                        : argument)
                .toArray(String[]::new);
        return Spoken.with(Map.of("GUANXI_API_KEY", Caller.API_KEY), arguments(file, map, inFolder));
    }

    private String[] arguments(Path file, String map, String... more) throws IOException {
        Path sql = Files.writeString(folder.resolve("map.sql"), map);
        String[] fixed = {
            "import", file.toString(), "--map", sql.toString(), "--source", "bad", "--url", caller.address()
        };
        return Stream.concat(Arrays.stream(fixed), Arrays.stream(more)).toArray(String[]::new);
    }
}
