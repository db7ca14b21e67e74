package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Kill -9 while an audience comes into a journey batch by batch: every member enters once, none is forgotten. */
class KilledEnrolmentTests {

    private static final int MEMBERS = 120_000;
    private static final int A_CALL = 2_500;
    private static final int BATCH = 10_000;
    private static final int KILLS = 2;

    @Test
    void everybodyEntersOnceHoweverOftenTheServerIsKilled(@TempDir Path data) throws IOException {
        try (ServerProcess server = new ServerProcess(data)) {
            Caller caller = Caller.at(server.start());
            come(caller);
            String journey = "/api/journeys/"
                    + ok(caller.post("/api/journeys", """
                            {"definition": {"name": "many", "entry": {"kind": "api"}, "start": "year", "nodes": [
                             {"kind": "wait", "key": "year", "until": {"kind": "for", "days": 365}}]}}""")).at("/summary/id").asLong();
            ok(caller.post(journey + "/publish", "{\"revision\": 1}"));
            long audience = ok(caller.post(
                            "/api/audiences", "{\"name\": \"everyone\", \"expression\": {\"kind\": \"everyone\"}}"))
                    .at("/id")
                    .asLong();
            JsonNode begun = ok(caller.post(journey + "/entries", "{\"audience\": %d}".formatted(audience)));
            assertThat(begun.path("asked").asInt()).isEqualTo(MEMBERS);
            long enrolment = begun.path("id").asLong();
            for (int kill = 1; kill <= KILLS; kill++) {
                JdbcClient postgres = database(server);
                int least = kill * BATCH;
                Waiting.until(() -> count(postgres, "journey_instance") >= least);
                int entered = count(postgres, "journey_instance");
                server.kill();
                if (kill == 1) { // a server goes on as it starts, and may be done before it can be killed again
                    assertThat(entered).as("killed in the middle").isLessThan(MEMBERS);
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
            assertThat(ended.path("entered").asInt()).isEqualTo(MEMBERS);
            assertThat(count(postgres, "journey_instance")).isEqualTo(MEMBERS);
            assertThat(count(postgres, "(SELECT DISTINCT member_no FROM journey_instance)"))
                    .as("every member once")
                    .isEqualTo(MEMBERS);
            assertThat(ok(last.get(journey + "/counts")).path("entered").asInt())
                    .as("counted once")
                    .isEqualTo(MEMBERS);
            assertThat(server.stop()).isTrue();
        }
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
