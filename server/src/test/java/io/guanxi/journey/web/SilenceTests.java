package io.guanxi.journey.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.journey.engine.JourneyEngine;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Who left a journey, or whose journey was stopped, hears no more of it; while it is paused, nothing goes out. */
@ServerTest
class SilenceTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    JourneyEngine engine;

    @Autowired
    JdbcClient postgres;

    @Autowired
    TransactionOperations transaction;

    private final String own = UUID.randomUUID().toString().substring(0, 8);

    private JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    /** A member where it is now so many o'clock: at 0 the night keeps messages back, at 12 none does. */
    private int member(String name, int hour) {
        int off = hour - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        String zone = ZoneOffset.ofHours(off < -12 ? off + 24 : off).getId();
        ok(caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/identify",
                        "{\"userId\":\"%s\",\"traits\":{\"timezone\":\"%s\"}}".formatted(name + own, zone)));
        mart.settle();
        return caller.get("/api/members/by/user/" + name + own)
                .json()
                .path("no")
                .asInt();
    }

    private void track(String name, String event) {
        ok(caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/track", "{\"userId\":\"%s\",\"event\":\"%s\"}".formatted(name + own, event)));
    }

    private long template(String channel, String category) {
        return ok(caller.post("/api/templates", """
                        {"name":"silence","channel":"%s","category":"%s","wording":{%s"text":"Hello"}}""".formatted(
                                channel, category, channel.equals("guide") ? "\"title\":\"Hello\"," : "")))
                .path("id")
                .asLong();
    }

    /** Says something, and ends there or waits. */
    private long running(long template, boolean waits) {
        JsonNode made = ok(caller.post(
                "/api/journeys",
                "{\"definition\":"
                        + """
                        {"name":"silence","entry":{"kind":"api"},"start":"say",
                         "goal":{"event":{"name":"Ordered %s"},"exits":true},
                         "nodes":[{"kind":"message","key":"say","template":%d%s}%s]}""".formatted(
                                        own,
                                        template,
                                        waits ? ",\"next\":\"wait\"" : "",
                                        waits
                                                ? ",{\"kind\":\"wait\",\"key\":\"wait\",\"until\":{\"kind\":\"for\",\"days\":1}}"
                                                : "")
                        + "}"));
        long id = made.at("/summary/id").asLong();
        ok(caller.post("/api/journeys/" + id + "/publish", "{\"revision\":1}"));
        return id;
    }

    private void enter(long journey, int... members) {
        ok(caller.post(
                "/api/journeys/" + journey + "/entries", "{\"members\":" + java.util.Arrays.toString(members) + "}"));
    }

    private List<String> states(long journey) {
        return postgres.sql("""
                        SELECT state || coalesce(' ' || reason, '') FROM message
                        WHERE origin_kind = 'journey' AND origin_id = ? ORDER BY id""")
                .param(Long.toString(journey))
                .query(String.class)
                .list();
    }

    private void until(long journey, String... states) {
        Waiting.until(() -> states(journey).equals(List.of(states)));
    }

    private JsonNode suppressed(long journey) {
        for (JsonNode node :
                ok(caller.get("/api/journeys/" + journey + "/counts")).path("nodes")) {
            if (node.path("node").asString().equals("say")) {
                return node.at("/messages/suppressedBy");
            }
        }
        throw new AssertionError("nothing was said");
    }

    private List<String> way(long journey) {
        long instance = ok(caller.get("/api/journeys/" + journey + "/instances"))
                .at("/items/0/id")
                .asLong();
        return ok(caller.get("/api/journeys/" + journey + "/instances/" + instance))
                .path("steps")
                .valueStream()
                .map(step -> step.path("node").asString() + " "
                        + step.path("outcome").asString())
                .toList();
    }

    @Test
    void whatWaitsForTheMorningIsNotSaidOnceTheJourneyIsStopped() {
        long template = template("guide", "marketing");
        long ended = running(template, false);
        long other = running(template, false);
        int member = member("stopped", 0);
        enter(ended, member);
        enter(other, member);
        until(ended, "WAITING QUIET_HOURS");
        until(other, "WAITING QUIET_HOURS");

        ok(caller.post("/api/journeys/" + ended + "/stop", ""));

        assertThat(states(ended)).containsExactly("WITHDRAWN JOURNEY_STOPPED");
        assertThat(states(other)).containsExactly("WAITING QUIET_HOURS");
        assertThat(suppressed(ended).path("JOURNEY_STOPPED").asInt()).isOne();
        assertThat(way(ended)).containsExactly("say passed", "say withdrawn");
        postgres.sql("UPDATE message SET due_at = now() WHERE origin_id = ?")
                .param(Long.toString(ended))
                .update();
        until(ended, "WITHDRAWN JOURNEY_STOPPED");
    }

    @Test
    void whoOrdersInTheNightIsToldNothingInTheMorning() {
        long template = template("guide", "marketing");
        long inside = running(template, true);
        long atTheEnd = running(template, false);
        long service = running(template("sms", "service"), true);
        int member = member("orders", 0);
        int sleeper = member("sleeps", 0);
        enter(inside, member, sleeper);
        enter(atTheEnd, member);
        enter(service, member);
        until(inside, "WAITING QUIET_HOURS", "WAITING QUIET_HOURS");
        until(atTheEnd, "WAITING QUIET_HOURS");
        until(service, "WAITING");

        track("orders", "Ordered " + own);

        Waiting.until(() -> states(inside).contains("WITHDRAWN JOURNEY_LEFT"));
        assertThat(states(inside)).containsExactlyInAnyOrder("WITHDRAWN JOURNEY_LEFT", "WAITING QUIET_HOURS");
        until(atTheEnd, "WITHDRAWN JOURNEY_LEFT");
        assertThat(suppressed(inside).path("JOURNEY_LEFT").asInt()).isOne();
        assertThat(way(atTheEnd)).containsExactly("say passed", "say withdrawn");
        Waiting.until(() -> ok(caller.get("/api/journeys/" + service + "/counts"))
                        .path("inside")
                        .asInt()
                == 0);
        assertThat(states(service)).as("what belongs to a contract").containsExactly("WAITING");
        ok(caller.post("/api/journeys/" + service + "/stop", ""));
        assertThat(states(service)).as("stopped means all").containsExactly("WITHDRAWN JOURNEY_STOPPED");
    }

    @Test
    void theGuidesTaskIsGoneAndNobodyDidIt() {
        long journey = running(template("guide", "care"), true);
        int member = member("task", 12);
        enter(journey, member);
        until(journey, "SENT");
        long task = postgres.sql("SELECT id FROM guide_task WHERE origin_id = ? AND outcome IS NULL")
                .param(Long.toString(journey))
                .query(Long.class)
                .single();
        ok(caller.post("/api/workbench/tasks/" + task + "/take", ""));
        long done = doneByMe();

        track("task", "Ordered " + own);

        until(journey, "WITHDRAWN JOURNEY_LEFT");
        assertThat(postgres.sql("SELECT outcome || ' ' || withdrawn FROM guide_task WHERE id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_NEEDED JOURNEY_LEFT");
        assertThat(ok(caller.get("/api/workbench/tasks?shelf=TODAY")).findValuesAsString("key"))
                .noneMatch(key -> key.startsWith("journey:" + journey + ":"));
        Answer late = caller.post("/api/workbench/tasks/" + task + "/outcome", "{\"outcome\":\"SENT\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("workbench.withdrawn");
        assertThat(doneByMe()).isEqualTo(done);
        assertThat(suppressed(journey).path("JOURNEY_LEFT").asInt()).isOne();
        assertThat(way(journey)).containsExactly("say passed", "wait goal", "say withdrawn");
    }

    private long doneByMe() {
        return ok(caller.get("/api/workbench/guides/me")).path("done").asLong();
    }

    @Test
    void whileItIsPausedNothingGoesOut() {
        long journey = running(template("guide", "marketing"), true);
        enter(journey, member("paused", 0));
        until(journey, "WAITING QUIET_HOURS");
        ok(caller.post("/api/journeys/" + journey + "/pause", ""));
        dueNow(journey);
        until(journey, "HELD JOURNEY_PAUSED");

        ok(caller.post("/api/journeys/" + journey + "/resume", ""));
        until(journey, "WAITING QUIET_HOURS");
        assertThat(postgres.sql("""
                        SELECT n.kind || ' ' || n.reason FROM message_note n JOIN message m ON m.id = n.message_id
                        WHERE m.origin_id = ? AND n.reason LIKE 'JOURNEY%' ORDER BY n.at""")
                        .param(Long.toString(journey))
                        .query(String.class)
                        .list())
                .containsExactly("DELAYED JOURNEY_PAUSED", "RELEASED JOURNEY_RESUMED");

        ok(caller.post("/api/journeys/" + journey + "/pause", ""));
        dueNow(journey);
        until(journey, "HELD JOURNEY_PAUSED");
        ok(caller.post("/api/journeys/" + journey + "/stop", ""));
        assertThat(states(journey)).containsExactly("WITHDRAWN JOURNEY_STOPPED");
    }

    private void dueNow(long journey) {
        postgres.sql("UPDATE message SET due_at = now() WHERE origin_kind = 'journey' AND origin_id = ?")
                .param(Long.toString(journey))
                .update();
    }

    @Test
    void aLaterVersionThatStopsTheOthersTakesBackTheirsAlone() {
        long journey = running(template("guide", "marketing"), false);
        enter(journey, member("first", 0));
        until(journey, "WAITING QUIET_HOURS");
        ok(caller.post("/api/journeys/" + journey + "/publish", "{\"revision\":1,\"inside\":\"DRAIN\"}"));
        enter(journey, member("second", 0));
        until(journey, "WAITING QUIET_HOURS", "WAITING QUIET_HOURS");
        int latest = postgres.sql("SELECT version_id FROM journey WHERE id = ?")
                .param(journey)
                .query(Integer.class)
                .single();

        transaction.executeWithoutResult(status -> {
            engine.stop(journey, latest);
            status.setRollbackOnly();
        });
        assertThat(states(journey))
                .as("nothing of a stop that did not come to be")
                .containsExactly("WAITING QUIET_HOURS", "WAITING QUIET_HOURS");
        transaction.executeWithoutResult(_ -> engine.stop(journey, latest));
        assertThat(states(journey)).containsExactly("WITHDRAWN JOURNEY_STOPPED", "WAITING QUIET_HOURS");
        ok(caller.post("/api/journeys/" + journey + "/publish", "{\"revision\":1,\"inside\":\"STOP\"}"));
        assertThat(states(journey)).containsExactly("WITHDRAWN JOURNEY_STOPPED", "WITHDRAWN JOURNEY_STOPPED");
    }

    @Test
    void ofTwoWhoTurnOutToBeOneOnlyOneIsTold() {
        long journey = running(template("guide", "marketing"), true);
        int kept = member("kept", 0);
        int merged = member("merged", 0);
        enter(journey, kept, merged);
        until(journey, "WAITING QUIET_HOURS", "WAITING QUIET_HOURS");
        ok(caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/alias",
                        "{\"userId\":\"%s\",\"previousId\":\"%s\"}".formatted("kept" + own, "merged" + own)));
        mart.settle();

        Waiting.until(() -> states(journey).contains("WITHDRAWN JOURNEY_LEFT"));
        assertThat(states(journey)).containsExactlyInAnyOrder("WITHDRAWN JOURNEY_LEFT", "WAITING QUIET_HOURS");
        track("kept", "Ordered " + own);
        until(journey, "WITHDRAWN JOURNEY_LEFT", "WITHDRAWN JOURNEY_LEFT");
    }

    @Test
    void oneIsTakenOutByHandAndTheOthersStay() {
        long journey = running(template("guide", "marketing"), true);
        int stays = member("stays", 0);
        int goes = member("goes", 0);
        enter(journey, stays, goes);
        until(journey, "WAITING QUIET_HOURS", "WAITING QUIET_HOURS");
        long instance = ok(caller.get("/api/journeys/" + journey + "/instances?member=" + goes))
                .at("/items/0/id")
                .asLong();
        String path = "/api/journeys/" + journey + "/instances/" + instance + "/end";

        JsonNode ended = ok(caller.post(path, ""));

        assertThat(ended.at("/instance/outcome").asString()).isEqualTo("stopped");
        assertThat(ended.path("steps").valueStream().map(it -> it.path("outcome")
                        .asString()))
                .containsExactly("passed", "stopped", "withdrawn");
        assertThat(states(journey)).containsExactlyInAnyOrder("WITHDRAWN JOURNEY_LEFT", "WAITING QUIET_HOURS");
        assertThat(ok(caller.get("/api/journeys/" + journey + "/counts"))
                        .path("inside")
                        .asInt())
                .isOne();
        Answer again = caller.post(path, "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("journey.instance-ended");
        assertThat(caller.post("/api/journeys/" + journey + "/instances/999999999/end", "")
                        .code())
                .isEqualTo("journey.instance-unknown");
    }
}
