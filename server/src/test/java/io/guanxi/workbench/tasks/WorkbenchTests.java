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
        assertThat(table.done(id, TaskOutcome.SENT, "", "guide-b", false)).isFalse();
        assertThat(table.hand(id, "guide-b", false, null)).isFalse();
        assertThat(table.putOff(id, "guide-b", false, java.time.Instant.now())).isFalse();
        assertThat(table.done(id, TaskOutcome.SENT, "", "guide-a", false)).isTrue();
    }
}
