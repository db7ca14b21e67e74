package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Imports over HTTP, against the whole server. */
@ServerTest
class ImportApiTests {

    private static final String MAP = "SELECT 'Api Seen' AS event, t AS ts, id AS id_apiuser, v AS amount FROM input";
    private static final String FILE =
            "id,t,v\na,2026-01-01 00:00:00,1\n,2026-01-01 00:00:00,2\nb,2026-01-01 00:00:00,3\n";

    @Autowired
    private Caller caller;

    @Autowired
    private ImportQueue queue;

    @Autowired
    private ImportTable table;

    @Autowired
    private Clock clock;

    @Test
    void aFileIsTakenOnceAndItsRejectsCanBeFetched() {
        Answer started = Form.anImport("api.csv", FILE, MAP, "api").post(caller, "/api/imports");
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.header("Location"))
                .isEqualTo("/api/imports/" + started.json().path("id").asLong());

        JsonNode done = finished(started);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("read").asLong()).isEqualTo(3);
        assertThat(done.path("accepted").asLong()).isEqualTo(2);
        assertThat(done.path("rejected").asLong()).isEqualTo(1);
        assertThat(done.path("percent").asDouble()).isEqualTo(100);
        Answer rejects = caller.get("/api/imports/" + done.path("id").asLong() + "/rejects");
        assertThat(rejects.header("Content-Type")).startsWith("text/csv");
        assertThat(rejects.text()).startsWith("line,code,reason,raw\n").contains("no-identifier");
        assertThat(queue.folder(done.path("id").asLong()).upload()).doesNotExist();

        JsonNode again = finished(Form.anImport("api.csv", FILE, MAP, "api").post(caller, "/api/imports"));
        assertThat(again.path("accepted").asLong()).isZero();
        assertThat(again.path("duplicate").asLong()).isEqualTo(2);
    }

    @Test
    void aTrialSaysWhatWouldBecomeOfEachRowAndIsTakenWhenAsked() {
        String map = MAP.replace("apiuser", "trialuser");
        JsonNode tried = finished(Form.anImport("trial.csv", FILE, map, "trial")
                .with("trial", "true")
                .post(caller, "/api/imports"));
        String path = "/api/imports/" + tried.path("id").asLong();

        assertThat(tried.path("state").asString()).as(tried.toString()).isEqualTo("TRIED");
        assertThat(tried.path("accepted").asLong()).isEqualTo(2);
        assertThat(tried.path("rejected").asLong()).isEqualTo(1);
        assertThat(tried.path("newMembers").asLong()).isEqualTo(2);
        assertThat(tried.path("merges").asLong()).isZero();
        assertThat(caller.get(path + "/rejects").text()).contains("no-identifier");
        assertThat(caller.get("/api/members/by/trialuser/a").status()).isEqualTo(404);

        JsonNode taken = finished(caller.post(path + "/take", ""));

        assertThat(taken.path("state").asString()).as(taken.toString()).isEqualTo("DONE");
        assertThat(taken.path("accepted").asLong()).isEqualTo(2);
        assertThat(taken.path("newMembers").isNull()).isTrue();
        assertThat(caller.get("/api/members/by/trialuser/a").status()).isEqualTo(200);
        assertThat(caller.post(path + "/take", "").code()).isEqualTo("import.not-tried");
    }

    @Test
    void aTrialThatIsCancelledLeavesNothing() {
        JsonNode tried = finished(Form.anImport("gone.csv", FILE, MAP.replace("apiuser", "gone"), "gone")
                .with("trial", "true")
                .post(caller, "/api/imports"));
        long id = tried.path("id").asLong();

        Answer cancelled = caller.post("/api/imports/" + id + "/cancel", "");

        assertThat(cancelled.json().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(queue.folder(id).upload()).doesNotExist();
    }

    @Test
    void historyIsReadPageByPage() {
        finished(Form.anImport("h1.csv", FILE, MAP, "history").post(caller, "/api/imports"));
        finished(Form.anImport("h2.csv", FILE, MAP, "history").post(caller, "/api/imports"));

        JsonNode first = caller.get("/api/imports?limit=1").json();
        JsonNode second = caller.get(
                        "/api/imports?limit=1&cursor=" + first.path("next").asString())
                .json();

        assertThat(first.path("items").path(0).path("fileName").asString()).isEqualTo("h2.csv");
        assertThat(second.path("items").path(0).path("fileName").asString()).isEqualTo("h1.csv");
    }

    @Test
    void historyIsReadByStateAndByRejects() {
        String map = MAP.replace("apiuser", "filtered");
        long mixed = finished(Form.anImport("f1.csv", FILE, map, "filtered").post(caller, "/api/imports"))
                .path("id")
                .asLong();
        long clean = finished(Form.anImport("f2.csv", FILE, map + " WHERE id IS NOT NULL", "filtered")
                        .post(caller, "/api/imports"))
                .path("id")
                .asLong();
        long dropped = finished(Form.anImport("f3.csv", FILE, map + " WHERE id IS NOT NULL", "filtered")
                        .with("trial", "true")
                        .post(caller, "/api/imports"))
                .path("id")
                .asLong();
        caller.post("/api/imports/" + dropped + "/cancel", "");

        assertThat(ids("state=DONE")).contains(mixed, clean).doesNotContain(dropped);
        assertThat(ids("state=FAILED,CANCELLED")).contains(dropped).doesNotContain(mixed, clean);
        assertThat(ids("rejected=true")).contains(mixed).doesNotContain(clean, dropped);
        assertThat(ids("state=DONE&rejected=true")).contains(mixed).doesNotContain(clean, dropped);
        assertThat(ids("state=WAITING,RUNNING")).doesNotContain(mixed, clean, dropped);
        assertThat(caller.get("/api/imports?state=LOST").status()).isEqualTo(400);
    }

    private List<Long> ids(String filter) {
        return caller.get("/api/imports?limit=200&" + filter)
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asLong())
                .toList();
    }

    @Test
    void aPreviewShowsColumnsEventsAndRejectsAndKeepsNothing() {
        Answer answer = Form.anImport("p.csv", FILE, MAP.replace("apiuser", "preview"), "preview")
                .post(caller, "/api/imports/preview");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode preview = answer.json();
        assertThat(preview.path("columns").toString())
                .isEqualTo("[{\"name\":\"id\",\"type\":\"VARCHAR\"},{\"name\":\"t\",\"type\":\"TIMESTAMP\"},"
                        + "{\"name\":\"v\",\"type\":\"BIGINT\"}]");
        assertThat(preview.path("events").size()).isEqualTo(2);
        assertThat(preview.path("events").path(0).path("ts").asString()).isEqualTo("2025-12-31T16:00:00Z");
        assertThat(preview.path("rejects").path(0).path("code").asString()).isEqualTo("no-identifier");
        assertThat(caller.get("/api/members/by/preview/a").status()).isEqualTo(404);
    }

    @Test
    void aMapThatReachesOutIsRefusedAtOnce() {
        Answer answer = Form.anImport("x.csv", FILE, "SELECT * FROM read_csv('/etc/passwd')", "x")
                .post(caller, "/api/imports");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("import.map-forbidden");
    }

    @Test
    void whatFailsSaysWhy() {
        JsonNode failed = finished(Form.anImport("f.csv", FILE, MAP.replace("v AS amount", "w AS amount"), "f")
                .post(caller, "/api/imports"));

        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("problem").path("code").asString()).isEqualTo("import.map-invalid");
        assertThat(failed.path("problem").path("errors").path(0).path("field").asString())
                .isEqualTo("w");
    }

    @Test
    void aGuideMayNotImport() {
        assertThat(Form.anImport("g.csv", FILE, MAP, "g")
                        .post(caller.anonymous(), "/api/imports")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatIsCancelledAtWorkLeavesNothing() {
        String endless = "SELECT 'Endless' AS event, DATE '2026-01-01' AS ts, id AS id_endless,"
                + " count(*) % 7 AS quantity FROM input, range(100000000) a, range(100000) b"
                + " WHERE hash(a.range, b.range) % 3 = 0 GROUP BY ALL";
        Answer started = Form.anImport("e.csv", FILE, endless, "e").post(caller, "/api/imports");
        Answer waiting = Form.anImport("e.csv", FILE, MAP, "e").post(caller, "/api/imports");
        await(started, "RUNNING");
        String later = "/api/imports/" + waiting.json().path("id").asLong();

        assertThat(caller.post(later + "/cancel", "").json().path("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(caller.post("/api/imports/" + started.json().path("id").asLong() + "/cancel", "")
                        .status())
                .isEqualTo(202);

        assertThat(finished(started).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(caller.post(later + "/cancel", "").code()).isEqualTo("import.finished");
        assertThat(caller.get("/api/members/by/endless/a").status()).isEqualTo(404);
    }

    @Test
    void anInterruptedImportStartsOverAfterARestart() throws Exception {
        String endless = "SELECT 'Seen' AS event, DATE '2026-01-01' AS ts, id AS id_restart, count(*) AS quantity"
                + " FROM input, range(30000000) a WHERE hash(a.range) % 3 = 0 GROUP BY ALL";
        Answer started = Form.anImport("r.csv", FILE, endless, "restart").post(caller, "/api/imports");
        await(started, "RUNNING");

        queue.stop();
        long id = started.json().path("id").asLong();
        assertThat(table.find(id).orElseThrow().state()).isIn(ImportState.WAITING, ImportState.DONE);
        assertThat(Files.exists(queue.folder(id).upload())
                        || table.find(id).orElseThrow().state() == ImportState.DONE)
                .isTrue();
        queue.start();

        assertThat(finished(started).path("accepted").asLong()).isEqualTo(2);
    }

    private JsonNode finished(Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return await(started, "TRIED", "DONE", "FAILED", "CANCELLED");
    }

    private JsonNode await(Answer started, String... states) {
        String path = "/api/imports/" + started.json().path("id").asLong();
        Instant until = clock.instant().plus(Duration.ofSeconds(60));
        JsonNode now;
        do {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            now = caller.get(path).json();
        } while (!java.util.List.of(states).contains(now.path("state").asString())
                && clock.instant().isBefore(until));
        return now;
    }
}
