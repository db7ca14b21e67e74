package io.guanxi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sandbox lives through days in seconds; a real brand cannot. */
class SandboxTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private static Instant now(JsonNode state) {
        return Instant.parse(state.path("now").asString());
    }

    private static JsonNode advanced(Caller caller, String json) {
        ok(caller.post("/api/sandbox/advance", json));
        Waiting.until(() -> !ok(caller.get("/api/sandbox")).path("advancing").asBoolean());
        return ok(caller.get("/api/sandbox"));
    }

    @Test
    void everyStepOfAJourneyIsDoneAtItsTimeWhileTheClockPassesIt(@TempDir Path data) throws Exception {
        try (ServerProcess server = new ServerProcess(data).with("GUANXI_SANDBOX", "true")) {
            Caller caller = Caller.at(server.start());
            assertThat(ok(caller.get("/api/brand")).path("sandbox").asBoolean()).isTrue();
            assertThat(caller.post("/api/sandbox/advance", "{\"to\":\"NEXT\"}").code())
                    .isEqualTo("sandbox.nothing-due");
            assertThat(caller.post("/api/sandbox/advance", "{\"to\":\"DAY\",\"times\":367}")
                            .code())
                    .isEqualTo("sandbox.advance");
            long template = ok(caller.post("/api/templates", """
                            {"name":"care","channel":"guide","category":"service",
                             "wording":{"title":"Care","text":"How is it?"}}""")).path("id").asLong();
            JsonNode made = ok(caller.post("/api/journeys", """
                    {"definition":{"name":"T+3","entry":{"kind":"event","event":{"name":"Sandbox Joined"}},"start":"T+1",
                     "nodes":[{"kind":"wait","key":"T+1","until":{"kind":"day","day":1,"at":"10:00"},"next":"care"},
                              {"kind":"message","key":"care","template":%d,"next":"reply"},
                              {"kind":"wait","key":"reply","until":{"kind":"event","event":{"name":"Message Replied"},
                                                                   "within":{"days":5}},"next":"T+3","otherwise":"T+3"},
                              {"kind":"wait","key":"T+3","until":{"kind":"day","day":3,"at":"20:00"}}]}}""".formatted(template)));
            String journey = "/api/journeys/" + made.at("/summary/id").asLong();
            ok(caller.post(journey + "/publish", "{\"revision\":1}"));
            ok(caller.withWriteKey(Caller.WRITE_KEY)
                    .post("/v1/track", "{\"userId\":\"sandbox-lin\",\"event\":\"Sandbox Joined\"}"));
            Waiting.until(
                    () -> ok(caller.get(journey + "/counts")).path("inside").asInt() == 1);

            // To the first step: the guide's task is there, opened at ten in the morning.
            JsonNode first = advanced(caller, "{\"to\":\"NEXT\"}");
            assertThat(now(first).atZone(SHANGHAI).toLocalTime()).isBetween(LocalTime.of(10, 0), LocalTime.of(10, 2));
            JsonNode task = ok(caller.get("/api/workbench/tasks?shelf=ALL")).at("/items/0/task");
            assertThat(Duration.between(
                            now(first), Instant.parse(task.path("dueAt").asString())))
                    .isBetween(Duration.ofHours(23), Duration.ofHours(24));
            ok(caller.post(
                    "/api/workbench/tasks/" + task.path("id").asLong() + "/outcome", "{\"outcome\":\"REPLIED\"}"));

            // Whoever takes part is waited for, and the reply is taken before the clock goes on.
            JsonNode asked = ok(caller.put("/api/sandbox/participants/people", "{\"question\":0}"));
            ok(caller.post("/api/sandbox/advance", "{\"to\":\"DAY\",\"times\":4}"));
            Waiting.until(() -> ok(caller.get("/api/sandbox")).path("question").asLong()
                    > asked.path("question").asLong());
            assertThat(Duration.between(now(first), now(ok(caller.get("/api/sandbox")))))
                    .isLessThan(Duration.ofMinutes(1));
            Waiting.until(() -> {
                JsonNode state = ok(caller.get("/api/sandbox"));
                ok(caller.put(
                        "/api/sandbox/participants/people",
                        "{\"question\":" + state.path("question").asLong() + "}"));
                return !state.path("advancing").asBoolean();
            });

            Instant after = now(ok(caller.get("/api/sandbox")));
            assertThat(Duration.between(now(first), after)).isBetween(Duration.ofDays(4), Duration.ofHours(97));
            JsonNode instance = ok(caller.get(journey + "/instances")).at("/items/0");
            JsonNode way =
                    ok(caller.get(journey + "/instances/" + instance.path("id").asLong()));
            assertThat(way.at("/steps/2/outcome").asString()).as(way.toString()).isEqualTo("passed");
            assertThat(Instant.parse(way.at("/steps/3/at").asString())
                            .atZone(SHANGHAI)
                            .toLocalTime())
                    .as("T+3 was not skipped by the jump of four days: %s", way)
                    .isEqualTo(LocalTime.of(20, 0));
            assertThat(server.stop()).isTrue();

            // The clock stays where it is; without the setting there is no start.
            ServerProcess.Ended refused = ServerProcess.run(data, Map.of());
            assertThat(refused.exit()).isNotZero();
            assertThat(refused.output()).contains("this brand is a sandbox", "GUANXI_SANDBOX=true");
            Caller again = Caller.at(server.start());
            assertThat(now(ok(again.get("/api/sandbox")))).isAfterOrEqualTo(after);
        }
    }

    @Test
    void aRealBrandKeepsRealTime(@TempDir Path data) throws Exception {
        try (ServerProcess server = new ServerProcess(data)) {
            Caller caller = Caller.at(server.start());
            assertThat(ok(caller.get("/api/brand")).path("sandbox").asBoolean()).isFalse();
            assertThat(caller.get("/api/sandbox").code()).isEqualTo("sandbox.none");
            assertThat(caller.post("/api/sandbox/advance", "{\"to\":\"HOUR\"}").code())
                    .isEqualTo("sandbox.none");
            assertThat(server.stop()).isTrue();
        }
        ServerProcess.Ended refused = ServerProcess.run(data, Map.of("GUANXI_SANDBOX", "true"));
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.output()).contains("this brand is a real one");
    }
}
