package io.guanxi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.identity.Person;
import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.SameIntent;
import io.guanxi.messaging.Withdrawal;
import io.guanxi.messaging.channel.Signature;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The ways of messages over HTTP: receipts, links, sending again, the policy, previews; and how they end. */
@ServerTest
class MessageWaysTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Caller caller;

    @Autowired
    Post post;

    @Autowired
    Messages messages;

    @Autowired
    MessageData data;

    @Autowired
    Expiring expiring;

    @Autowired
    JdbcClient postgres;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final FakeProvider keyed = new FakeProvider("w-" + own, true);

    private int member(String name) {
        return post.member(caller, name + own, "{\"name\": \"林小姐\"}");
    }

    private long intended(String key, int member, FakeProvider channel, String text) {
        post.intend(post.intent(key + own, member, post.template(channel, "service", text), 5));
        return id(key);
    }

    private long id(String key) {
        return postgres.sql("SELECT id FROM message WHERE key = ?")
                .param(key + own)
                .query(Long.class)
                .single();
    }

    private long dead(String key, int member, String why) {
        long id = intended(key, member, keyed, "hello");
        keyed.next(new Outcome.Refused(why));
        post.send(keyed);
        assertThat(post.state(key + own)).isEqualTo("DEAD REFUSED");
        return id;
    }

    private Caller analyst() {
        Answer made = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"analyst\",\"role\":\"ANALYST\"}");
        return caller.withApiKey(made.json().path("secret").asString());
    }

    private Answer report(String body, String secret) {
        String time = Long.toString(Instant.now().getEpochSecond());
        return caller.anonymous()
                .with(Signature.TIMESTAMP, time)
                .with(Signature.SIGNATURE, Signature.of(secret, time, body.getBytes(StandardCharsets.UTF_8)))
                .post("/receipts/sms", body);
    }

    @Test
    void aProviderReportsWithItsSignature() {
        FakeProvider sms = new FakeProvider("sms", true);
        intended("said", member("reported"), sms, "hello");
        post.send(sms);
        String body = """
                {"receipts": [{"key": "said%s", "status": "READ", "at": "%s"}]}""".formatted(own, Instant.now());

        Answer answer = report(body, Caller.RECEIPT_SECRET);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("known").asInt()).isOne();
        assertThat(post.counted("said" + own, "READ")).isOne();
    }

    @Test
    void whoDoesNotSignIsNotBelievedAndNotReadToTheEnd() {
        String body = "{\"receipts\": []}";

        assertThat(report(body, "another secret").code()).isEqualTo("receipts.signature");
        assertThat(caller.anonymous().post("/receipts/sms", body).code()).isEqualTo("receipts.signature");
        assertThat(caller.anonymous().post("/receipts/email", body).code()).isEqualTo("receipts.signature");
        assertThat(report(" ".repeat(4 * 1024 * 1024 + 1), Caller.RECEIPT_SECRET)
                        .code())
                .isEqualTo("receipts.too-large");
    }

    @Test
    void aReportThatIsNoneIsRefused() {
        for (String receipt : List.of(
                "{}",
                "{\"status\": \"READ\", \"at\": \"2026-01-01T00:00:00Z\"}",
                "{\"key\": \"a\", \"status\": \"SEEN\", \"at\": \"2026-01-01T00:00:00Z\"}",
                "{\"key\": \"a\", \"status\": \"READ\", \"at\": \"+999999999-01-01T00:00:00Z\"}",
                "{\"key\": \"\\u0000\", \"status\": \"READ\", \"at\": \"2026-01-01T00:00:00Z\"}",
                "null")) {
            assertThat(report("{\"receipts\": [" + receipt + "]}", Caller.RECEIPT_SECRET)
                            .code())
                    .as(receipt)
                    .isEqualTo("receipts.invalid");
        }
        assertThat(report("nonsense", Caller.RECEIPT_SECRET).code()).isEqualTo("receipts.invalid");
    }

    @Test
    void aShortLinkLeadsToItsPageAndTheClickIsKnown() {
        long page = caller.post("/api/contents", """
                        {"name": "page", "content": {"kind": "LINK", "url": "https://brand.example/new", "title": "新品",
                         "description": "", "picture": null}}""").json().path("id").asLong();
        long id = intended("link", member("clicks"), keyed, "look: {{link." + page + "}}");
        post.send(keyed);
        String text = keyed.reached().getFirst().text();
        String link = text.substring(text.indexOf("/l/"));
        assertThat(text).startsWith("look: https://brand.example/l/");

        assertThat(caller.anonymous()
                        .send("HEAD", link, BodyPublishers.noBody(), "text/html")
                        .status())
                .isEqualTo(302);
        assertThat(post.counted("link" + own, "CLICKED")).isZero();
        for (int n = 0; n < 2; n++) {
            Answer followed = caller.anonymous().get(link);
            assertThat(followed.status()).isEqualTo(302);
            assertThat(followed.header("Location")).isEqualTo("https://brand.example/new");
        }
        assertThat(post.counted("link" + own, "CLICKED")).isOne();
        assertThat(post.events("link" + own)).startsWith("Message Dispatched", "Link Clicked");
        JsonNode seen = caller.get("/api/messages/" + id).json();
        assertThat(seen.path("links").path(0).path("clicks").asInt()).isEqualTo(2);
        assertThat(seen.path("message").path("clickedAt").isNull()).isFalse();
        assertThat(caller.anonymous().get("/l/00000000000").code()).isEqualTo("link.unknown");
    }

    @Test
    void aDeadMessageIsSentAgainByHandOnce() {
        long id = dead("again", member("again"), "bad words");

        assertThat(caller.post("/api/messages/" + id + "/resend", "").status()).isEqualTo(204);
        assertThat(caller.post("/api/messages/" + id + "/resend", "").code()).isEqualTo("message.not-dead");
        assertThat(caller.post("/api/messages/9223372036854775807/resend", "").code())
                .isEqualTo("message.unknown");
        post.send(keyed);
        assertThat(keyed.reached()).extracting(Outgoing::key).containsExactly("again" + own);
        assertThat(post.counted("again" + own, "RESENT")).isOne();
    }

    @Test
    void onlyWhatTheWholeFilterLeavesIsSentAgain() {
        int member = member("some");
        dead("mine", member, "no");
        dead("other", member, "no");

        Answer answer = caller.post("/api/messages/resend?originKind=test&originId=mine" + own, "");

        assertThat(answer.json().path("messages").asInt()).isOne();
        assertThat(post.state("mine" + own)).isEqualTo("WAITING");
        assertThat(post.state("other" + own)).isEqualTo("DEAD REFUSED");
    }

    @Test
    void anAnalystSeesNoAddressInAProvidersWords() {
        long id = dead("words", member("words"), "no such user lin@member.example, nor 13812345678");

        assertThat(caller.get("/api/messages/" + id).text()).contains("lin@member.example", "13812345678");
        assertThat(analyst().get("/api/messages/" + id).text())
                .doesNotContain("lin@member.example", "13812345678")
                .contains("l***@member.example");
        assertThat(analyst()
                        .get("/api/messages?state=DEAD&channel=" + keyed.name())
                        .text())
                .doesNotContain("lin@member.example");
    }

    @Test
    void aRuleHoldsOnceItIsSavedAndOnlyOneOfTwoWhoSaveWins() {
        JsonNode before = caller.get("/api/reach-policy").json();
        ArrayNode rules = JSON.createArrayNode();
        rules.addAll((ArrayNode) before.path("rules"));
        rules.add(JSON.readTree("""
                {"kind": "FREQUENCY_CAP", "name": "never", "applies": {"channels": ["%s"]}, "most": 0, "hours": 1,
                 "then": "SKIP"}""".formatted(keyed.name())));
        int version = before.path("version").asInt();
        try {
            assertThat(save(version, rules).status()).isEqualTo(200);
            assertThat(save(version, rules).code()).isEqualTo("reach-policy.changed-meanwhile");

            intended("never", member("never"), keyed, "hello");
            post.send(keyed);

            assertThat(post.state("never" + own)).isEqualTo("SUPPRESSED FREQUENCY_CAP");
        } finally {
            int latest = caller.get("/api/reach-policy").json().path("version").asInt();
            assertThat(save(latest, before.path("rules")).status()).isEqualTo(200);
        }
    }

    private Answer save(int version, JsonNode rules) {
        return caller.put("/api/reach-policy", "{\"version\": " + version + ", \"rules\": " + rules + "}");
    }

    @Test
    void aPreviewShowsNoMoreThanTheRoleMaySeeAndIsOneLook() {
        int member = member("preview");
        String wish = """
                {"channel": "webhook", "memberNo": %d, "wording": {"text": "{{member.name|亲}}, {{var.code}}",
                 "variables": ["code"]}, "values": {"code": "7"}}""".formatted(member);
        Caller analyst = analyst();
        long before = looks(member);

        assertThat(caller.post("/api/templates/preview", wish)
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("林小姐, 7");
        assertThat(analyst.post("/api/templates/preview", wish)
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("林*, 7");
        caller.post("/api/templates/preview", wish);
        caller.post("/api/templates/preview", wish);
        assertThat(looks(member)).isEqualTo(before + 2);
    }

    private long looks(int member) {
        return postgres.sql("SELECT count(*) FROM audit WHERE action = 'member.viewed' AND subject = ?")
                .param("member:" + member)
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsTakenBackIsNotSaid() {
        intended("back", member("back"), keyed, "hello");

        assertThat(messages.withdraw(back("back" + own))).isOne();
        assertThat(messages.withdraw(back("back" + own))).isZero();
        post.send(keyed);
        assertThat(post.state("back" + own)).isEqualTo("WITHDRAWN JOURNEY_STOPPED");
        assertThat(keyed.reached()).isEmpty();
    }

    @Test
    void whatIsOnItsWayGoesOutOrNotAtAllOnceItIsTakenBack() {
        intended("busy", member("busy"), keyed, "hello");
        intended("out", member("out"), keyed, "hello");
        Claims.Claim claim = post.claims().next(keyed);
        assertThat(claim.messages()).hasSize(2);
        assertThat(messages.withdraw(back("busy" + own))).isZero();
        assertThat(messages.withdraw(back("out" + own))).isZero();
        assertThat(post.state("busy" + own)).isEqualTo("SENDING");

        keyed.next(new Outcome.TryLater("busy", null));
        post.delivery().deliver(keyed, claim, () -> true);
        assertThat(post.state("busy" + own)).isEqualTo("WAITING TRY_LATER");
        assertThat(post.state("out" + own)).isEqualTo("SENT");
        post.clock.forward(Duration.ofMinutes(1));
        post.send(keyed);

        assertThat(post.state("busy" + own)).isEqualTo("WITHDRAWN JOURNEY_STOPPED");
        assertThat(keyed.reached()).extracting(Outgoing::key).containsExactly("out" + own);
        assertThat(post.counted("busy" + own, "SUPPRESSED")).isOne();
        assertThat(post.counted("out" + own, "SUPPRESSED")).isZero();
        assertThat(post.counted("out" + own, "SENT")).isOne();
    }

    @Test
    void operatorsTakeBackWhatWaitsAndNothingElse() {
        dead("dead", member("dead"), "no");
        intended("second", member("second"), keyed, "hello");
        post.send(keyed);
        intended("other", member("other"), new FakeProvider("o-" + own, true), "hello");
        intended("third", member("third"), keyed, "hello");
        String filter = "?state=WAITING&channel=" + keyed.name();

        assertThat(caller.get("/api/messages/count" + filter)
                        .json()
                        .path("messages")
                        .asInt())
                .isOne();
        assertThat(analyst().post("/api/messages/withdraw" + filter, "").status())
                .isEqualTo(403);
        assertThat(caller.post("/api/messages/withdraw?state=SENT", "").status())
                .isEqualTo(400);
        Answer taken = caller.post("/api/messages/withdraw" + filter, "");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().path("messages").asInt()).isOne();

        assertThat(post.state("third" + own)).isEqualTo("WITHDRAWN BY_HAND");
        assertThat(post.state("second" + own)).isEqualTo("SENT");
        assertThat(post.state("other" + own)).isEqualTo("WAITING");
        assertThat(post.state("dead" + own)).isEqualTo("DEAD REFUSED");
        assertThat(post.counted("third" + own, "SUPPRESSED")).isOne();
        assertThat(caller.get("/api/messages/" + id("third"))
                        .json()
                        .at("/notes/0/kind")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(postgres.sql("SELECT count(*) FROM audit WHERE action = 'message.withdrawn'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(caller.post("/api/messages/withdraw" + filter, "")
                        .json()
                        .path("messages")
                        .asInt())
                .isZero();
    }

    /** Something said to many is said within a while, or not at all; also where its channel is not set up. */
    @Test
    void whatMakesNoSenseAnyMoreWaitsNoLonger() {
        int member = member("slots");
        FakeProvider off = new FakeProvider("off-" + own, true);
        for (String key : List.of("soon", "late")) {
            messages.intendAlike(
                    new SameIntent(
                            post.template(off, "service", "hello"),
                            new Origin("test", key + own, "slot"),
                            5,
                            Map.of(),
                            key.equals("soon") ? Duration.ofMillis(1) : Duration.ofHours(1)),
                    "SELECT :key AS key, :member AS member_no, NULL::jsonb AS said",
                    Map.of("key", key + own, "member", member));
        }
        Waiting.until(() -> {
            expiring.keepBack();
            return post.state("soon" + own).equals("SUPPRESSED EXPIRED");
        });
        expiring.keepBack();

        assertThat(post.state("late" + own)).isEqualTo("WAITING");
        assertThat(messages.tally("test", "soon" + own))
                .extracting(it -> it.node() + " " + it.outcome() + " " + it.reason() + " " + it.messages())
                .containsExactly("slot INTENDED  1", "slot SUPPRESSED EXPIRED 1");
    }

    @Test
    void whatMayBeSaidOnlyTooLateIsKeptBackForTheReasonThatPutsItOff() {
        int member = post.member(caller, "night" + own, "{\"timezone\": \"America/New_York\"}"); // there it is night
        long template = post.template(keyed, "marketing", "hello");
        post.intend(new Intent(
                "now" + own,
                member,
                template,
                new Origin("test", "now" + own, null),
                "",
                5,
                post.clock.instant(),
                post.clock.instant().plus(Duration.ofHours(1)),
                Map.of()));
        post.intend(new Intent(
                "day" + own,
                member,
                template,
                new Origin("test", "day" + own, null),
                "",
                5,
                post.clock.instant(),
                post.clock.instant().plus(Duration.ofHours(24)),
                Map.of()));
        post.claims().next(keyed);

        assertThat(post.state("now" + own)).isEqualTo("SUPPRESSED QUIET_HOURS");
        assertThat(post.state("day" + own)).isEqualTo("WAITING QUIET_HOURS");
    }

    private Withdrawal back(String prefix) {
        return new Withdrawal(
                "JOURNEY_STOPPED",
                true,
                new Withdrawal.OfMembers(
                        "SELECT member_no, '" + prefix + "' AS prefix FROM message WHERE key LIKE '%" + prefix + "'"));
    }

    @Test
    void anErasureLeavesNothingOfAMember() {
        int member = member("gone");
        long page = caller.post("/api/contents", """
                        {"name": "page", "content": {"kind": "LINK", "url": "https://brand.example/x", "title": "x",
                         "description": ""}}""").json().path("id").asLong();
        long id = intended("gone", member, keyed, "{{link." + page + "}}");
        keyed.next(new Outcome.Blocked("no such user"));
        post.send(keyed);
        Person person = new Person(member, List.of(member), List.of());
        assertThat(held(id, member)).isEqualTo(4);
        assertThat((List<?>) data.export(person)).hasSize(1);

        assertThat(data.erase(person).rows()).isEqualTo(2);

        assertThat(held(id, member)).isZero();
        assertThat(data.erase(person).rows()).isZero();
    }

    private long held(long id, int member) {
        return postgres.sql("""
                        SELECT (SELECT count(*) FROM message WHERE member_no = :member)
                             + (SELECT count(*) FROM message_note WHERE message_id = :id)
                             + (SELECT count(*) FROM short_link WHERE message_id = :id)
                             + (SELECT count(*) FROM message_block WHERE member_no = :member)""")
                .param("member", member)
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
