package io.guanxi.audience.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.live.Memberships;
import io.guanxi.mart.Mart;
import io.guanxi.tag.TagCarriers;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Audiences keep tags current. */
@ServerTest
class TagRuleTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine engine;

    @Autowired
    Memberships memberships;

    @Autowired
    TagRules rules;

    @Autowired
    TagCarriers carriers;

    @Autowired
    TransactionOperations transaction;

    /** A member whose trait says what they drink. */
    private int member(String user, String drink) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/identify", "{\"userId\":\"%s\",\"traits\":{\"rule_drink\":\"%s\"}}".formatted(user, drink));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        mart.settle();
        engine.follow();
        memberships.refresh();
        rules.follow();
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private int id(String path, String json) {
        Answer answer = caller.post(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asInt();
    }

    private int tag(String name) {
        int group = id("/api/tags/groups", "{\"name\":\"规则 %s\"}".formatted(name));
        return id("/api/tags", "{\"group\":%d,\"name\":\"%s\"}".formatted(group, name));
    }

    private int audience(String drink) {
        return id("/api/audiences", """
                {"name":"who drinks %s","expression":{"kind":"trait","name":"rule_drink","is":{"in":["%s"]}}}""".formatted(drink, drink));
    }

    private int rule(int tag, int audience) {
        return id("/api/tags/rules", "{\"tag\":%d,\"audience\":%d}".formatted(tag, audience));
    }

    @Test
    void whoEntersGetsTheTagAndWhoLeavesLosesIt() {
        int lin = member("rule-lin", "tea");
        int wu = member("rule-wu", "milk");
        int tag = tag("tea");
        int rule = rule(tag, audience("tea"));
        assertThat(carriers.of(tag).toArray()).containsExactly(lin);
        assertThat(carriers.carriedBy(lin))
                .filteredOn(it -> it.tag() == tag)
                .allMatch(it -> it.by().name().equals("who drinks tea"));
        member("rule-wu", "tea");
        assertThat(carriers.of(tag).toArray()).containsExactly(lin, wu);
        member("rule-lin", "coffee");
        assertThat(carriers.of(tag).toArray()).containsExactly(wu);
        caller.post("/api/tags/" + tag + "/tag", "{\"members\":[%d]}".formatted(wu));
        member("rule-wu", "coffee");
        assertThat(carriers.of(tag).toArray()).as("a person said so too").containsExactly(wu);
        assertThat(caller.delete("/api/tags/rules/" + rule).status()).isEqualTo(204);
        assertThat(carriers.of(tag).toArray()).containsExactly(wu);
    }

    /** A member who said in a survey how satisfied they are. */
    private int answered(String user, String satisfaction) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"userId":"%s","event":"Survey Completed","properties":{"survey_id":"autumn","satisfaction":"%s"}}""".formatted(user, satisfaction));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        mart.settle();
        engine.follow();
        memberships.refresh();
        rules.follow();
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    @Test
    void aSurveyAnswerKeepsATag() {
        int lin = answered("rule-survey-lin", "very");
        int wu = answered("rule-survey-wu", "hardly");
        int tag = tag("very satisfied");
        rule(tag, id("/api/audiences", """
                {"name":"very satisfied","expression":{"kind":"did",
                  "event":{"name":"Survey Completed","where":[{"property":"survey_id","is":{"in":["autumn"]}},
                                                              {"property":"satisfaction","is":{"in":["very"]}}]}}}"""));
        assertThat(carriers.of(tag).toArray()).containsExactly(lin);
        answered("rule-survey-wu", "very");
        assertThat(carriers.of(tag).toArray()).containsExactly(lin, wu);
    }

    @Test
    void aRuleThatEndsTakesItsTagsAwayOrLeavesThem() {
        int lin = member("rule-end-lin", "water");
        int audience = audience("water");
        Map.of(true, new int[] {lin}, false, new int[0]).forEach((keep, left) -> {
            int tag = tag("water " + keep);
            int rule = rule(tag, audience);
            assertThat(carriers.of(tag).toArray()).containsExactly(lin);
            assertThat(caller.delete("/api/tags/rules/" + rule + "?keep=" + keep)
                            .status())
                    .isEqualTo(204);
            assertThat(carriers.of(tag).toArray()).containsExactly(left);
        });
    }

    @Test
    void aRuleThatWouldFollowItselfIsRefused() {
        int tag = tag("circle");
        int other = tag("other circle");
        int untagged = id("/api/audiences", """
                {"name":"untagged","expression":{"kind":"not","of":{"kind":"tag","in":[%d]}}}""".formatted(tag));
        String body = "{\"tag\":%d,\"audience\":%d}";
        assertThat(caller.post("/api/tags/rules", body.formatted(tag, untagged))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("tag.rule-cycle");
        rule(other, untagged);
        int second = id("/api/audiences", """
                {"name":"other tagged","expression":{"kind":"tag","in":[%d]}}""".formatted(other));
        assertThat(caller.post("/api/tags/rules", body.formatted(tag, second))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("tag.rule-cycle");
        Answer changed = caller.put("/api/audiences/" + untagged, """
                {"name":"untagged","version":1,"expression":{"kind":"tag","in":[%d]}}""".formatted(other));
        assertThat(changed.json().path("code").asString()).isEqualTo("audience.cycle");
    }

    @Test
    void whatIsUsedStays() {
        int tag = tag("used");
        int audience = audience("juice");
        rule(tag, audience);
        assertThat(caller.delete("/api/tags/" + tag).json().path("code").asString())
                .isEqualTo("tag.used");
        assertThat(caller.delete("/api/audiences/" + audience)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("audience.used");
        assertThat(caller.post("/api/tags/rules", "{\"tag\":%d,\"audience\":%d}".formatted(tag, audience))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("tag.rule-exists");
        assertThat(caller.get("/api/tags/" + tag).json().at("/uses/0/kind").asString())
                .isEqualTo("rule");
    }

    @Test
    void anAudienceIsTaggedOnce() {
        int lin = member("rule-once-lin", "cola");
        int tag = tag("once");
        String body = "{\"audience\":%d}".formatted(audience("cola"));
        Answer put = caller.post("/api/tags/" + tag + "/tag/audience", body);
        assertThat(put.json().path("changed").asInt()).as(put.text()).isEqualTo(1);
        assertThat(carriers.of(tag).toArray()).containsExactly(lin);
        assertThat(caller.post("/api/tags/" + tag + "/untag/audience", body)
                        .json()
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoWasMergedLeavesTheSurvivorTheTagWhileThatOneIsIn() {
        int old = member("rule-merge-old", "cocoa");
        int other = member("rule-merge-new", "cocoa");
        int tag = tag("cocoa");
        rule(tag, audience("cocoa"));
        assertThat(carriers.of(tag).toArray()).containsExactly(old, other);
        caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/alias", "{\"userId\":\"rule-merge-old\",\"previousId\":\"rule-merge-new\"}");
        assertThat(member("rule-merge-old", "cocoa")).isEqualTo(old);
        Waiting.until(() -> carriers.of(tag).getCardinality() == 1);
        assertThat(carriers.of(tag).toArray()).containsExactly(old);
        member("rule-merge-old", "coffee");
        assertThat(carriers.of(tag).toArray()).as("and no longer").isEmpty();
    }

    @Test
    void whoEntersWhileARuleEndsGetsNothing() throws Exception {
        int tag = tag("race");
        int audience = audience("race");
        int rule = rule(tag, audience);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> followed = Objects.requireNonNull(transaction.execute(_ -> {
                rules.remove(rule, false);
                Future<Integer> entered = other.submit(() -> member("rule-race-lin", "race"));
                assertThatThrownBy(() -> entered.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return entered;
            }));
            followed.get(1, TimeUnit.MINUTES);
        }
        assertThat(memberships.members(audience).orElseThrow().toArray()).hasSize(1);
        assertThat(carriers.of(tag).toArray()).isEmpty();
    }
}
