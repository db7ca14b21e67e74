package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Kill -9 while an import is at work: it ends with every row once and with the right figures, whenever it was cut off. */
class KilledImportTests {

    private static final int ROWS = 60_000;
    private static final int TWICE = 500;
    private static final int ANONYMOUS = 300;
    private static final int WITHOUT_TIME = 200;
    private static final String MAP = """
            SELECT 'Row Kept' AS event, ts, id AS event_id, customer AS id_customer, 1 AS amount FROM input
            """;

    private final Path data;
    private final Path file;

    KilledImportTests(@TempDir Path folder) throws IOException {
        data = folder.resolve("data");
        long now = Instant.now().getEpochSecond();
        StringBuilder rows = new StringBuilder("id,ts,customer\n");
        for (int n = 0; n < ROWS; n++) {
            int id = n < TWICE ? n + TWICE : n;
            String customer = n >= ROWS - ANONYMOUS ? "anonymous" : "c" + n % 5000;
            String time = n >= ROWS / 2 && n < ROWS / 2 + WITHOUT_TIME ? "" : Long.toString(now - n * 60L);
            rows.append("row-%d,%s,%s\n".formatted(id, time, customer));
        }
        file = Files.writeString(folder.resolve("rows.csv"), rows);
    }

    @Test
    void killedAtAnyMomentItStartsOverAndTakesEachRowOnce() throws IOException {
        Random random = new Random(20_26);
        try (ServerProcess server = new ServerProcess(data)) {
            long id = start(Caller.at(server.start()));
            for (int kill = 0; kill < 3; kill++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(2500)));
                server.kill();
                server.start();
            }
            Caller caller = Caller.at(server.start());

            assertTakenOnce(finished(caller, id));
            assertAnotherTimeAddsNothing(caller);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT FROM import WHERE id = %d FOR UPDATE", "LOCK TABLE event_key IN SHARE MODE -- import %d"
            })
    void killedAfterTheCommitOfTheLakeItIsDoneWithItsOwnFigures(String blocking) throws IOException, SQLException {
        try (ServerProcess server = new ServerProcess(data)) {
            Caller before = Caller.at(server.start());
            long id = start(before);
            try (Connection connection = DriverManager.getConnection(server.database());
                    Statement statement = connection.createStatement()) {
                Waiting.until(
                        () -> "RUNNING".equals(get(before, id).path("state").asString()));
                connection.setAutoCommit(false);
                statement.execute(blocking.formatted(id));
                Waiting.until(() -> inLake(before) > 0);
                assertThat(get(before, id).path("state").asString()).isEqualTo("RUNNING");
                server.kill();
            }
            Caller caller = Caller.at(server.start());

            assertThat(get(caller, id).path("state").asString())
                    .as("at once, without reading the file again")
                    .isEqualTo("DONE");
            assertTakenOnce(get(caller, id));
            assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                            .post("/v1/track", """
                                    {"event": "Row Kept", "messageId": "row-1000", "userId": "u"}""")
                            .status())
                    .isEqualTo(200);
            assertAnotherTimeAddsNothing(caller);
        }
    }

    @Test
    void itOutlivesItsDatabase() throws IOException {
        try (ServerProcess server = new ServerProcess(data)) {
            Caller caller = Caller.at(server.start());
            long id = start(caller);
            Waiting.until(() -> List.of("resolving", "writing")
                    .contains(get(caller, id).path("phase").asString()));
            server.killPostgres();

            JsonNode done = finished(caller, id);
            assertThat(done.path("state").asString())
                    .as(() -> done + server.log())
                    .isEqualTo("DONE");
            assertTakenOnce(done);
            assertAnotherTimeAddsNothing(caller);
        }
    }

    private void assertTakenOnce(JsonNode done) {
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("read").asLong()).isEqualTo(ROWS);
        assertThat(done.path("mapped").asLong()).isEqualTo(ROWS);
        assertThat(done.path("duplicate").asLong()).as(done.toString()).isEqualTo(TWICE);
        assertThat(done.path("rejected").asLong()).isEqualTo(ANONYMOUS + WITHOUT_TIME);
        assertThat(done.path("accepted").asLong()).isEqualTo(ROWS - TWICE - ANONYMOUS - WITHOUT_TIME);
    }

    private void assertAnotherTimeAddsNothing(Caller caller) throws IOException {
        JsonNode again = finished(caller, start(caller));
        assertThat(again.path("accepted").asLong()).isZero();
        assertThat(again.path("duplicate").asLong()).isEqualTo(ROWS - ANONYMOUS - WITHOUT_TIME);
        assertThat(again.path("rejected").asLong()).isEqualTo(ANONYMOUS + WITHOUT_TIME);
        JsonNode examination = caller.post("/api/doctor", "{}").json();
        assertThat(examination.path("ok").asBoolean(false))
                .as(examination.toString())
                .isTrue();
        assertThat(inLake(caller)).isEqualTo(ROWS - TWICE - ANONYMOUS - WITHOUT_TIME);
    }

    private long start(Caller caller) throws FileNotFoundException {
        return Form.anImport(file, MAP, "killed")
                .post(caller, "/api/imports")
                .json()
                .path("id")
                .asLong();
    }

    private static JsonNode finished(Caller caller, long id) {
        Waiting.until(() -> List.of("DONE", "FAILED", "CANCELLED")
                .contains(get(caller, id).path("state").asString()));
        return get(caller, id);
    }

    /** While the database is away the server says so; then the answer has no state and no phase. */
    private static JsonNode get(Caller caller, long id) {
        return caller.get("/api/imports/" + id).json();
    }

    private static long inLake(Caller caller) {
        for (JsonNode name : caller.get("/api/events").json().path("items")) {
            if ("Row Kept".equals(name.path("event").asString())) {
                return name.path("count").asLong();
            }
        }
        return 0;
    }
}
