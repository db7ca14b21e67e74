package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.JourneyCounts;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Kill -9 while an audience comes into a journey batch by batch, and while a version is published into which all who are inside
 * move: every member enters once, none is forgotten, and all of them move or none.
 */
class KilledJourneyTests {

    private static final int ENTERING = 120_000;
    private static final int MOVING = 40_000;
    private static final int A_CALL = 2_500;
    private static final int BATCH = 10_000;
    private static final int ENTERING_KILLS = 2;
    private static final int MOVING_KILLS = 4;

    private final Random random = new Random(5);

    @Test
    void everybodyEntersOnceHoweverOftenTheServerIsKilled(@TempDir Path data) throws IOException {
        try (ServerProcess server = new ServerProcess(data)) {
            Caller caller = Caller.at(server.start());
            come(caller, ENTERING);
            String journey = "/api/journeys/"
                    + ok(caller.post("/api/journeys", """
                            {"definition": {"name": "many", "entry": {"kind": "api"}, "start": "year", "nodes": [
                             {"kind": "wait", "key": "year", "until": {"kind": "for", "days": 365}}]}}""")).at("/summary/id").asLong();
            ok(caller.post(journey + "/publish", "{\"revision\": 1}"));
            long audience = everyone(caller);
            JsonNode begun = ok(caller.post(journey + "/entries", "{\"audience\": %d}".formatted(audience)));
            assertThat(begun.path("asked").asInt()).isEqualTo(ENTERING);
            long enrolment = begun.path("id").asLong();
            for (int kill = 1; kill <= ENTERING_KILLS; kill++) {
                JdbcClient postgres = database(server);
                int least = kill * BATCH;
                Waiting.until(() -> count(postgres, "journey_instance") >= least);
                int entered = count(postgres, "journey_instance");
                server.kill();
                if (kill == 1) { // a server goes on as it starts, and may be done before it can be killed again
                    assertThat(entered).as("killed in the middle").isLessThan(ENTERING);
                }
                caller = Caller.at(server.start());
            }
            Caller last = caller;
            Waiting.until(() -> ok(last.get(journey + "/enrolments/" + enrolment))
                    .path("state")
                    .asString()
                    .equals("DONE"));

            JdbcClient postgres = database(server);
            JsonNode ended = ok(last.get(journey + "/enrolments/" + enrolment));
            assertThat(ended.path("entered").asInt()).isEqualTo(ENTERING);
            assertThat(count(postgres, "journey_instance")).isEqualTo(ENTERING);
            assertThat(count(postgres, "(SELECT DISTINCT member_no FROM journey_instance)"))
                    .as("every member once")
                    .isEqualTo(ENTERING);
            assertThat(ok(last.get(journey + "/counts")).path("entered").asInt())
                    .as("counted once")
                    .isEqualTo(ENTERING);
            assertThat(server.stop()).isTrue();
        }
    }

    @Test
    void everybodyIsInOneVersionWheneverTheServerIsKilled(@TempDir Path data) throws IOException {
        try (ServerProcess server = new ServerProcess(data)) {
            Caller caller = Caller.at(server.start());
            come(caller, MOVING);
            String journey = "/api/journeys/"
                    + ok(caller.post("/api/journeys", "{\"definition\": %s}".formatted(definition(1))))
                            .at("/summary/id")
                            .asLong();
            ok(caller.post(journey + "/publish", "{\"revision\": 1}"));
            long audience = everyone(caller);
            ok(caller.post(journey + "/entries", "{\"audience\": %d}".formatted(audience)));
            JdbcClient postgres = database(server);
            Waiting.until(() -> count(postgres, "journey_instance") == MOVING);
            int unpublished = 0;
            for (int kill = 1; kill <= MOVING_KILLS; kill++) {
                int before = published(caller, journey);
                ok(caller.put(journey, "{\"revision\": %d, \"definition\": %s}".formatted(kill, definition(kill + 1))));
                publishAndKill(server, caller, journey, kill + 1);
                caller = Caller.at(server.start());
                int now = published(caller, journey);
                assertThat(now).isBetween(before, before + 1);
                unpublished += now == before ? 1 : 0;
                assertWhole(database(server), now);
            }
            assertThat(unpublished).as("some were killed in the middle").isPositive();

            int before = published(caller, journey);
            ok(caller.put(
                    journey,
                    "{\"revision\": %d, \"definition\": %s}"
                            .formatted(MOVING_KILLS + 1, definition(MOVING_KILLS + 2))));
            ok(caller.post(
                    journey + "/publish", "{\"revision\": %d, \"inside\": \"MOVE\"}".formatted(MOVING_KILLS + 2)));
            assertWhole(database(server), before + 1);
            assertThat(server.stop()).isTrue();
        }
    }

    /** Kills at a random moment after the statement that moves them has begun; the call gets no answer then. */
    private void publishAndKill(ServerProcess server, Caller caller, String journey, int revision) throws IOException {
        JdbcClient postgres = database(server);
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() ->
                caller.post(journey + "/publish", "{\"revision\": %d, \"inside\": \"MOVE\"}".formatted(revision)));
        Waiting.until(() -> publishing.isDone()
                || count(postgres, "pg_stat_activity WHERE state = 'active' AND query LIKE 'WITH moved AS%'") > 0);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(400)));
        server.kill();
        publishing.handle((_, _) -> true).join();
    }

    private static void assertWhole(JdbcClient postgres, int published) {
        assertThat(count(postgres, "journey_instance WHERE ended = 0")).isEqualTo(MOVING);
        assertThat(count(postgres, "(SELECT DISTINCT member_no FROM journey_instance)"))
                .as("every member once")
                .isEqualTo(MOVING);
        assertThat(postgres.sql("""
                                SELECT DISTINCT v.version FROM journey_instance i JOIN journey_version v ON v.id = i.version_id
                                JOIN journey_node n ON n.id = i.node AND n.version_id = i.version_id""").query(Integer.class).list())
                .as("all in the version that is published")
                .containsExactly(published);
        assertThat(JourneyCounts.wrong(postgres)).as("and counted once").isEmpty();
    }

    private static String definition(int version) {
        return """
                {"name": "many", "entry": {"kind": "api"}, "start": "year", "nodes": [
                 {"kind": "wait", "key": "year", "until": {"kind": "for", "days": %d}}]}""".formatted(365 + version);
    }

    private static int published(Caller caller, String journey) {
        return ok(caller.get(journey)).at("/summary/published").asInt();
    }

    private static long everyone(Caller caller) {
        return ok(caller.post("/api/audiences", "{\"name\": \"everyone\", \"expression\": {\"kind\": \"everyone\"}}"))
                .at("/id")
                .asLong();
    }

    private static void come(Caller caller, int members) {
        for (int from = 0; from < members; from += A_CALL) {
            String batch = IntStream.range(from, from + A_CALL)
                    .mapToObj("{\"type\":\"identify\",\"messageId\":\"m%1$d\",\"userId\":\"u%1$d\"}"::formatted)
                    .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
            ok(caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", batch));
        }
        Waiting.until(() ->
                ok(caller.post("/api/audiences/preview", "{\"expression\": {\"kind\": \"everyone\"}, \"sample\": 0}"))
                                .path("members")
                                .asInt()
                        == members);
    }

    private static JdbcClient database(ServerProcess server) throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(server.database()));
    }

    private static int count(JdbcClient postgres, String of) {
        return postgres.sql("SELECT count(*) FROM " + of).query(Integer.class).single();
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }
}
