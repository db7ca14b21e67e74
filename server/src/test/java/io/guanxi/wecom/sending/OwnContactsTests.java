package io.guanxi.wecom.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.messaging.GuideTasks;
import io.guanxi.messaging.GuideTasks.GuideTask;
import io.guanxi.messaging.Origin;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.Waiting;
import io.guanxi.wecom.WeComTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A guide is an employee of WeCom: their contacts' tasks are theirs, and are sent from here as they edited them. */
class OwnContactsTests extends WeComTest {

    private static final String PASSWORD = "guide-password-5";

    @Autowired
    GuideTasks tasks;

    private final String guide = "own-" + own;

    private void user(String name, String employee) {
        Answer made = caller.post(
                "/api/users", "{\"username\":\"%s\",\"password\":\"%s\",\"role\":\"GUIDE\"}".formatted(name, PASSWORD));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Answer named = caller.patch(
                "/api/users/" + made.json().path("id").asLong(), "{\"wecomEmployee\":\"%s\"}".formatted(employee));
        assertThat(named.json().path("wecomEmployee").asString())
                .as(named.text())
                .isEqualTo(employee);
    }

    private Caller as(String name) {
        Answer login = caller.anonymous()
                .post("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD));
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        return caller.anonymous()
                .with(
                        "Cookie",
                        "GUANXI_SESSION=" + login.cookie("GUANXI_SESSION") + "; XSRF-TOKEN="
                                + login.cookie("XSRF-TOKEN"))
                .with("X-XSRF-TOKEN", login.cookie("XSRF-TOKEN"));
    }

    private String friend(String name, String... employees) {
        String customer = enterprise.person(name, null);
        for (String employee : employees) {
            enterprise.hire(employee, employee);
            tell(enterprise.adds(customer, employee, null));
        }
        settle();
        return customer;
    }

    private String key(String customer) {
        return "own-" + own + customer;
    }

    private void task(String customer, String words) {
        tasks.open(List.of(new GuideTask(
                key(customer),
                member(customer),
                "Ask",
                words,
                List.of(),
                new Origin("journey", "7", null),
                "service")));
    }

    private JsonNode card(Caller who, String customer, String shelf) {
        JsonNode page = who.get("/api/workbench/tasks?shelf=" + shelf).json();
        return page.path("items")
                .valueStream()
                .filter(it -> it.at("/task/key").asString().equals(key(customer)))
                .findFirst()
                .orElse(page.path("nothing"));
    }

    @Test
    void aTaskIsThatGuidesWhoseContactTheMemberIs() {
        user("g1-" + own, guide);
        String theirs = friend("林小雨" + own, guide);
        String strangers = friend("陈一" + own, "other-" + own);
        task(theirs, "hello");
        task(strangers, "hello");
        assertThat(card(caller, theirs, "ALL").at("/task/owner").asString()).isEqualTo("g1-" + own);
        assertThat(card(caller, strangers, "ALL").at("/task/owner").isNull()).isTrue();

        // Who is named by the trait goes before.
        String named = friend("周二" + own, guide);
        caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/identify",
                        "{\"traits\":{\"guide\":\"else-%s\"},\"context\":{\"externalIds\":[{\"type\":\"external_userid\",\"id\":\"%s\"}]}}"
                                .formatted(own, named));
        mart.settle();
        task(named, "hello");
        assertThat(card(caller, named, "ALL").at("/task/owner").asString()).isEqualTo("else-" + own);
    }

    @Test
    void anEmployeeIsOneUserOnly() {
        user("g2-" + own, "twice-" + own);
        Answer made = caller.post(
                "/api/users",
                "{\"username\":\"g3-%s\",\"password\":\"%s\",\"role\":\"GUIDE\"}".formatted(own, PASSWORD));
        String path = "/api/users/" + made.json().path("id").asLong();
        assertThat(caller.patch(path, "{\"wecomEmployee\":\"twice-%s\"}".formatted(own))
                        .code())
                .isEqualTo("user.employee-taken");
        assertThat(caller.patch(path, "{\"wecomEmployee\":\"\"}")
                        .json()
                        .path("wecomEmployee")
                        .isNull())
                .isTrue();
    }

    @Test
    void editedWordsAreSentOnceThroughTheGuideWhoseContactTheMemberIsAlone() {
        user("g4-" + own, guide);
        String alone = friend("王小明" + own, guide);
        String shared = friend("李小红" + own, guide, "third-" + own);
        task(alone, "您好 王小明" + own);
        task(shared, "hello");
        Caller me = as("g4-" + own);
        JsonNode card = card(me, alone, "TODAY");
        assertThat(card.path("sendable").asBoolean()).as(card.toString()).isTrue();
        assertThat(card(me, shared, "TODAY").path("sendable").asBoolean())
                .as("WeCom would choose who says it")
                .isFalse();
        String suggested = card.at("/task/words").asString();
        assertThat(suggested).as("who may not see the name does not").doesNotContain("王小明");

        String path = "/api/workbench/tasks/" + card.at("/task/id").asLong() + "/send";
        assertThat(me.post(path, "{\"words\":\" \"}").code()).isEqualTo("workbench.words");
        Answer sent = me.post(path, "{\"words\":\"%s，茶好喝吗？\"}".formatted(suggested));
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.json().at("/task/saidBy").asString()).isEqualTo("WECOM");
        assertThat(me.post(path, "{\"words\":\"again\"}").code()).isEqualTo("workbench.done");

        Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));
        enterprise.messages().confirm(guide);
        String said = "您好 王小明" + own + "，茶好喝吗？";
        Waiting.until(() -> card(me, alone, "DONE").at("/message/deliveredAt").isString());
        assertThat(enterprise.messages().reached(alone)).containsExactly(said);
        assertThat(postgres.sql("SELECT said FROM guide_task WHERE key = ?")
                        .param(key(alone))
                        .query(String.class)
                        .single())
                .isEqualTo(said);
        assertThat(postgres.sql("SELECT origin_kind || ' ' || channel || ' ' || category FROM message WHERE key = ?")
                        .param("task:" + card.at("/task/id").asLong())
                        .query(String.class)
                        .single())
                .isEqualTo("task wecom service");
        mart.settle();
        assertThat(caller.get("/api/members/" + member(alone) + "/timeline?limit=50")
                        .text())
                .contains("茶好喝吗？");
    }
}
