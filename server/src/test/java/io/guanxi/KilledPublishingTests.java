package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
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

/** Kill -9 while a version is published into which all who are inside move: all of them do, or none. */
class KilledPublishingTests {

    private static final int MEMBERS = 40_000;
    private static final int A_CALL = 2_500;
    private static final int KILLS = 4;

    private final Random random = new Random(5);

    private static String definition(int version) {
        return """
                {"name": "many", "entry": {"kind": "api"}, "start": "year", "nodes": [
                 {"kind": "wait", "key": "year", "until": {"kind": "for", "days": %d}}]}""".formatted(365 + version);
    }

    @Test
    void everybodyIsInOneVersionWheneverTheServerIsKilled(@TempDir Path data) throws IOException {
        try (ServerProcess server = new ServerProcess(data)) {
            Caller caller = Caller.at(server.start());
            come(caller);
            String journey = "/api/journeys/"
                    + ok(caller.post("/api/journeys", "{\"definition\": %s}".formatted(definition(1))))
                            .at("/summary/id")
                            .asLong();
            ok(caller.post(journey + "/publish", "{\"revision\": 1}"));
            long audience = ok(caller.post(
                            "/api/audiences", "{\"name\": \"everyone\", \"expression\": {\"kind\": \"everyone\"}}"))
                    .at("/id")
                    .asLong();
            ok(caller.post(journey + "/entries", "{\"audience\": %d}".formatted(audience)));
            JdbcClient postgres = database(server);
            Waiting.until(() -> count(postgres, "journey_instance") == MEMBERS);
            int unpublished = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
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
                    journey, "{\"revision\": %d, \"definition\": %s}".formatted(KILLS + 1, definition(KILLS + 2))));
            ok(caller.post(journey + "/publish", "{\"revision\": %d, \"inside\": \"MOVE\"}".formatted(KILLS + 2)));
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
        assertThat(count(postgres, "journey_instance WHERE ended = 0")).isEqualTo(MEMBERS);
        assertThat(count(postgres, "(SELECT DISTINCT member_no FROM journey_instance)"))
                .as("every member once")
                .isEqualTo(MEMBERS);
        assertThat(postgres.sql("""
                                SELECT DISTINCT v.version FROM journey_instance i JOIN journey_version v ON v.id = i.version_id
                                JOIN journey_node n ON n.id = i.node AND n.version_id = i.version_id""").query(Integer.class).list())
                .as("all in the version that is published")
                .containsExactly(published);
        assertThat(postgres.sql("""
                                SELECT format('%s: %s arrived, %s left, %s there', n.id, c.arrived, c.gone, s.standing)
                                FROM journey_node n
                                CROSS JOIN LATERAL (
                                    SELECT coalesce(sum(n) FILTER (WHERE outcome = 'arrived'), 0) AS arrived,
                                           coalesce(sum(n) FILTER (WHERE outcome NOT IN ('arrived', 'entered', 'converted')), 0) AS gone
                                    FROM journey_count WHERE node = n.id) c
                                CROSS JOIN LATERAL (
                                    SELECT count(*) AS standing FROM journey_instance i WHERE i.node = n.id AND i.ended = 0) s
                                WHERE c.arrived - c.gone <> s.standing""").query(String.class).list())
                .as("and counted once")
                .isEmpty();
    }

    private static int published(Caller caller, String journey) {
        return ok(caller.get(journey)).at("/summary/published").asInt();
    }

    private static void come(Caller caller) {
        for (int from = 0; from < MEMBERS; from += A_CALL) {
            String batch = IntStream.range(from, from + A_CALL)
                    .mapToObj("{\"type\":\"identify\",\"messageId\":\"m%1$d\",\"userId\":\"u%1$d\"}"::formatted)
                    .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
            ok(caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", batch));
        }
        Waiting.until(() ->
                ok(caller.post("/api/audiences/preview", "{\"expression\": {\"kind\": \"everyone\"}, \"sample\": 0}"))
                                .path("members")
                                .asInt()
                        == MEMBERS);
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
