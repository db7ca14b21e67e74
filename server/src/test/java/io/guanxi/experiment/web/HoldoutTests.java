package io.guanxi.experiment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.live.Memberships;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.mart.Mart;
import io.guanxi.tag.TagCarriers;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Half of some members kept back of a journey and of what is done with an audience, and seen as an experiment. */
@ServerTest
class HoldoutTests {

    private static final int MANY = 24;

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine engine;

    @Autowired
    Memberships memberships;

    @Autowired
    TagCarriers carriers;

    @Autowired
    Assignments assignments;

    @Autowired
    GlobalHoldout global;

    @Autowired
    JdbcClient postgres;

    private JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private void track(String prefix, String event) {
        String events = String.join(
                ",",
                IntStream.range(0, MANY)
                        .mapToObj(i -> """
                        {"type":"track","userId":"%s-%d","event":"%s"}""".formatted(prefix, i, event))
                        .toList());
        ok(caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", "{\"batch\":[" + events + "]}"));
    }

    private RoaringBitmap members(String prefix) {
        RoaringBitmap members = new RoaringBitmap();
        for (int i = 0; i < MANY; i++) {
            members.add(ok(caller.get("/api/members/by/user/" + prefix + "-" + i))
                    .path("no")
                    .asInt());
        }
        return members;
    }

    private long open(String kind, long number) {
        return ok(caller.post("/api/experiments/holdouts", """
                        {"kind":"%s","number":%d,"share":0.5}""".formatted(kind, number)))
                .path("experiment")
                .asLong();
    }

    private RoaringBitmap arm(long experiment, String arm, RoaringBitmap members) {
        RoaringBitmap in =
                Objects.requireNonNull(assignments.assign(experiment, members).get(arm));
        assertThat(in.getCardinality()).isBetween(1, MANY - 1);
        return in;
    }

    private List<Integer> inside(long journey) {
        return postgres.sql("SELECT member_no FROM journey_instance WHERE journey_id = ? ORDER BY member_no")
                .param(journey)
                .query(Integer.class)
                .list();
    }

    private static List<Integer> numbers(RoaringBitmap members) {
        return IntStream.of(members.toArray()).boxed().toList();
    }

    private long published(String name, String entry) {
        long journey = ok(caller.post("/api/journeys", """
                        {"definition":{"name":"%s","entry":%s,"reentry":{"kind":"never"},"start":"wait",
                         "nodes":[{"kind":"wait","key":"wait","until":{"kind":"for","days":365}}]}}""".formatted(name, entry)))
                .at("/summary/id")
                .asLong();
        ok(caller.post("/api/journeys/" + journey + "/publish", "{\"revision\":1}"));
        return journey;
    }

    @Test
    void aGlobalHoldoutThatBeginsTodayNotesLayersBeforeAnythingIsDone() {
        track("noted", "Checked In");
        mart.settle();
        long run = ok(caller.post("/api/runs", "{}")).path("id").asLong();
        Waiting.until(() ->
                ok(caller.get("/api/runs/" + run)).path("state").asString().equals("DONE"));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Answer planned = caller.post("/api/experiments/holdout", """
                {"share": 0.001, "fromDay": "%1$s", "untilDay": "%1$s"}""".formatted(today));
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        long period = planned.json().path("id").asLong();
        try {
            assertThat(postgres.sql("SELECT DISTINCT noted_on FROM experiment_holdout_layer WHERE holdout_id = ?")
                            .param(period)
                            .query(LocalDate.class)
                            .list())
                    .containsExactly(today);
        } finally {
            assertThat(caller.delete("/api/experiments/holdout/" + period).status())
                    .isEqualTo(204);
        }
    }

    @Test
    void whoIsKeptBackOfAJourneyDoesNotComeInAndIsCompared() {
        long journey = published("held", "{\"kind\":\"event\",\"event\":{\"name\":\"Holdout Test Began\"}}");
        long holdout = open("JOURNEY", journey);
        track("held", "Holdout Test Began");
        mart.settle();
        Waiting.until(() -> exposed(holdout) == MANY);
        RoaringBitmap members = members("held");
        assertThat(inside(journey)).isEqualTo(numbers(arm(holdout, Assignments.TREATED, members)));

        ok(caller.post("/api/journeys/" + journey + "/entries", "{\"members\":" + numbers(members) + "}"));
        assertThat(inside(journey))
                .as("asked again, by hand")
                .isEqualTo(numbers(arm(holdout, Assignments.TREATED, members)));
        assertThat(exposed(holdout)).isEqualTo(MANY);
        JsonNode report = ok(caller.post("/api/experiments/" + holdout + "/report", ""));
        assertThat(report.at("/health/arms/0/key").asString()).isEqualTo(Assignments.HELD_OUT);
        assertThat(report.path("metrics").findValuesAsString("name"))
                .containsExactly(
                        "buyers", "orders", "spend", "retained", "opt-outs", "complaints", "blocked", "touches");
        assertThat(report.path("metrics").findValuesAsString("guardRail"))
                .containsExactly("false", "false", "false", "false", "true", "true", "true", "false");

        ok(caller.post("/api/experiments/" + holdout + "/stop", ""));
        ok(caller.post("/api/journeys/" + journey + "/entries", "{\"members\":" + numbers(members) + "}"));
        assertThat(inside(journey)).isEqualTo(numbers(members));
        assertThat(open("JOURNEY", journey))
                .as("another one, which divides anew")
                .isNotEqualTo(holdout);
        assertThat(ok(caller.get("/api/experiments/holdouts?kind=JOURNEY&number=" + journey))
                        .path("items")
                        .findValuesAsString("state"))
                .containsExactly("RUNNING", "STOPPED");
    }

    private long exposed(long experiment) {
        return ok(caller.get("/api/experiments/" + experiment)).path("exposed").asLong();
    }

    @Test
    void whoIsKeptBackOfAnAudienceStaysInItButNothingIsDone() {
        long audience = ok(caller.post("/api/audiences", """
                        {"name":"holdout tests","expression":{"kind":"did","event":{"name":"Holdout Test Liked"}}}""")).path("id").asLong();
        long holdout = open("AUDIENCE", audience);
        track("kept", "Holdout Test Liked");
        mart.settle();
        engine.follow();
        memberships.refresh();
        RoaringBitmap members = members("kept");
        List<Integer> treated = numbers(arm(holdout, Assignments.TREATED, members));

        assertThat(exported(caller.get("/api/audiences/" + audience + "/export")))
                .as("a look at all of them")
                .isEqualTo(numbers(members));
        assertThat(exposed(holdout)).as("a look reaches nobody").isZero();
        assertThat(exported(caller.post("/api/audiences/" + audience + "/export", "")))
                .as("a list to do something with")
                .isEqualTo(treated);
        assertThat(exposed(holdout)).isEqualTo(MANY);
        assertThat(caller.get("/api/audit?action=audience.handed-over")
                        .json()
                        .at("/items/0/detail")
                        .toString())
                .contains("\"members\":" + treated.size(), "\"keptBack\":" + (MANY - treated.size()));

        long journey = published("audience held", "{\"kind\":\"api\"}");
        ok(caller.post("/api/journeys/" + journey + "/entries", "{\"audience\":" + audience + "}"));
        assertThat(inside(journey)).isEqualTo(treated);

        long led = published("audience leads", """
                {"kind":"audience","audience":%d,"change":"ENTERED","existing":true}""".formatted(audience));
        Waiting.until(() -> inside(led).size() >= treated.size());
        assertThat(inside(led)).isEqualTo(treated);

        long group = ok(caller.post("/api/tags/groups", "{\"name\":\"holdout\"}"))
                .path("id")
                .asLong();
        long tag = ok(caller.post("/api/tags", "{\"group\":%d,\"name\":\"held\"}".formatted(group)))
                .path("id")
                .asLong();
        ok(caller.post("/api/tags/rules", "{\"tag\":%d,\"audience\":%d}".formatted(tag, audience)));
        assertThat(numbers(carriers.of((int) tag))).isEqualTo(treated);

        assertThat(ok(caller.get("/api/audiences/" + audience + "/members"))
                        .path("items")
                        .size())
                .isEqualTo(MANY);
        assertThat(exposed(holdout)).isEqualTo(MANY);
        assertThat(ok(caller.get("/api/audiences/" + audience + "/uses"))
                        .path("items")
                        .findValuesAsString("kind"))
                .containsExactlyInAnyOrder("experiment", "journey", "tag");
        assertThat(ok(caller.get("/api/audiences/" + audience)).path("usedBy").size())
                .isEqualTo(3);
        assertThat(caller.delete("/api/audiences/" + audience).code()).isEqualTo("audience.used");
    }

    /** A period of today that holds out some of the members, and not all. */
    private long planned(RoaringBitmap members) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        while (true) {
            long period = ok(caller.post("/api/experiments/holdout", """
                            {"share": 0.2, "fromDay": "%1$s", "untilDay": "%1$s"}""".formatted(today)))
                    .path("id")
                    .asLong();
            int held = global.heldOut(members).getCardinality();
            if (held > 0 && held < members.getCardinality()) {
                return period;
            }
            caller.delete("/api/experiments/holdout/" + period);
        }
    }

    @Test
    void whoIsHeldOutGloballyIsHandedOverToNobody() {
        long audience = ok(caller.post("/api/audiences", """
                        {"name":"global holdout tests","expression":{"kind":"did","event":{"name":"Holdout Test Handed"}}}""")).path("id").asLong();
        track("handed", "Holdout Test Handed");
        mart.settle();
        engine.follow();
        memberships.refresh();
        RoaringBitmap members = members("handed");
        String path = "/api/audiences/" + audience + "/export";
        long period = planned(members);
        try {
            RoaringBitmap held = global.heldOut(members);
            RoaringBitmap others = RoaringBitmap.andNot(members, held);
            Answer handed = caller.post(path, "");
            assertThat(exported(handed)).isEqualTo(numbers(others));
            assertThat(handed.header("X-Guanxi-Held-Out")).isEqualTo(String.valueOf(held.getCardinality()));
            assertThat(handed.header("X-Guanxi-Kept-Back")).isEqualTo("0");
            assertThat(caller.get("/api/audit?action=audience.handed-over")
                            .json()
                            .at("/items/0/detail")
                            .toString())
                    .contains("\"heldOut\":" + held.getCardinality(), "\"members\":" + others.getCardinality());
            assertThat(exported(caller.get(path))).as("a look at all of them").isEqualTo(numbers(members));

            long holdout = open("AUDIENCE", audience);
            assertThat(exported(caller.post(path, ""))).isEqualTo(numbers(arm(holdout, Assignments.TREATED, others)));
            assertThat(exposed(holdout)).as("those held out are in no arm").isEqualTo(others.getCardinality());
            ok(caller.post("/api/experiments/" + holdout + "/stop", ""));
        } finally {
            caller.delete("/api/experiments/holdout/" + period);
        }
        assertThat(exported(caller.post(path, ""))).as("the period is over").isEqualTo(numbers(members));
    }

    private List<Integer> exported(Answer csv) {
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        return csv.text()
                .lines()
                .skip(1)
                .map(line -> Integer.valueOf(line.split(",")[0]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "JOURNEY, 987654321, 0.1, 404, experiment.subject-unknown",
        "TEMPLATE, 987654321, 0.1, 404, experiment.subject-unknown",
        "AUDIENCE, 987654321, 0.1, 404, experiment.subject-unknown",
        "AUDIENCE, 987654321, 1, 400, experiment.share-invalid",
        "SKY, 1, 0.1, 400, experiment.holdout-invalid",
    })
    void whatCannotBeKeptBackIsRefused(String kind, long number, String share, int status, String code) {
        Answer answer = caller.post("/api/experiments/holdouts", """
                {"kind":"%s","number":%d,"share":%s}""".formatted(kind, number, share));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @Test
    void aSecondOneAtATimeIsRefused() {
        long journey = published("twice", "{\"kind\":\"api\"}");
        open("JOURNEY", journey);
        Answer again = caller.post("/api/experiments/holdouts", """
                {"kind":"JOURNEY","number":%d,"share":0.2}""".formatted(journey));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("experiment.holdout-runs");
    }
}
