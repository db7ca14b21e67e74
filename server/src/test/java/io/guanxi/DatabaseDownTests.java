package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of one's own that is killed and comes back: callers are told to come again, and nothing has to be restarted. */
class DatabaseDownTests {

    private static final String EVENT = "{\"userId\": \"u\", \"event\": \"Tried\", \"messageId\": \"tried\"}";

    @Test
    void everyCallIsAnsweredWithComeAgainUntilTheDatabaseIsBack(@TempDir Path folder) throws Exception {
        EmbeddedPostgres database = start(folder, 0);
        int port = database.getPort();
        try (ServerProcess server = new ServerProcess(folder.resolve("data"))
                .with("GUANXI_DATABASE_URL", database.getJdbcUrl("postgres", "postgres"))
                .with("GUANXI_DATABASE_USER", "postgres")) {
            Caller caller = Caller.at(server.start());
            Answer login = caller.anonymous()
                    .post("/api/session", "{\"username\":\"admin\",\"password\":\"" + Caller.ADMIN_PASSWORD + "\"}");
            assertThat(login.status()).as(login.text()).isEqualTo(200);
            Caller console = caller.anonymous()
                    .with("Cookie", login.headers().firstValue("Set-Cookie").orElseThrow());
            Caller sender = caller.withWriteKey(Caller.WRITE_KEY);

            kill(folder);

            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = callers.invokeAll(List.<Callable<Answer>>of(
                        () -> refusal(() -> caller.get("/api/imports")),
                        () -> refusal(() -> caller.get("/api/audit")),
                        () -> refusal(() -> console.get("/api/overview")),
                        () -> refusal(() -> sender.post("/v1/track", EVENT))));
                for (var answer : answers) {
                    assertThat(answer.get().code()).as(answer.get().text()).isEqualTo("database.unavailable");
                    assertThat(answer.get().status()).isEqualTo(503);
                    assertThat(answer.get().header("Retry-After")).isNotEmpty();
                }
            }

            database.close();
            database = start(folder, port);
            Waiting.until(() -> caller.get("/api/imports").status() == 200);
            assertThat(sender.post("/v1/track", EVENT).status()).isEqualTo(200);
            assertThat(caller.post("/api/doctor", "{}").json().path("ok").asBoolean(false))
                    .as(server.log())
                    .isTrue();
        } finally {
            database.close();
        }
    }

    /** The first answer that is no success: a killed database's children outlive it for a moment. */
    private static Answer refusal(Supplier<Answer> call) {
        Answer answer = call.get();
        for (int more = 0; answer.status() == 200 && more < 1000; more++) {
            answer = call.get();
        }
        return answer;
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        Path binaries = Path.of(System.getProperty("user.home"), ".cache", "guanxi", "postgres");
        Files.createDirectories(binaries);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static void kill(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }
}
