package io.guanxi.tag.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Bounds;
import io.guanxi.platform.Problem;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.carry.TagFile;
import io.guanxi.tag.governance.TagStanding;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tags by file, how tags stand and whether they work, by API. */
@ServerTest
class TagFileTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    TagCarriers carriers;

    @Autowired
    TagStanding standing;

    @Autowired
    JdbcClient postgres;

    private int id(String path, String json) {
        Answer answer = caller.post(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asInt();
    }

    private int tag(String name) {
        return id(
                "/api/tags",
                "{\"group\":%d,\"name\":\"%s\"}"
                        .formatted(id("/api/tags/groups", "{\"name\":\"文件 %s\"}".formatted(name)), name));
    }

    private void track(String user, String event, int daysAgo, int total) {
        String at = Instant.now().minus(daysAgo, ChronoUnit.DAYS).toString();
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"userId":"%s","event":"%s","timestamp":"%s","properties":{"total":%d,"currency":"CNY"}}""".formatted(user, event, at, total));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private int no(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private Answer send(String path, String type, String body) {
        return caller.send("POST", path, BodyPublishers.ofString(body), type);
    }

    @Test
    void aFileTagsWhomItNamesAndRejectsTheRestByRow() {
        track("file-lin", "Page Viewed", 1, 0);
        track("file-wu", "Page Viewed", 1, 0);
        mart.settle();
        int tag = tag("loves tea");
        String csv = """
                kind,key,tag
                user,file-lin,Loves Tea
                user,"file-wu",loves tea
                user,nobody at all,loves tea
                user,file-lin,no such tag
                user,,loves tea
                """;
        for (int changed : new int[] {2, 0}) {
            Answer answer = send("/api/tags/import?name=tea.csv", "text/csv", csv);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().at("/tags/0/effect/changed").asInt()).isEqualTo(changed);
            assertThat(answer.json().path("rows").asInt()).isEqualTo(5);
            assertThat(answer.json().path("rejected").asInt()).isEqualTo(3);
            assertThat(answer.json().path("rejects").toString()).isEqualTo("""
                    [{"row":4,"reason":"MEMBER_UNKNOWN"},{"row":5,"reason":"TAG_UNKNOWN"},{"row":6,"reason":"INCOMPLETE"}]""");
        }
        assertThat(carriers.of(tag).toArray()).containsExactly(no("file-lin"), no("file-wu"));
        assertThat(carriers.carriedBy(no("file-wu")).getFirst().by().name()).isEqualTo("tea.csv");
    }

    @Test
    void aListOfIdentifiersTagsItsMembers() {
        track("list-lin", "Page Viewed", 1, 0);
        mart.settle();
        int tag = tag("listed");
        String path = "/api/tags/" + tag + "/tag/list?name=paste&kind=user";
        JsonNode done = send(path, "text/plain", "list-lin\n\nlist-nobody\n").json();
        assertThat(done.path("rejected").asInt()).isEqualTo(1);
        assertThat(carriers.of(tag).toArray()).containsExactly(no("list-lin"));
        assertThat(send(path, "text/plain", "").json().path("code").asString()).isEqualTo("tag.file-invalid");
        assertThat(send(path, "text/plain", "\0").json().path("code").asString())
                .isEqualTo("tag.file-invalid");
        assertThat(send("/api/tags/import?name=x", "text/csv", "a,b\n1,2\n")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("tag.file-invalid");
    }

    @Test
    void aFileThatIsTooLongIsRefusedWholly() {
        track("long-lin", "Page Viewed", 1, 0);
        mart.settle();
        int tag = tag("too long");
        String rest = "long-lin\n".repeat(TagFile.MOST_ROWS);
        Answer list = send("/api/tags/" + tag + "/tag/list?name=long&kind=user", "text/plain", "long-lin\n" + rest);
        assertThat(list.status()).as(list.text()).isEqualTo(413);
        assertThat(list.code()).isEqualTo("tag.file-too-long");
        String rows = "user,long-lin,too long\n".repeat(TagFile.MOST_ROWS + 1);
        Answer file = send("/api/tags/import?name=long.csv", "text/csv", "kind,key,tag\n" + rows);
        assertThat(file.status()).as(file.text()).isEqualTo(413);
        assertThat(file.code()).isEqualTo("tag.file-too-long");
        assertThat(carriers.of(tag).isEmpty()).isTrue();
    }

    @Test
    void howTagsStandIsAskedUnderAWordByWhichItCanBeCancelled() {
        assertThat(caller.delete("/api/questions/standing-no-longer-wanted").status())
                .isEqualTo(204);
        Answer cancelled = caller.get("/api/tags/governance?token=standing-no-longer-wanted");
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(409);
        assertThat(cancelled.code()).isEqualTo("tag.cancelled");
        assertThat(caller.get("/api/tags/governance?token=standing-wanted").status())
                .isEqualTo(200);
    }

    @Test
    void howTagsStandIsNotAskedBeyondItsTime() {
        Bounds over = new Bounds(Duration.ZERO, TagStanding.BOUNDED);
        assertThatThrownBy(() -> standing.now(over))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("archive tags that nobody needs");
    }

    @Test
    void aTagCountsAsItWasCarriedOnTheSplitDayAndTheOutcomeAfterIt() {
        int works = tag("works");
        int late = tag("late");
        int young = tag("young");
        StringBuilder carry = new StringBuilder();
        StringBuilder converted = new StringBuilder();
        // many, for members of other tests count among those who carry nothing
        for (int i = 0; i < 600; i++) {
            String user = "trial-" + i;
            track(user, "Trial Joined", 60, 0);
            // of the first 300, who carry the tag, 200 convert; of the others 100; some did it before the split, which
            // is
            // nothing
            if (i < 200 || i >= 500) {
                track(user, "Trial Won", 5, 100);
                converted.append(user).append('\n');
            } else {
                track(user, "Trial Won", 40, 100);
            }
            if (i < 300) {
                carry.append(user).append('\n');
            }
        }
        mart.settle();
        send("/api/tags/" + works + "/tag/list?name=works&kind=user", "text/plain", carry.toString());
        // whoever reads this tag as it is today sees a perfect one: it was put on those who had converted
        send("/api/tags/" + late + "/tag/list?name=late&kind=user", "text/plain", converted.toString());
        postgres.sql("UPDATE tag_change SET at = at - interval '50 days' WHERE tag_id = ?")
                .param(works)
                .update();
        postgres.sql("UPDATE tag SET created_at = created_at - interval '50 days' WHERE id IN (?, ?)")
                .params(works, late)
                .update();
        postgres.sql(
                        "UPDATE member SET created_at = created_at - interval '60 days' WHERE member_no IN (SELECT member_no FROM identifier WHERE key LIKE 'trial-%')")
                .update();
        mart.write(sql -> sql.sql("UPDATE member SET created_day = created_day - 60 WHERE member_no BETWEEN ? AND ?")
                .params(no("trial-0"), no("trial-599"))
                .update());
        LocalDate split = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(20);
        Answer answer = caller.get("/api/tags/trials?event=Trial%20Won&days=19&splitDay=" + split);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("did").asInt()).isEqualTo(300);
        JsonNode found = trial(answer.json(), works);
        assertThat(found.path("carriers").asInt()).isEqualTo(300);
        assertThat(found.path("carriersRate").asDouble()).isEqualTo(200 / 300.0);
        assertThat(found.path("verdict").asString()).isEqualTo("MORE");
        assertThat(found.path("liftLow").asDouble()).isGreaterThan(1);
        assertThat(trial(answer.json(), late).path("carriers").asInt()).isZero();
        assertThat(trial(answer.json(), late).path("verdict").asString()).isEqualTo("TOO_FEW");
        assertThat(trial(answer.json(), young).path("verdict").asString()).isEqualTo("TOO_YOUNG");
        JsonNode rich = caller.get("/api/tags/trials?event=Trial%20Won&days=19&amount=100.01&splitDay=" + split)
                .json();
        assertThat(rich.path("did").asInt()).isZero();
        assertThat(caller.get("/api/tags/trials?days=30&splitDay=" + split)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("tag.period-unfinished");
        assertThat(caller.get("/api/tags/trials?splitDay=2020-01-01")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("tag.split-too-old");

        JsonNode stand = caller.get("/api/tags/governance").json();
        JsonNode health = stand.path("tags")
                .valueStream()
                .filter(it -> it.at("/tag/id").asInt() == works)
                .findFirst()
                .orElseThrow();
        assertThat(health.path("within90").asInt()).isEqualTo(300);
        assertThat(health.path("faults").toString()).isEqualTo("[\"UNUSED\"]");
        assertThat(stand.path("tagged").asInt())
                .isBetween(400, stand.path("members").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "splitDay=%2B999999999-12-31",
                "splitDay=-999999999-01-01",
                "amount=1e999999",
                "amount=1e-999999",
                "event=%00"
            })
    void aTrialOfWhatCannotBeIsRefused(String query) {
        Answer answer = caller.get("/api/tags/trials?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    private static JsonNode trial(JsonNode trials, int tag) {
        return trials.path("tags")
                .valueStream()
                .filter(it -> it.at("/tag/id").asInt() == tag)
                .findFirst()
                .orElseThrow();
    }
}
