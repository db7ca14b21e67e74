package io.guanxi.journey.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.experiment.Assignments;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A journey whose ways are the arms of an experiment, which knows of everybody who came to the fork. */
@ServerTest
class TrialNodeTests {

    private static final int MANY = 40;

    @Autowired
    Caller caller;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient postgres;

    private JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private long experiment(String arms) {
        return ok(caller.post("/api/experiments", """
                        {"name":"trial node","hypothesis":"","unit":"MEMBER","arms":[%s],"audience":null,"layer":null,"layerShare":1,
                         "metrics":[{"name":"back","measurement":{"kind":"conversion","event":"Trial Back"},"windowDays":7,"winsorAt":null,
                                     "lookBackDays":0,"moreIsBetter":true,"guardRail":false}],
                         "days":7,"smallestLift":0.05,"plannedUnits":null}""".formatted(arms)))
                .path("id")
                .asLong();
    }

    private long journey(long experiment) {
        return ok(caller.post("/api/journeys", """
                        {"definition":{"name":"trial node","entry":{"kind":"api"},"start":"fork","nodes":[
                          {"kind":"experiment","key":"fork","experiment":%d,"otherwise":"rest",
                           "arms":[{"arm":"old","next":"rest"},{"arm":"new","next":"try"}]},
                          {"kind":"wait","key":"rest","until":{"kind":"for","days":365}},
                          {"kind":"wait","key":"try","until":{"kind":"for","days":365}}]}}""".formatted(experiment)))
                .at("/summary/id")
                .asLong();
    }

    private RoaringBitmap members(String prefix) {
        String events = String.join(
                ",",
                IntStream.range(0, MANY)
                        .mapToObj(i -> "{\"type\":\"track\",\"userId\":\"%s-%d\",\"event\":\"Trial Node Tried\"}"
                                .formatted(prefix, i))
                        .toList());
        ok(caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", "{\"batch\":[" + events + "]}"));
        RoaringBitmap members = new RoaringBitmap();
        for (int i = 0; i < MANY; i++) {
            String by = "/api/members/by/user/" + prefix + "-" + i;
            Waiting.until(() -> caller.get(by).status() == 200);
            members.add(ok(caller.get(by)).path("no").asInt());
        }
        return members;
    }

    private void enter(long journey, RoaringBitmap members) {
        ok(caller.post(
                "/api/journeys/" + journey + "/entries",
                "{\"members\":" + IntStream.of(members.toArray()).boxed().toList() + "}"));
        Waiting.until(
                () -> postgres.sql("SELECT count(*) FROM journey_instance WHERE journey_id = ? AND due_at > now()")
                                .param(journey)
                                .query(Long.class)
                                .single()
                        == members.getCardinality());
    }

    private List<Integer> standing(long journey, String node) {
        return postgres.sql("""
                        SELECT i.member_no FROM journey_instance i JOIN journey_node n ON n.id = i.node
                        WHERE i.journey_id = ? AND n.key = ? ORDER BY 1""").params(journey, node).query(Integer.class).list();
    }

    private static List<Integer> numbers(RoaringBitmap members) {
        return IntStream.of(members.toArray()).boxed().toList();
    }

    @Test
    void itsArmsAreTheExperimentsAndWhoComesIsExposed() {
        long experiment = experiment(
                "{\"key\":\"old\",\"name\":\"Old\",\"weight\":1},{\"key\":\"new\",\"name\":\"New\",\"weight\":1}");
        long journey = journey(experiment);
        ok(caller.post("/api/journeys/" + journey + "/publish", "{\"revision\":1}"));

        // A plan exposes nobody yet: all take the way of those outside.
        RoaringBitmap early = members("trial-early");
        enter(journey, early);
        assertThat(standing(journey, "rest")).isEqualTo(numbers(early));
        assertThat(exposures(experiment)).isEmpty();

        ok(caller.post("/api/experiments/" + experiment + "/start", ""));
        RoaringBitmap come = members("trial-come");
        enter(journey, RoaringBitmap.or(early, come));
        Map<String, RoaringBitmap> arms = assignments.assign(experiment, come);
        RoaringBitmap tried = Objects.requireNonNull(arms.get("new"));
        assertThat(tried.getCardinality()).isBetween(1, MANY - 1);
        assertThat(standing(journey, "try")).containsAll(numbers(tried));
        assertThat(standing(journey, "rest")).containsAll(numbers(Objects.requireNonNull(arms.get("old"))));
        assertThat(exposures(experiment)).containsAll(numbers(come));
        assertThat(postgres.sql(
                                "SELECT member_no FROM experiment_exposure WHERE experiment_id = ? AND arm = 1 ORDER BY 1")
                        .param(experiment)
                        .query(Integer.class)
                        .list())
                .isEqualTo(standing(journey, "try"));

        // Stopped: nobody new is exposed.
        ok(caller.post("/api/experiments/" + experiment + "/stop", ""));
        int before = exposures(experiment).size();
        RoaringBitmap late = members("trial-late");
        enter(journey, RoaringBitmap.or(RoaringBitmap.or(early, come), late));
        assertThat(standing(journey, "rest")).containsAll(numbers(late));
        assertThat(exposures(experiment)).hasSize(before);
    }

    private List<Integer> exposures(long experiment) {
        return postgres.sql("SELECT member_no FROM experiment_exposure WHERE experiment_id = ? ORDER BY 1")
                .param(experiment)
                .query(Integer.class)
                .list();
    }

    @Test
    void itCannotBePublishedWithOtherArmsOrWithoutAnExperiment() {
        long other =
                experiment("{\"key\":\"a\",\"name\":\"A\",\"weight\":1},{\"key\":\"b\",\"name\":\"B\",\"weight\":1}");
        assertThat(ok(caller.get("/api/journeys/" + journey(other)))
                        .at("/faults/0/code")
                        .asString())
                .isEqualTo("journey.other-arms");
        assertThat(ok(caller.get("/api/journeys/" + journey(987_654_321)))
                        .at("/faults/0/code")
                        .asString())
                .isEqualTo("journey.experiment-unknown");
    }

    @Test
    void aDryRunPartsThemAndExposesNobody() {
        long experiment = experiment(
                "{\"key\":\"old\",\"name\":\"Old\",\"weight\":1},{\"key\":\"new\",\"name\":\"New\",\"weight\":1}");
        RoaringBitmap come = members("trial-dry");
        RoaringBitmap tried =
                Objects.requireNonNull(assignments.foresee(experiment, come).get("new"));
        JsonNode graph = ok(caller.get("/api/journeys/" + journey(experiment))).path("definition");
        int member = tried.first();
        JsonNode way = ok(caller.post(
                "/api/journeys/test", """
                        {"definition":%s,"journey":null,"member":%d,"at":"%s"}""".formatted(graph, member, Instant.now().minus(Duration.ofDays(2)))));
        assertThat(way.at("/items/0/steps/0/outcome").asString())
                .as(way.toString())
                .isEqualTo("arm-2");
        assertThat(exposures(experiment)).isEmpty();
    }
}
