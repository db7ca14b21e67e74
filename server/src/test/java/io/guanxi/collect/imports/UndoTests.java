package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.identity.Identities;
import io.guanxi.lake.Lake;
import io.guanxi.mart.Mart;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Taking an import back, against the whole server. */
@ServerTest
class UndoTests {

    private static final String MAP = "SELECT 'Undo Seen' AS event, t AS ts, id AS id_undouser, v AS amount FROM input";

    @Autowired
    private Caller caller;

    @Autowired
    private UndoWork work;

    @Autowired
    private UndoTable table;

    @Autowired
    private Lake lake;

    @Autowired
    private Mart mart;

    @Autowired
    private DuckDb staging;

    @Autowired
    private Identities identities;

    @Autowired
    private Clock clock;

    @Test
    void exactlyTheEventsOfTheImportGoAndTheFileMayComeAgain() {
        String file = "id,t,v\nua,2026-01-01 00:00:00,1\nub,2026-01-01 00:00:00,2\nub,2026-02-01 00:00:00,3\n";
        long first = imported("undo-one", file);
        long second = imported("undo-two", "id,t,v\nub,2026-01-01 00:00:00,5\nuc,2026-01-01 00:00:00,6\n");
        mart.settle();
        assertThat(eventsInMart()).isEqualTo(eventsInLake("undo-one") + eventsInLake("undo-two"));

        JsonNode undone = undone(first);
        assertThat(undone.path("events").asLong()).isEqualTo(3);
        assertThat(undone.path("members").asInt())
                .as("only ua is in no other data")
                .isEqualTo(1);
        assertThat(eventsInLake("undo-one")).isZero();
        assertThat(eventsInLake("undo-two")).isEqualTo(2);
        assertThat(identities.find("undouser", "ua")).isEmpty();
        assertThat(identities.find("undouser", "ub")).isPresent();

        mart.settle();
        assertThat(eventsInMart()).as("the mart follows").isEqualTo(2);
        assertThat(amountInMart()).isEqualTo("11.00");
        JsonNode examination = caller.post("/api/doctor", "").json();
        assertThat(examination.path("ok").asBoolean())
                .as(examination.toString())
                .isTrue();

        JsonNode again = finished(Form.anImport("u.csv", file, MAP, "undo-one").post(caller, "/api/imports"));
        assertThat(again.path("accepted").asLong()).isEqualTo(3);
        assertThat(again.path("duplicate").asLong()).isZero();
        mart.settle();
        assertThat(eventsInMart()).isEqualTo(5);
        undone(again.path("id").asLong());
        undone(second);
        mart.settle();
        assertThat(eventsInMart()).isZero();
    }

    @Test
    void anAttemptThatIsRepeatedChangesNothingMore() {
        long id = imported("undo-twice", "id,t,v\nud,2026-03-01 00:00:00,1\n");
        table.open(id, "test", clock.instant());
        work.run(id, new UndoProgress(clock));
        Undo once = table.find(id).orElseThrow();
        work.run(id, new UndoProgress(clock));
        Undo twice = table.find(id).orElseThrow();

        assertThat(once.state()).isEqualTo(Undo.State.DONE);
        assertThat(twice.events()).isEqualTo(1).isEqualTo(once.events());
        assertThat(twice.members()).isEqualTo(1).isEqualTo(once.members());
        assertThat(caller.post("/api/imports/" + id + "/undo", "").status())
                .as("asking again answers what was done")
                .isEqualTo(202);
    }

    @Test
    void anUndoTellsHowManyFilesItWritesAnew() {
        long id = imported("undo-told", "id,t,v\nuj,2026-03-05 00:00:00,1\n");
        imported("undo-beside", "id,t,v\nuk,2026-03-05 00:00:00,2\n");
        try (EventBatch batch = EventBatch.in(staging)) {
            lake.compact(batch, 1);
        }
        table.open(id, "test", clock.instant());
        Undo asked = table.find(id).orElseThrow();
        assertThat(asked.percent()).isZero();
        assertThat(asked.files()).isNull();
        UndoProgress progress = new UndoProgress(clock);
        work.run(id, progress);

        Undo told = progress.of(asked);
        assertThat(told.phase()).isEqualTo("files");
        assertThat(told.files()).as("the one that holds both").isEqualTo(1);
        assertThat(told.filesDone()).isEqualTo(1);
        assertThat(told.percent()).isEqualTo(98);
        Undo done = table.find(id).orElseThrow();
        assertThat(done.percent()).isEqualTo(100);
        assertThat(progress.of(done)).as("what has ended").isEqualTo(done);
        assertThat(eventsInLake("undo-beside")).isEqualTo(1);
    }

    @Test
    void whoWasMergedOrGaveAConsentByHandStays() {
        long id = imported("undo-stay", "id,t,v\nue,2026-03-02 00:00:00,1\nuf,2026-03-02 00:00:00,1\n");
        int consenting = identities.find("undouser", "ue").orElseThrow();
        identities.consent(consenting, "sms", true);

        assertThat(undone(id).path("members").asInt()).isEqualTo(1);
        assertThat(identities.find("undouser", "ue")).contains(consenting);
        assertThat(identities.find("undouser", "uf")).isEmpty();
    }

    @Test
    void anIdThatWasTakenBackMayBeSentAgain() {
        String now = clock.instant().toString();
        String map = "SELECT 'Undo Sent' AS event, t AS ts, id AS id_undouser, event_id FROM input";
        long id = finished(Form.anImport("y.csv", "id,t,event_id\nug," + now + ",undo-sent-1\n", map, "undo-young")
                        .post(caller, "/api/imports"))
                .path("id")
                .asLong();
        String call = "{\"messageId\":\"undo-sent-1\",\"userId\":\"ug\",\"event\":\"Undo Sent\",\"properties\":{}}";
        Caller sender = caller.withWriteKey(Caller.WRITE_KEY);
        assertThat(sender.post("/v1/track", call).json().path("duplicate").asInt())
                .isEqualTo(1);

        undone(id);
        assertThat(sender.post("/v1/track", call).json().path("accepted").asInt())
                .isEqualTo(1);
    }

    @Test
    void aTrackedEventThatSaysItWasImportedStays() {
        long id = imported("undo-forged", "id,t,v\nui,2026-03-04 00:00:00,1\n");
        String call =
                "{\"messageId\":\"undo-forged-1\",\"userId\":\"ui\",\"event\":\"Undo Forged\",\"context\":{\"import\": %d}}"
                        .formatted(id);
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/track", call)
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);

        assertThat(undone(id).path("events").asLong()).isEqualTo(1);
        assertThat(staging.client()
                        .sql("SELECT count(*) FROM " + lake.relation(day -> true) + " WHERE event = 'Undo Forged'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeTakenBackIsRefusedWithTheReason() {
        assertThat(caller.post("/api/imports/2000000000/undo", "").code()).isEqualTo("import.unknown");
        String file = "id,t,v\nuh,2026-03-03 00:00:00,1\n";
        imported("undo-none", file);
        long nothingNew = imported("undo-none", file);
        assertThat(caller.post("/api/imports/" + nothingNew + "/undo", "").code())
                .isEqualTo("import.nothing-to-undo");
        assertThat(caller.get("/api/imports/" + nothingNew + "/undo").code()).isEqualTo("import.not-undone");
    }

    private long imported(String source, String file) {
        JsonNode done = finished(Form.anImport("u.csv", file, MAP, source).post(caller, "/api/imports"));
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        return done.path("id").asLong();
    }

    private JsonNode undone(long id) {
        assertThat(caller.post("/api/imports/" + id + "/undo", "").status()).isEqualTo(202);
        return until(
                "/api/imports/" + id + "/undo",
                undo -> undo.path("state").asString().equals("DONE"));
    }

    private JsonNode finished(Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return until("/api/imports/" + started.json().path("id").asLong(), found -> !found.path("finishedAt")
                .isNull());
    }

    private JsonNode until(String path, Predicate<JsonNode> reached) {
        Instant end = clock.instant().plus(Duration.ofSeconds(60));
        JsonNode found = caller.get(path).json();
        while (!reached.test(found) && clock.instant().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            found = caller.get(path).json();
        }
        assertThat(reached.test(found)).as(found.toString()).isTrue();
        return found;
    }

    private long eventsInLake(String source) {
        return staging.client()
                .sql("SELECT count(*) FROM " + lake.relation(day -> true) + " WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }

    private long eventsInMart() {
        return mart.sql().sql("""
                        SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM member_day JOIN event_name USING (event_no)
                        WHERE event = 'Undo Seen' AND day IN (DATE '2026-01-01', DATE '2026-02-01')
                        """).query(Long.class).single();
    }

    private String amountInMart() {
        return mart.sql().sql("""
                        SELECT CAST(sum(amount) AS VARCHAR) FROM member_day JOIN event_name USING (event_no)
                        WHERE event = 'Undo Seen' AND day = DATE '2026-01-01'
                        """).query(String.class).single();
    }
}
