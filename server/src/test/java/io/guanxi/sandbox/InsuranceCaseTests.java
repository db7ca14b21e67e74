package io.guanxi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.simulator.wecom.WeComStandIn;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The insurance case is lived through: friends come, half of them get the plan of T+0 to T+30, half are kept back, and people do
 * what they would. The report knows orders alone; it is held to what the simulator knows of each person.
 */
class InsuranceCaseTests {

    private static final int FRIENDS_A_DAY = 50;
    private static final int DAYS = 53;

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private static JsonNode named(JsonNode items, String field, String name) {
        return items.valueStream()
                .filter(item -> item.path(field).asString().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + items));
    }

    private static Stream<JsonNode> journeys(Caller caller) {
        return ok(caller.get("/api/journeys")).path("items").valueStream().filter(journey -> journey.path("name")
                .asString()
                .startsWith("保险 1V1 T+"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** WeCom, its guides who work, and its customers, as {@code ./guanxi demo} has them. */
    private static Process people(String server, int port, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.guanxi.simulator.SimulatorCommand",
                        "wecom",
                        "--url=" + server,
                        "--port=" + port,
                        "--api-key=" + Caller.API_KEY,
                        "--write-key=" + Caller.WRITE_KEY,
                        "--members=20",
                        "--communities=1",
                        "--guides=4",
                        "--days=2",
                        "--until=2026-01-31", // whoever came in its history is no friend of today
                        "--newcomers=" + FRIENDS_A_DAY,
                        "--newcomer-days=2",
                        "--looks=PT8H",
                        "--tasks")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    @Test
    void theReportFindsWhatThePlanReallyBrought(@TempDir Path data) throws Exception {
        int port = freePort();
        String wecom = "http://localhost:" + port;
        try (ServerProcess server = new ServerProcess(data.resolve("server"))
                .with("GUANXI_SANDBOX", "true")
                .with("GUANXI_WECOM_ADDRESS", wecom)
                .with("GUANXI_WECOM_CORPID", WeComStandIn.CORP)
                .with("GUANXI_WECOM_SECRET", WeComStandIn.SECRET)
                .with("GUANXI_WECOM_CONTACTSSECRET", WeComStandIn.CONTACTS_SECRET)
                .with("GUANXI_WECOM_CALLBACKTOKEN", WeComStandIn.CALLBACK_TOKEN)
                .with("GUANXI_WECOM_CALLBACKAESKEY", WeComStandIn.CALLBACK_AES_KEY)) {
            String address = server.start();
            Caller caller = Caller.at(address);
            Process people = people(address, port, data.resolve("people.log"));
            try {
                Waiting.until(() -> ok(caller.get("/api/sandbox"))
                        .at("/next/agenda")
                        .asString()
                        .equals("participants"));
                Waiting.until(() -> journeys(caller).count() == 1); // they are laid out once the server is up
                long id = journeys(caller).findFirst().orElseThrow().path("id").asLong();
                String journey = "/api/journeys/" + id;
                ok(caller.post(journey + "/publish", "{\"revision\":1}"));
                long experiment = ok(caller.post(
                                "/api/experiments/holdouts",
                                "{\"kind\":\"JOURNEY\",\"number\":%d,\"share\":0.5}".formatted(id)))
                        .path("experiment")
                        .asLong();

                for (int day = 0; day < DAYS; day++) {
                    ok(caller.post("/api/sandbox/advance", "{\"to\":\"DAY\"}"));
                    Waiting.until(() ->
                            !ok(caller.get("/api/sandbox")).path("advancing").asBoolean());
                }
                holdsToTheTruth(
                        ok(caller.get(journey + "/counts")),
                        ok(caller.post("/api/experiments/" + experiment + "/report", "")),
                        ok(Caller.at(wecom).get("/truth?days=30")));
            } finally {
                people.destroy();
                people.onExit().join();
            }
        }
    }

    private static void holdsToTheTruth(JsonNode counts, JsonNode report, JsonNode truth) {
        JsonNode reached = truth.path("reached");
        JsonNode others = truth.path("others");
        assertThat(reached.path("people").asInt() + others.path("people").asInt())
                .as("two days of friends")
                .isBetween(60, 140);

        // All who were let in went to the end or bought; each step reached those who were still there.
        assertThat(counts.path("entered").asInt())
                .isEqualTo(reached.path("people").asInt());
        assertThat(counts.path("inside").asInt()).isZero();
        List<Integer> spine = Stream.of("建档", "讲需求", "复盘")
                .map(node -> named(counts.path("nodes"), "node", node)
                        .path("arrived")
                        .asInt())
                .toList();
        assertThat(spine)
                .as("never more from step to step, since the goal ends the way: %s", counts)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .startsWith(counts.path("entered").asInt());
        assertThat(counts.path("converted").asInt()).isPositive();
        assertThat(spine.getLast())
                .as("the last step reaches who had not bought by then: %s", counts)
                .isBetween(
                        counts.path("entered").asInt()
                                - counts.path("converted").asInt(),
                        counts.path("entered").asInt() - 1);

        // The report counts the same people and the same buyers, by their events alone.
        JsonNode buyers = named(report.path("metrics"), "name", "buyers");
        JsonNode kept = named(buyers.path("arms"), "arm", "holdout");
        JsonNode treated = named(buyers.path("arms"), "arm", "treated");
        assertThat(report.at("/health/blocked").asBoolean()).isFalse();
        assertThat(treated.path("units").asInt())
                .isEqualTo(reached.path("people").asInt());
        assertThat(kept.path("units").asInt()).isEqualTo(others.path("people").asInt());
        assertThat(Math.round(treated.path("numerator").asDouble()
                        * treated.path("units").asInt()))
                .isEqualTo(reached.path("buyers").asLong());
        assertThat(Math.round(
                        kept.path("numerator").asDouble() * kept.path("units").asInt()))
                .isEqualTo(others.path("buyers").asLong());

        // Who would have bought anyway it cannot know: it compares with those kept back, and is right within what it
        // says.
        double effect = reached.path("moreBuyers").asDouble();
        JsonNode found = buyers.at("/comparisons/0/effect");
        assertThat(effect)
                .as("the truth, of %s, within the interval of %s", truth, found)
                .isBetween(
                        found.at("/alwaysInterval/low").asDouble(),
                        found.at("/alwaysInterval/high").asDouble());
        assertThat(found.at("/alwaysInterval/high").asDouble()
                        - found.at("/alwaysInterval/low").asDouble())
                .as("an interval that says something: %s", found)
                .isLessThan(0.9);
    }
}
