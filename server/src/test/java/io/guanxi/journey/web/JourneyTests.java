package io.guanxi.journey.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.expression.References;
import io.guanxi.audience.live.Memberships;
import io.guanxi.mart.Mart;
import io.guanxi.messaging.Messages;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Journeys by API, on events that came by API and an engine that drives itself. */
@ServerTest
class JourneyTests {

    private static final String WELCOME = """
            {"name":"%s","entry":{"kind":"event","event":{"name":"%s"}},
             "goal":{"event":{"name":"Order Completed"},"exits":true},"start":"T+0",
             "nodes":[{"kind":"split","key":"T+0","arms":[{"percent":50,"next":"T+1"},{"percent":50,"next":"T+1"}]},
                      {"kind":"wait","key":"T+1","until":{"kind":"day","day":1,"at":"10:00"},"next":"end"},
                      {"kind":"exit","key":"end"}]}""";

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine audiences;

    @Autowired
    Memberships memberships;

    @Autowired
    ObjectProvider<AudienceUses> uses;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient postgres;

    private final JsonMapper json = JsonMapper.builder().build();

    private void track(String user, String event) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/track", "{\"userId\":\"%s\",\"event\":\"%s\"}".formatted(user, event));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private long running(String definition) {
        JsonNode made = ok(caller.post("/api/journeys", "{\"definition\":" + definition + "}"));
        long id = made.at("/summary/id").asLong();
        ok(caller.post("/api/journeys/" + id + "/publish", "{\"revision\":1}"));
        return id;
    }

    private JsonNode counts(long id) {
        return ok(caller.get("/api/journeys/" + id + "/counts"));
    }

    private int no(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    @Test
    void anEventLetsAMemberInAndTheGoalTakesThemOut() {
        long id = running(WELCOME.formatted("by event", "Journey Test Began"));
        track("journey-lin", "Journey Test Began");
        track("journey-wu", "Journey Test Began");
        Waiting.until(() -> counts(id).path("inside").asInt() == 2);
        track("journey-lin", "Order Completed");
        Waiting.until(() -> counts(id).path("converted").asInt() == 1);
        Waiting.until(() -> counts(id).path("inside").asInt() == 1);
        JsonNode lin = ok(caller.get("/api/journeys/" + id + "/instances?member=" + no("journey-lin")));
        assertThat(lin.at("/items/0/outcome").asString()).isEqualTo("goal");
        JsonNode timeline = ok(caller.get(
                "/api/journeys/" + id + "/instances/" + lin.at("/items/0/id").asLong()));
        assertThat(timeline.at("/steps/0/outcome").asString()).startsWith("arm-");
        assertThat(timeline.at("/steps/1/outcome").asString()).isEqualTo("goal");
        JsonNode of = ok(caller.get("/api/members/" + no("journey-wu") + "/journeys"));
        assertThat(of.at("/items/0/node").asString()).isEqualTo("T+1");
        assertThat(of.at("/items/0/dueAt").asString()).isNotEmpty();
        track("journey-lin", "Journey Test Began");
        track("journey-xu", "Journey Test Began");
        Waiting.until(() -> counts(id).path("entered").asInt() == 3);
        assertThat(counts(id).path("inside").asInt())
                .as("lin may not come again")
                .isEqualTo(2);
    }

    @Test
    void whoComesIntoAnAudienceEntersAndMovesOnByABranch() {
        JsonNode audience = ok(caller.post("/api/audiences", """
                {"name":"journey tests","expression":{"kind":"did","event":{"name":"Journey Test Liked"}}}"""));
        long id = running("""
                {"name":"by audience","entry":{"kind":"audience","audience":%1$d},"start":"in?",
                 "nodes":[{"kind":"branch","key":"in?","audience":{"kind":"audience","id":%1$d},"yes":"wait","no":"out"},
                          {"kind":"wait","key":"wait","until":{"kind":"for","days":365},"next":"out"},
                          {"kind":"exit","key":"out"}]}""".formatted(audience.path("id").asLong()));
        track("journey-zhao", "Journey Test Liked");
        mart.settle();
        audiences.follow();
        memberships.refresh();
        Waiting.until(() -> ok(caller.get("/api/journeys/" + id + "/instances?node=wait"))
                        .path("items")
                        .size()
                == 1);
        assertThat(counts(id).path("inside").asInt()).isEqualTo(1);
    }

    @Test
    void callersLetMembersInPauseAndStop() {
        track("journey-qian", "Journey Test Seen");
        mart.settle();
        long id = running(WELCOME.formatted("by call", "Journey Test Never"));
        JsonNode entered = ok(caller.post(
                "/api/journeys/" + id + "/entries", "{\"members\":[%d,999999999]}".formatted(no("journey-qian"))));
        assertThat(entered.path("asked").asInt()).isEqualTo(1);
        assertThat(entered.path("entered").asInt()).isEqualTo(1);
        Waiting.until(() -> ok(caller.get("/api/journeys/" + id + "/instances?node=T%2B1"))
                        .path("items")
                        .size()
                == 1);
        assertThat(ok(caller.post("/api/journeys/" + id + "/pause", ""))
                        .at("/summary/state")
                        .asString())
                .isEqualTo("PAUSED");
        Answer refused = caller.post("/api/journeys/" + id + "/entries", "{\"members\":[1]}");
        assertThat(refused.json().path("code").asString()).isEqualTo("journey.not-running");
        assertThat(caller.delete("/api/journeys/" + id).json().path("code").asString())
                .isEqualTo("journey.running");
        ok(caller.post("/api/journeys/" + id + "/stop", ""));
        assertThat(counts(id).path("inside").asInt()).isZero();
        assertThat(caller.delete("/api/journeys/" + id).status()).isEqualTo(204);
    }

    @Test
    void aLaterVersionTakesThoseInsideAlongWhereItIsToldSo() {
        track("journey-sun", "Journey Test Seen");
        mart.settle();
        String first = WELCOME.formatted("versions", "Journey Test Never");
        long id = running(first);
        ok(caller.post("/api/journeys/" + id + "/entries", "{\"members\":[%d]}".formatted(no("journey-sun"))));
        Waiting.until(() -> ok(caller.get("/api/journeys/" + id + "/instances?node=T%2B1"))
                        .path("items")
                        .size()
                == 1);
        String second = first.replace("\"end\"", "\"finish\"").replace("T+1", "day one");
        ok(caller.put("/api/journeys/" + id, "{\"revision\":1,\"definition\":" + second + "}"));
        Answer stale = caller.put("/api/journeys/" + id, "{\"revision\":1,\"definition\":" + second + "}");
        assertThat(stale.json().path("code").asString()).isEqualTo("journey.changed-meanwhile");
        JsonNode landings = ok(caller.post("/api/journeys/" + id + "/landings", "{\"T+1\":\"day one\"}"));
        assertThat(landings.at("/items/0/to").asString()).isEqualTo("day one");
        ok(caller.post(
                "/api/journeys/" + id + "/publish",
                "{\"revision\":2,\"inside\":\"MOVE\",\"places\":{\"T+1\":\"day one\"}}"));
        Waiting.until(() -> ok(caller.get("/api/journeys/" + id + "/instances?node=day%20one"))
                        .path("items")
                        .size()
                == 1);
        JsonNode moved = ok(caller.get("/api/journeys/" + id + "/instances"));
        assertThat(moved.at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(counts(id).path("inside").asInt()).isEqualTo(1);
        assertThat(ok(caller.get("/api/journeys/" + id + "/versions")).path("items"))
                .hasSize(2);
    }

    @Test
    void aDefinitionIsTheSameAsYamlAndFaultsNameThePlace() {
        String definition = WELCOME.formatted("forms", "Journey Test Never");
        JsonNode asYaml = ok(caller.post("/api/journeys/reading", "{\"definition\":" + definition + "}"));
        assertThat(asYaml.path("faults")).isEmpty();
        JsonNode back = ok(caller.post(
                "/api/journeys/reading",
                json.writeValueAsString(
                        java.util.Map.of("yaml", asYaml.path("yaml").asString()))));
        assertThat(back.path("definition")).isEqualTo(json.readTree(definition));
        JsonNode wrong = ok(caller.post(
                "/api/journeys/reading", "{\"definition\":" + definition.replace("\"exit\"", "\"exot\"") + "}"));
        assertThat(wrong.at("/faults/0/field").asString()).isEqualTo("/nodes/2/kind");
        Answer notYaml = caller.post("/api/journeys/reading", "{\"yaml\":\"name: [\"}");
        assertThat(notYaml.json().path("code").asString()).isEqualTo("journey.not-yaml");
        JsonNode draft = ok(caller.post(
                "/api/journeys", "{\"definition\":" + definition.replace("\"T+1\"}]", "\"nowhere\"}]") + "}"));
        Answer refused =
                caller.post("/api/journeys/" + draft.at("/summary/id").asLong() + "/publish", "{\"revision\":1}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("/nodes/0/arms/1/next");
    }

    @Test
    void aMessageIsIntendedAndATagPutOnInTheSameStep() {
        track("journey-li", "Journey Test Seen");
        mart.settle();
        JsonNode group = ok(caller.post("/api/tags/groups", "{\"name\":\"journey tests\"}"));
        JsonNode tag = ok(caller.post(
                "/api/tags",
                "{\"group\":%d,\"name\":\"welcomed\"}"
                        .formatted(group.path("id").asLong())));
        JsonNode template = ok(caller.post("/api/templates", """
                {"name":"journey tests","channel":"guide","category":"service",
                 "wording":{"title":"Welcome","text":"Hello {{member.name|friend}}"}}"""));
        long id = running(
                """
                {"name":"says and tags","entry":{"kind":"api"},"start":"say",
                 "nodes":[{"kind":"message","key":"say","template":%d,"next":"tag"},
                          {"kind":"tag","key":"tag","add":[%d],"next":"wait"},
                          {"kind":"wait","key":"wait","until":{"kind":"for","days":1}}]}""".formatted(template.path("id").asLong(), tag.path("id").asLong()));
        Answer used = caller.delete("/api/templates/" + template.path("id").asLong());
        assertThat(used.status()).as(used.text()).isEqualTo(409);
        assertThat(used.code()).isEqualTo("template.used");
        assertThat(used.text()).contains("journey “says and tags”");
        ok(caller.post("/api/journeys/" + id + "/entries", "{\"members\":[%d]}".formatted(no("journey-li"))));
        Waiting.until(() -> counts(id).path("nodes").size() == 3);
        assertThat(ok(caller.get("/api/tags/" + tag.path("id").asLong()))
                        .at("/tag/members")
                        .asInt())
                .isEqualTo(1);
        assertThat(messages.tally("journey", Long.toString(id)))
                .filteredOn(tally -> tally.outcome().equals("INTENDED"))
                .extracting(Messages.Tally::node)
                .containsExactly("say");
    }

    private long template(String name, String category) {
        return ok(caller.post("/api/templates", """
                        {"name":"%s","channel":"guide","category":"%s",
                         "wording":{"title":"Hello","text":"Hello {{member.name|friend}}"}}""".formatted(name, category)))
                .path("id")
                .asLong();
    }

    private static String saying(String name, int priority, long template) {
        return """
                {"name":"%s","priority":%d,"entry":{"kind":"api"},"start":"say",
                 "nodes":[{"kind":"message","key":"say","template":%d,"next":"wait"},
                          {"kind":"wait","key":"wait","until":{"kind":"for","days":1}}]}""".formatted(name, priority, template);
    }

    private String stateOf(long journey) {
        return postgres.sql("""
                        SELECT priority || ' ' || state || coalesce(' ' || reason, '') FROM message
                        WHERE origin_kind = 'journey' AND origin_id = ?""")
                .param(Long.toString(journey))
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Where it is noon now, so that no night keeps anything back. */
    private static String noon() {
        return java.time.ZoneOffset.ofHours(
                        12 - Instant.now().atOffset(java.time.ZoneOffset.UTC).getHour())
                .getId();
    }

    @Test
    void ofTwoJourneysTheOneOfLowerPriorityYields() {
        ok(caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/identify",
                        "{\"userId\":\"journey-yields\",\"traits\":{\"timezone\":\"%s\"}}".formatted(noon())));
        mart.settle();
        String entry = "{\"members\":[%d]}".formatted(no("journey-yields"));
        long template = template("priority", "priority");
        long urgent = running(saying("urgent", 9, template));
        long equal = running(saying("as urgent", 9, template));
        long usual = running(saying("usual", 5, template).replace("\"priority\":5,", ""));

        ok(caller.post("/api/journeys/" + urgent + "/entries", entry));
        Waiting.until(() -> stateOf(urgent).equals("9 SENT"));
        ok(caller.post("/api/journeys/" + usual + "/entries", entry));
        ok(caller.post("/api/journeys/" + equal + "/entries", entry));

        Waiting.until(() -> stateOf(usual).equals("5 WAITING YIELDED"));
        Waiting.until(() -> stateOf(equal).equals("9 SENT"));
        Answer odd =
                caller.post("/api/journeys/reading", "{\"definition\":" + saying("too urgent", 10, template) + "}");
        assertThat(ok(odd).at("/faults/0/field").asString()).isEqualTo("/priority");
    }

    @Test
    void aNodeTellsWhatBecameOfItsMessages() {
        ok(caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/identify", "{\"userId\":\"journey-said\",\"traits\":{\"name\":\"Lin\"}}"));
        mart.settle();
        int member = no("journey-said");
        long template = template("counted", "service");
        long id = running(saying("counted", 5, template));
        ok(caller.post("/api/journeys/" + id + "/entries", "{\"members\":[%d]}".formatted(member)));
        Waiting.until(() -> counts(id).at("/nodes/0/messages/sent").asInt() == 1);
        // As if others had been kept back and given up; what was said again by hand, too.
        postgres.sql("""
                        INSERT INTO message_tally (day, channel, origin_kind, origin_id, origin_node, outcome, reason, messages)
                        SELECT current_date, 'guide', 'journey', ?, 'say', outcome, reason, n
                        FROM (VALUES ('SUPPRESSED', 'HOLDOUT', 3), ('SUPPRESSED', 'HOLDOUT', 1), ('SUPPRESSED', 'NO_CONSENT', 2),
                                     ('DEAD', 'REFUSED', 5), ('FAILED', '', 1), ('RESENT', '', 4), ('DELAYED', 'QUIET_HOURS', 9),
                                     ('INTENDED', '', 11)) AS t (outcome, reason, n)""").param(Long.toString(id)).update();
        JsonNode say = counts(id).at("/nodes/0");
        assertThat(say.path("node").asString()).isEqualTo("say");
        assertThat(say.path("passed").asInt()).isOne();
        assertThat(say.path("messages")).isEqualTo(json.readTree("""
                {"intended":12,"sent":1,"suppressed":6,"failed":6,"resent":4,
                 "suppressedBy":{"HOLDOUT":4,"NO_CONSENT":2},"failedBy":{"NOT_DELIVERED":1,"REFUSED":5}}"""));
        JsonNode wait = counts(id).at("/nodes/1");
        assertThat(wait.path("passed").asInt()).isZero();
        assertThat(wait.path("messages").isNull()).isTrue();

        String outbox = "/api/messages?originKind=journey&originId=" + id;
        assertThat(ok(caller.get(outbox + "&originNode=say")).path("items")).hasSize(1);
        assertThat(ok(caller.get(outbox)).path("items")).hasSize(1);
        assertThat(ok(caller.get(outbox + "&originNode=wait")).path("items")).isEmpty();
        ok(caller.post("/api/journeys/" + id + "/stop", ""));
        assertThat(counts(id).at("/nodes/1/passed").asInt())
                .as("who was taken out did not pass")
                .isZero();
    }

    @Test
    void aSnapshotThatABranchAsksForIsKeptAsLongAsTheJourney() {
        long audience = ok(caller.post("/api/audiences", """
                {"name":"asked of the past","expression":{"kind":"everyone"}}""")).path("id").asLong();
        LocalDate today = audiences.version().today();
        long id = running("""
                {"name":"asks of the past","entry":{"kind":"event","event":{"name":"Journey Test Never"}},"start":"then?",
                 "nodes":[{"kind":"branch","key":"then?","yes":"out","no":"out",
                           "audience":{"kind":"not","of":{"kind":"audience","id":%d,"on":"%s"}}},
                          {"kind":"exit","key":"out"}]}""".formatted(audience, today));
        References.Snapshot asked = new References.Snapshot(audience, today);
        assertThat(uses.stream().flatMap(who -> who.snapshots().stream())).contains(asked);
        ok(caller.post("/api/journeys/" + id + "/stop", ""));
        assertThat(caller.delete("/api/journeys/" + id).status()).isEqualTo(204);
        assertThat(uses.stream().flatMap(who -> who.snapshots().stream())).doesNotContain(asked);
    }

    @Test
    void whatAJourneyReliesOnIsNotDeleted() {
        JsonNode audience = ok(caller.post("/api/audiences", """
                {"name":"relied on","expression":{"kind":"did","event":{"name":"Journey Test Liked"}}}"""));
        JsonNode group = ok(caller.post("/api/tags/groups", "{\"name\":\"relied on\"}"));
        JsonNode tag = ok(caller.post(
                "/api/tags",
                "{\"group\":%d,\"name\":\"relied on\"}"
                        .formatted(group.path("id").asLong())));
        String definition =
                """
                {"name":"relies","entry":{"kind":"audience","audience":%d},"start":"tag",
                 "nodes":[{"kind":"tag","key":"tag","remove":[%d]}]}""".formatted(audience.path("id").asLong(), tag.path("id").asLong());
        long id = running(definition);
        String other = WELCOME.formatted("relies no more", "Journey Test Never");
        ok(caller.put("/api/journeys/" + id, "{\"revision\":1,\"definition\":" + other + "}"));
        Answer keptAudience =
                caller.delete("/api/audiences/" + audience.path("id").asLong());
        assertThat(keptAudience.json().path("code").asString()).isEqualTo("audience.used");
        Answer keptTag = caller.delete("/api/tags/" + tag.path("id").asLong());
        assertThat(keptTag.json().path("code").asString()).isEqualTo("tag.used");
        ok(caller.post("/api/journeys/" + id + "/stop", ""));
        assertThat(caller.delete("/api/journeys/" + id).status()).isEqualTo(204);
        assertThat(caller.delete("/api/audiences/" + audience.path("id").asLong())
                        .status())
                .isEqualTo(204);
        assertThat(caller.delete("/api/tags/" + tag.path("id").asLong()).status())
                .isEqualTo(204);
    }

    @Test
    void aScheduleThatRestedMeanwhileWaitsForItsNextTime() {
        JsonNode audience = ok(caller.post("/api/audiences", """
                {"name":"scheduled","expression":{"kind":"did","event":{"name":"Journey Test Liked"}}}"""));
        long id = running("""
                {"name":"scheduled","entry":{"kind":"schedule","audience":%d,"at":"09:00"},"start":"end",
                 "nodes":[{"kind":"exit","key":"end"}]}""".formatted(audience.path("id").asLong()));
        ok(caller.post("/api/journeys/" + id + "/pause", ""));
        postgres.sql("UPDATE journey SET next_at = now() - interval '1 day' WHERE id = ?")
                .param(id)
                .update();
        ok(caller.post("/api/journeys/" + id + "/resume", ""));
        assertThat(postgres.sql("SELECT next_at > now() FROM journey WHERE id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatIsNoJourneyIsRefusedWithACode() {
        assertThat(caller.post("/api/journeys", "{}").json().path("code").asString())
                .isEqualTo("journey.name");
        String nul = WELCOME.formatted("nul", "Journey Test Never").replace("T+0", "T\\u00000");
        Answer withNul = caller.post("/api/journeys", "{\"definition\":" + nul + "}");
        assertThat(withNul.status()).as(withNul.text()).isEqualTo(400);
        assertThat(withNul.json().path("code").asString()).isEqualTo("request.text");
        for (String odd : java.util.List.of(
                "name: .nan",
                "name: !!set {a, b}",
                "? [a]: b",
                "name: &a [*a]",
                "name: !!int {}",
                "name: !!int abc",
                "")) {
            Answer refused =
                    caller.post("/api/journeys/reading", json.writeValueAsString(java.util.Map.of("yaml", odd)));
            assertThat(refused.json().path("code").asString()).as(odd).isEqualTo("journey.not-yaml");
        }
    }

    @Test
    void everyDraftIsOnRecord() {
        JsonNode made = ok(caller.post(
                "/api/journeys", "{\"definition\":" + WELCOME.formatted("recorded", "Journey Test Never") + "}"));
        long id = made.at("/summary/id").asLong();
        ok(caller.put(
                "/api/journeys/" + id,
                "{\"revision\":1,\"definition\":" + WELCOME.formatted("recorded anew", "Journey Test Never") + "}"));
        assertThat(postgres.sql("SELECT action FROM audit WHERE subject = ? ORDER BY id")
                        .param("journey:" + id)
                        .query(String.class)
                        .list())
                .containsExactly("journey.created", "journey.changed");
    }

    @Test
    void aDryRunTellsWhatAnAudienceWouldHaveDoneAndLeavesNothing() {
        for (String user : java.util.List.of("journey-dry-1", "journey-dry-2", "journey-dry-3")) {
            trackAt(user, "Journey Dry Began", Duration.ofDays(9));
        }
        trackAt("journey-dry-1", "Journey Dry Bought", Duration.ofDays(7));
        trackAt("journey-dry-2", "Journey Dry Bought", Duration.ofDays(2));
        mart.settle();
        JsonNode audience = ok(caller.post("/api/audiences", """
                {"name":"dry run","expression":{"kind":"did","event":{"name":"Journey Dry Began"}}}"""));
        String definition = """
                {"name":"dry","entry":{"kind":"event","event":{"name":"Journey Dry Began"}},
                 "goal":{"event":{"name":"Journey Dry Bought"},"exits":true},"start":"wait",
                 "nodes":[{"kind":"wait","key":"wait","until":{"kind":"for","days":4},"next":"late"},
                          {"kind":"tag","key":"late","add":[%d],"next":"rest"},
                          {"kind":"wait","key":"rest","until":{"kind":"for","days":30}}]}""".formatted(anyTag());
        audiences.follow();
        String before = everything();
        for (int again = 0; again < 7; again++) { // often enough for statements to be kept by the connection
            JsonNode course = ok(caller.post(
                    "/api/journeys/dry-run",
                    "{\"definition\":%s,\"audience\":%d,\"from\":\"%s\"}"
                            .formatted(definition, audience.path("id").asLong(), ago(Duration.ofDays(10)))));
            assertThat(course.path("asked").asInt()).isEqualTo(3);
            assertThat(course.path("events").asInt()).isEqualTo(5);
            assertThat(course.at("/counts/entered").asInt()).isEqualTo(3);
            assertThat(course.at("/counts/converted").asInt()).isEqualTo(2);
            assertThat(course.at("/counts/inside").asInt()).isEqualTo(1);
            JsonNode late = course.at("/counts/nodes/0");
            assertThat(late.path("node").asString()).isEqualTo("late");
            assertThat(late.path("arrived").asInt())
                    .as("but for who bought in time")
                    .isEqualTo(2);
        }
        JsonNode way = ok(caller.post(
                "/api/journeys/test",
                "{\"definition\":%s,\"member\":%d,\"at\":\"%s\"}"
                        .formatted(definition, no("journey-dry-2"), ago(Duration.ofDays(8)))));
        assertThat(way.at("/items/0/steps").valueStream().map(it -> it.path("outcome")
                        .asString()))
                .containsExactly("passed", "passed", "goal");
        assertThat(everything()).isEqualTo(before);
        assertThat(caller.post("/api/journeys/dry-run", "{}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("journey.dry-run-time");
        assertThat(caller.post("/api/journeys/test", "{\"at\":\"%s\"}".formatted(ago(Duration.ofDays(1))))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("journey.invalid");
    }

    private long anyTag() {
        JsonNode group = ok(caller.post("/api/tags/groups", "{\"name\":\"dry run\"}"));
        return ok(caller.post(
                        "/api/tags",
                        "{\"group\":%d,\"name\":\"late\"}"
                                .formatted(group.path("id").asLong())))
                .path("id")
                .asLong();
    }

    private static String ago(Duration time) {
        return Instant.now().minus(time).toString();
    }

    private void trackAt(String user, String event, Duration ago) {
        ok(caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":\"%s\"}".formatted(user, event, ago(ago))));
    }

    private String everything() {
        return postgres.sql("""
                        SELECT concat_ws(' ', (SELECT count(*) FROM journey WHERE ready IS NULL), (SELECT count(*) FROM journey_version),
                            (SELECT count(*) FROM journey_node), (SELECT count(*) FROM member_tag))""").query(String.class).single();
    }
}
