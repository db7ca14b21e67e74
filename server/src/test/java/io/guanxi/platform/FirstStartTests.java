package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.GuanxiSettings.Database;
import io.guanxi.platform.GuanxiSettings.FirstAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL on its first start. */
class FirstStartTests {

    @Test
    void aFirstStartThatWasCutOffIsBegunAgain(@TempDir Path data) throws Exception {
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "18");
        Files.createFile(data.resolve("postgres.unfinished"));

        try (DataFolder folder = new DataFolder(settings(data));
                EmbeddedDatabase database = new EmbeddedDatabase(folder);
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password())) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(data.resolve("postgres.unfinished")).doesNotExist();
        }
    }

    @Test
    void aDataDirectoryThatIsTakenAwayIsNotReplacedByAnEmptyOne(@TempDir Path data) throws Exception {
        Path postgres = data.resolve("postgres");
        try (DataFolder folder = new DataFolder(settings(data));
                EmbeddedDatabase database = new EmbeddedDatabase(folder)) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readAllLines(postgres.resolve("postmaster.pid"))
                            .getFirst()
                            .strip()))
                    .orElseThrow();
            child.destroyForcibly();
            child.onExit().join();
            Path elsewhere = Files.move(postgres, data.resolve("elsewhere"));

            database.revive();

            assertThat(postgres).doesNotExist();

            Files.move(elsewhere, postgres);
            database.revive();
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password())) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    private static GuanxiSettings settings(Path data) {
        return new GuanxiSettings(
                data,
                new Brand("Guanxi", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY")),
                new Database("", "", ""),
                new FirstAccess("", "", ""),
                false);
    }
}
