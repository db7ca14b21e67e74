package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.ServerProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be is refused in a line that names the reason and one that names the remedy. */
class StartTests {

    @Test
    void aFolderServesOneServerOnAFreePortAndOfAVersionThatKnowsIt(@TempDir Path data) throws Exception {
        try (ServerProcess server = new ServerProcess(data)) {
            server.start();

            assertRefused(
                    ServerProcess.run(data, Map.of()),
                    "another Guanxi server is using the data folder " + data,
                    "stop that one");
            assertRefused(
                    ServerProcess.run(data, Map.of(), "doctor", "--data", data.toString()),
                    "a server is running on " + data,
                    "doctor --url");
            assertThat(server.stop()).isTrue();

            try (ServerSocket other = new ServerSocket(0)) {
                assertRefused(
                        ServerProcess.run(data, Map.of("GUANXI_PORT", Integer.toString(other.getLocalPort()))),
                        "another program listens on port " + other.getLocalPort(),
                        "--port");
            }

            server.start();
            useFromANewerVersion(server.database());
            assertThat(server.stop()).isTrue();
        }

        assertRefused(
                ServerProcess.run(data, Map.of()), "a newer version of Guanxi", "123 (from the future)", "backup");
        assertRefused(
                ServerProcess.run(data, Map.of(), "doctor", "--data", data.toString()), "a newer version of Guanxi");

        Files.writeString(data.resolve("postgres").resolve("PG_VERSION"), "19\n");
        assertRefused(
                ServerProcess.run(data, Map.of()), "are of PostgreSQL 19", "the version of Guanxi that wrote them");
    }

    /** A number between those we know: every module has a range of its own. */
    private static void useFromANewerVersion(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history
                    SELECT max(installed_rank) + 1, '123', 'from the future', 'SQL', 'collect/V123__from_the_future.sql', 1,
                           'postgres', now(), 1, true FROM flyway_schema_history
                    """);
        }
    }

    @Test
    void aSettingThatCannotBeUsedIsNamedWithItsValue(@TempDir Path data) throws IOException {
        assertRefused(
                ServerProcess.run(data, Map.of("GUANXI_ZONE", "Mars/Olympus")),
                "the setting GUANXI_ZONE (guanxi.brand.zone) is 'Mars/Olympus'",
                "Asia/Shanghai");
        assertRefused(
                ServerProcess.run(data, Map.of("GUANXI_PORT", "80000")),
                "GUANXI_PORT (server.port) is '80000'",
                "65535");
        assertRefused(
                ServerProcess.run(
                        data, Map.of("GUANXI_DATABASE_URL", "jdbc:postgresql://localhost:1/x?password=secret")),
                "PostgreSQL at jdbc:postgresql://localhost:1/x cannot be used",
                "GUANXI_DATABASE_PASSWORD");

        Files.writeString(data.resolve("guanxi.yaml"), "guanxi.brand.currency: yuan\n");
        assertRefused(ServerProcess.run(data, Map.of()), "(guanxi.brand.currency) is 'yuan'", "like CNY");
        Files.writeString(data.resolve("guanxi.yaml"), "guanxi:\n  brand: [a\n");
        assertRefused(ServerProcess.run(data, Map.of()), "guanxi.yaml cannot be read at line", "docs/operations.md");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path room) throws IOException {
        Path data = Files.writeString(room.resolve("file"), "no folder").resolve("data");

        assertRefused(
                ServerProcess.run(data, Map.of()), "the data folder " + data + " cannot be written", "GUANXI_DATA");
    }

    private static void assertRefused(ServerProcess.Ended ended, String... words) {
        assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains(words).contains("guanxi: ").doesNotContain("\tat ", "Exception", "secret");
    }
}
