package io.guanxi.workbench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.mart.Mart;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.GuideTasks;
import io.guanxi.messaging.GuideTasks.GuideTask;
import io.guanxi.messaging.Origin;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tasks as guides see them. */
@ServerTest
class WorkbenchTests {

    @Autowired
    Caller caller;

    @Autowired
    GuideTasks tasks;

    @Autowired
    TaskTable table;

    @Autowired
    Chances chances;

    @Autowired
    Mart mart;

    private int member(String user) {
        caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/identify", "{\"userId\":\"%s\",\"traits\":{\"name\":\"林小雨\"}}".formatted(user));
        mart.settle();
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private static GuideTask task(String key, int member) {
        return new GuideTask(
                key,
                member,
                "Three days silent",
                "How was the tea?",
                List.of(new Content.Text("see you")),
                new Origin("journey", "7", "T+3"),
                "service");
    }

    private JsonNode card(String key, String shelf) {
        JsonNode page = caller.get("/api/workbench/tasks?shelf=" + shelf).json();
        for (JsonNode card : page.path("items")) {
            if (card.at("/task/key").asString().equals(key)) {
                return card;
            }
        }
        return page.path("nothing");
    }

    @Test
    void aTaskIsOpenedOnceShownWithItsMemberAndDoneOnce() {
        int member = member("bench-lin");
        tasks.open(List.of(task("bench-1", member), task("bench-1", member)));
        tasks.open(List.of(task("bench-1", member)));
        JsonNode card = card("bench-1", "TODAY");
        assertThat(card.path("name").asString()).isEqualTo("林小雨");
        assertThat(card.at("/task/words").asString()).isEqualTo("How was the tea?");
        assertThat(card.at("/task/attachments/0/kind").asString()).isEqualTo("TEXT");
        long id = card.at("/task/id").asLong();
        Answer done = caller.post("/api/workbench/tasks/" + id + "/outcome", "{\"outcome\":\"SENT\",\"note\":\"ok\"}");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(card("bench-1", "TODAY").isMissingNode()).isTrue();
        assertThat(card("bench-1", "DONE").at("/task/outcome").asString()).isEqualTo("SENT");
        Answer again = caller.post("/api/workbench/tasks/" + id + "/outcome", "{\"outcome\":\"REFUSED\"}");
        assertThat(again.json().path("code").asString()).isEqualTo("workbench.done");
    }

    @Test
    void aTaskIsPutOffHandedOverAndTakenByNobodyElse() {
        tasks.open(List.of(task("bench-2", member("bench-wu"))));
        long id = card("bench-2", "TODAY").at("/task/id").asLong();
        String path = "/api/workbench/tasks/" + id;
        assertThat(caller.post(path + "/snooze", "{\"hours\":0}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("workbench.snooze");
        assertThat(caller.post(path + "/snooze", "{\"hours\":3}").status()).isEqualTo(200);
        assertThat(card("bench-2", "TODAY").isMissingNode()).isTrue();
        assertThat(card("bench-2", "SNOOZED").at("/task/id").asLong()).isEqualTo(id);
        assertThat(caller.post(path + "/hand-over", "{\"to\":\"guide-03\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("workbench.guide-unknown");
        caller.post("/api/users", "{\"username\":\"guide-03\",\"password\":\"guide-password-3\",\"role\":\"GUIDE\"}");
        assertThat(caller.get("/api/workbench/colleagues").json().path("items").toString())
                .contains("guide-03");
        assertThat(caller.post(path + "/hand-over", "{\"to\":\"guide-03\"}").status())
                .isEqualTo(200);
        assertThat(card("bench-2", "TODAY").isMissingNode()).isTrue();
        assertThat(card("bench-2", "ALL").at("/task/owner").asString()).isEqualTo("guide-03");
        assertThat(caller.post(path + "/take", "").json().path("code").asString())
                .isEqualTo("workbench.taken");
        JsonNode guides = caller.get("/api/workbench/guides").json();
        assertThat(guides.path("items").toString()).contains("guide-03");
        assertThat(caller.post("/api/workbench/tasks/999999999/take", "").status())
                .isEqualTo(404);
    }

    @Test
    void aTaskFollowsItsMergedMember() {
        int kept = member("bench-kept");
        int merged = member("bench-merged");
        tasks.open(List.of(task("bench-3", merged)));
        caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/alias", "{\"previousId\":\"bench-merged\",\"userId\":\"bench-kept\"}");
        mart.settle();
        assertThat(card("bench-3", "TODAY").at("/task/memberNo").asInt()).isEqualTo(Math.min(kept, merged));
        assertThat(card("bench-3", "TODAY").path("name").asString()).isEqualTo("林小雨");
    }

    @Test
    void aTaskThatSomebodyElseTookMeanwhileIsTheirs() {
        int member = member("bench-taken");
        tasks.open(List.of(task("bench-4", member)));
        long id = card("bench-4", "TODAY").at("/task/id").asLong();
        assertThat(table.take(id, "guide-a")).isTrue();
        assertThat(table.done(id, TaskOutcome.SENT, "", "guide-b", false, "", ""))
                .isFalse();
        assertThat(table.hand(id, "guide-b", false, null)).isFalse();
        assertThat(table.putOff(id, "guide-b", false, java.time.Instant.now())).isFalse();
        assertThat(table.done(id, TaskOutcome.SENT, "", "guide-a", false, "", ""))
                .isTrue();
    }

    private long asked(int member, String words) {
        Answer made = caller.post("/api/templates", """
                {"name":"bench %s","channel":"guide","category":"service","wording":{"title":"Ask","text":"%s"}}""".formatted(words, words));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        caller.post(
                "/api/messages",
                "{\"templateId\":%d,\"memberNo\":%d}"
                        .formatted(made.json().path("id").asLong(), member));
        Waiting.until(() -> of(member, "TODAY").path("task").path("id").asLong() > 0);
        return of(member, "TODAY").at("/task/id").asLong();
    }

    private JsonNode of(int member, String shelf) {
        for (JsonNode card :
                caller.get("/api/workbench/tasks?shelf=" + shelf).json().path("items")) {
            if (card.at("/task/memberNo").asInt() == member) {
                return card;
            }
        }
        return caller.get("/api/workbench/colleagues").json().path("nothing");
    }

    private String told(int member, String event) {
        mart.settle();
        for (JsonNode it : caller.get("/api/members/" + member + "/timeline?limit=50")
                .json()
                .path("items")) {
            if (it.path("event").asString().equals(event)) {
                return it.at("/properties/text").asString("");
            }
        }
        return "no such event";
    }

    @Test
    void whatWasReallySaidAndAnsweredIsKeptAndTold() {
        int member = member("bench-said");
        long id = asked(member, "Do you like the tea?");
        String path = "/api/workbench/tasks/" + id + "/outcome";
        assertThat(caller.post(path, "{\"outcome\":\"SENT\",\"said\":\"%s\"}".formatted("x".repeat(2001)))
                        .code())
                .isEqualTo("workbench.words");
        Answer said = caller.post(path, "{\"outcome\":\"SENT\",\"said\":\"And, how was the tea?\"}");
        assertThat(said.json().at("/task/said").asString()).as(said.text()).isEqualTo("And, how was the tea?");
        assertThat(said.json().at("/task/saidBy").asString()).isEqualTo("HAND");
        assertThat(said.json().at("/task/words").asString()).isEqualTo("Do you like the tea?");
        assertThat(told(member, "Message Delivered")).isEqualTo("And, how was the tea?");

        // The answer comes later, once.
        Answer answered = caller.post(path, "{\"outcome\":\"REPLIED\",\"answer\":\"1\"}");
        assertThat(answered.json().at("/task/answer").asString())
                .as(answered.text())
                .isEqualTo("1");
        assertThat(answered.json().at("/task/outcome").asString()).isEqualTo("REPLIED");
        assertThat(told(member, "Message Replied")).isEqualTo("1");
        assertThat(caller.post(path, "{\"outcome\":\"REPLIED\"}").code()).isEqualTo("workbench.done");
    }

    @Test
    void wordsAreSuggestedOnesWhereNothingElseIsSaidAndNoneWhereNothingWas() {
        int member = member("bench-plain");
        long id = asked(member, "Tea again?");
        Answer said =
                caller.post("/api/workbench/tasks/" + id + "/outcome", "{\"outcome\":\"REPLIED\",\"answer\":\"yes\"}");
        assertThat(said.json().at("/task/said").asString()).as(said.text()).isEqualTo("Tea again?");
        assertThat(told(member, "Message Delivered")).isEqualTo("Tea again?");
        long other = asked(member("bench-gone"), "Tea at all?");
        Answer missed = caller.post("/api/workbench/tasks/" + other + "/outcome", "{\"outcome\":\"NOT_REACHED\"}");
        assertThat(missed.json().at("/task/said").isNull()).as(missed.text()).isTrue();
    }

    @Test
    void whoIsNoContactIsNotSentTo() {
        tasks.open(List.of(task("bench-nobody", member("bench-nobody"))));
        JsonNode card = card("bench-nobody", "TODAY");
        assertThat(card.path("sendable").asBoolean()).isFalse();
        assertThat(caller.post(
                                "/api/workbench/tasks/" + card.at("/task/id").asLong() + "/send",
                                "{\"words\":\"hello\"}")
                        .code())
                .isEqualTo("workbench.not-a-contact");
        assertThat(card("bench-nobody", "TODAY").isMissingNode()).isFalse();
    }

    @Test
    void tasksStandInTheOrderOfWhatTheyAreExpectedToBring() {
        int much = member("bench-much");
        int little = member("bench-little");
        int scored = member("bench-scored");
        int unknown = member("bench-unknown");
        mart.write(sql -> {
            for (int no : List.of(much, little, scored)) {
                sql.sql(
                                "INSERT INTO member_score (member_no, value, stage, level, last_order_day) VALUES (?, ?, 'LOYALTY', 'L3', DATE '2026-02-01')")
                        .params(no, no == scored ? 90 : 10)
                        .update();
            }
            sql.sql("INSERT INTO member_lifetime (member_no, spend_90) VALUES (?, 300), (?, 20)")
                    .params(much, little)
                    .update();
        });
        try {
            List<Integer> order = List.of(unknown, scored, little, much);
            order.forEach(no -> tasks.open(List.of(task("bench-order-" + no, no))));
            chances.forget();
            List<Integer> shown = caller.get("/api/workbench/tasks")
                    .json()
                    .path("items")
                    .valueStream()
                    .map(card -> card.at("/task/memberNo").asInt())
                    .filter(order::contains)
                    .toList();
            assertThat(shown).containsExactly(much, little, scored, unknown);
            JsonNode first = card("bench-order-" + much, "TODAY");
            assertThat(first.at("/place/by").asString()).isEqualTo("EXPECTED");
            assertThat(first.at("/place/spend").asDouble()).isEqualTo(300);
            assertThat(first.path("level").asString()).isEqualTo("L3");
            assertThat(first.path("lastOrder").asString()).isEqualTo("2026-02-01");
            assertThat(card("bench-order-" + scored, "TODAY").at("/place/by").asString())
                    .isEqualTo("VALUE");
            assertThat(card("bench-order-" + unknown, "TODAY").at("/place/by").asString())
                    .isEqualTo("DUE");
        } finally {
            mart.write(sql -> {
                sql.sql("DELETE FROM member_score WHERE member_no IN (?, ?, ?)")
                        .params(much, little, scored)
                        .update();
                sql.sql("DELETE FROM member_lifetime WHERE member_no IN (?, ?)")
                        .params(much, little)
                        .update();
            });
        }
    }

    private long doneBy(String guide, String key, int member, Origin origin, TaskOutcome outcome) {
        tasks.open(List.of(new GuideTask(key, member, "t", "w", List.of(), origin, "service")));
        long id = card(key, "ALL").at("/task/id").asLong();
        assertThat(table.done(id, outcome, "", guide, true, "w", "")).isTrue();
        return id;
    }

    @Test
    void aTaskOfAKindThatIsOftenAnsweredIsExpectedToBringMore() {
        int member = member("bench-chance");
        Origin often = new Origin("journey", "often", null);
        Origin seldom = new Origin("journey", "seldom", null);
        for (int i = 0; i < 20; i++) {
            doneBy("guide-chance", "bench-often-" + i, member, often, TaskOutcome.REPLIED);
            doneBy("guide-chance", "bench-seldom-" + i, member, seldom, TaskOutcome.SENT);
        }
        tasks.open(List.of(
                new GuideTask("bench-chance-1", member, "t", "w", List.of(), often, "service"),
                new GuideTask("bench-chance-2", member, "t", "w", List.of(), seldom, "service")));
        chances.forget();
        Task likely = table.find(card("bench-chance-1", "TODAY").at("/task/id").asLong())
                .orElseThrow();
        Task unlikely = table.find(
                        card("bench-chance-2", "TODAY").at("/task/id").asLong())
                .orElseThrow();
        assertThat(chances.of(likely)).isBetween(0.66, 0.95);
        assertThat(chances.of(unlikely)).isBetween(0.05, 0.34);
    }

    @Test
    void whatGuidesBroughtIsTheOrdersOfThoseTheySpokeWithLast() {
        int one = member("bench-buys");
        int two = member("bench-buys-not");
        Origin origin = new Origin("journey", "figures", null);
        doneBy("figures-a", "bench-fig-1", one, origin, TaskOutcome.SENT);
        doneBy("figures-b", "bench-fig-2", one, origin, TaskOutcome.REPLIED);
        doneBy("figures-b", "bench-fig-3", two, origin, TaskOutcome.SENT);
        doneBy("figures-b", "bench-fig-4", two, origin, TaskOutcome.NOT_REACHED);
        for (String order : List.of("bench-o1", "bench-o2")) {
            assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                            .post("/v1/track", """
                            {"userId":"bench-buys","event":"Order Completed","messageId":"%s",
                             "properties":{"order_id":"%s","revenue":60.5,"currency":"CNY"}}""".formatted(order, order))
                            .status())
                    .isEqualTo(200);
        }
        mart.settle();
        JsonNode a = figures("figures-a");
        JsonNode b = figures("figures-b");
        assertThat(a.path("orders").asInt()).as("who spoke last is given them").isZero();
        assertThat(a.path("said").asInt()).isEqualTo(1);
        assertThat(b.path("orders").asInt()).isEqualTo(2);
        assertThat(b.path("amount").asDouble()).isEqualTo(121);
        assertThat(List.of(
                        b.path("done").asInt(),
                        b.path("said").asInt(),
                        b.path("replied").asInt(),
                        b.path("spokenTo").asInt(),
                        b.path("ordered").asInt(),
                        b.path("days").asInt()))
                .containsExactly(3, 2, 1, 2, 1, 1);
        JsonNode own = caller.get("/api/workbench/guides/me").json();
        assertThat(own.path("guide").asString()).isNotEmpty();
        assertThat(own.path("orders").isNumber()).isTrue();
    }

    private JsonNode figures(String guide) {
        JsonNode page = caller.get("/api/workbench/guides?days=7&within=7").json();
        return page.path("items")
                .valueStream()
                .filter(it -> it.path("guide").asString().equals(guide))
                .findFirst()
                .orElse(page.path("nothing"));
    }
}
