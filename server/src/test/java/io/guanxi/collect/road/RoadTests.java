package io.guanxi.collect.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.doctor.Doctor;
import io.guanxi.doctor.Examination;
import io.guanxi.lake.Lake;
import io.guanxi.mart.Mart;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RoadTests {

    private static final Function<Passage, String> ANY_RECEIPT =
            passage -> UUID.randomUUID().toString();

    @Autowired
    Caller caller;

    @Autowired
    Road road;

    @Autowired
    Lake lake;

    @Autowired
    Mart mart;

    @Autowired
    DuckDb staging;

    @Autowired
    Doctor doctor;

    @Test
    void anAcknowledgedEventReachesLakeAndMartOnce() {
        track("r-1", "Road Walked", "r-1-a", "");
        track("r-1", "Road Walked", "r-1-b", "");
        track("r-1", "Road Walked", "r-1-b", "");

        mart.settle();

        assertThat(inLake("event = 'Road Walked'")).isEqualTo(2);
        assertThat(inMart("Road Walked")).isEqualTo(2);
    }

    @Test
    void anOldEventSentAgainAfterTheKeysAreForgottenIsFoundInTheLake() {
        String old = ",\"timestamp\":\"2026-01-05T10:00:00Z\"";
        track("r-2", "Old Road Walked", "r-2-old", old);
        road.drain();

        try (EventBatch again = batchOf("r-2-old", "Old Road Walked", "2026-01-05 10:00:00+00")) {
            Passage passage = road.take(again, new Progress(Clock.systemUTC()), ANY_RECEIPT);
            assertThat(passage).isEqualTo(new Passage(0, 1, 0));
        }
        assertThat(inLake("event = 'Old Road Walked'")).isEqualTo(1);
    }

    @Test
    void aBatchTakenTwiceAddsNothing() {
        for (long expected : new long[] {3, 0}) {
            try (EventBatch batch = EventBatch.in(staging)) {
                batch.sql().sql("""
                                INSERT INTO event SELECT 'r-3-' || i, 'track', 'Batch Taken', TIMESTAMPTZ '2026-03-01 00:00:00+00',
                                    now(), DATE '2026-03-01', NULL, ['user:r-3'], NULL, 2.50, 'CNY', NULL, NULL, NULL, NULL,
                                    NULL, 'test' FROM range(3) r(i)
                                """).update();
                assertThat(road.take(batch, new Progress(Clock.systemUTC()), ANY_RECEIPT)
                                .accepted())
                        .isEqualTo(expected);
            }
        }
        mart.settle();
        assertThat(inMart("Batch Taken")).isEqualTo(3);
    }

    @Test
    void aBatchOfManyDaysArrivesAsItWasWithAFileADay() {
        String said =
                "event_id, ts, day, identifiers, community, amount, currency, quantity, object, properties, source";
        List<String> staged;
        try (EventBatch batch = EventBatch.in(staging)) {
            batch.sql().sql("""
                            INSERT INTO event
                            SELECT 'r-9-' || i, 'track', 'Many Days', TIMESTAMPTZ '2026-04-01 04:00:00+00' + to_days(d), now(),
                                DATE '2026-04-01' + d, NULL, [if(d = 6, 'user:null', 'user:r-9-' || i % 5)],
                                if(i % 3 = 0, 'c-1', NULL), i / 4, 'CNY', NULL, 'o-' || i % 2, NULL, NULL, NULL, 'test'
                            FROM (SELECT i::INTEGER AS i, (i % 7)::INTEGER AS d FROM range(70) r(i))
                            """).update();
            staged = lines(batch.sql(), said, "event WHERE identifiers <> ['user:null']");

            assertThat(road.take(batch, new Progress(Clock.systemUTC()), ANY_RECEIPT))
                    .isEqualTo(new Passage(60, 0, 10));
            assertThat(lines(batch.sql(), "event_id, reason", "refused")).hasSize(10);
        }

        String manyDays = lake.relation(day -> true) + " WHERE event = 'Many Days'";
        assertThat(lines(staging.client(), said, manyDays)).isEqualTo(staged);
        assertThat(filesOf(LocalDate.of(2026, 4, 6))).hasSize(1);
        assertThat(filesOf(LocalDate.of(2026, 4, 7))).isEmpty();
    }

    private static List<String> lines(JdbcClient sql, String columns, String from) {
        return sql.sql("SELECT CAST(row(" + columns + ") AS VARCHAR) AS line FROM " + from + " ORDER BY line")
                .query(String.class)
                .list();
    }

    @Test
    void anImportedEventIsKnownToTheTrackingApi() {
        try (EventBatch batch =
                batchOf("r-4-shared", "Both Ways", java.time.Instant.now().toString())) {
            road.take(batch, new Progress(Clock.systemUTC()), ANY_RECEIPT);
        }

        track("r-4", "Both Ways", "r-4-shared", "");
        road.drain();

        assertThat(inLake("event = 'Both Ways'")).isEqualTo(1);
    }

    @Test
    void aDayOfManySmallFilesBecomesOneAndNothingChanges() {
        for (int n = 0; n < 4; n++) {
            track("r-5", "Small File", "r-5-" + n, ",\"timestamp\":\"2026-02-0" + 7 + "T1" + n + ":00:00Z\"");
            road.drain();
        }
        try (EventBatch batch = EventBatch.in(staging)) {
            assertThat(lake.compact(batch, 3)).isGreaterThanOrEqualTo(4);
        }

        assertThat(inLake("event = 'Small File'")).isEqualTo(4);
        mart.settle();
        assertThat(inMart("Small File")).isEqualTo(4);
    }

    @Test
    void aLargeFileIsLeftAloneWhenSmallOnesBesideItAreJoined() {
        takeOneFile(12);
        List<String> large = filesOf(LocalDate.of(2026, 3, 8));
        IntStream.range(0, 4).forEach(n -> takeOneFile(1));

        try (EventBatch batch = EventBatch.in(staging)) {
            lake.compact(batch, 3);
        }

        assertThat(filesOf(LocalDate.of(2026, 3, 8))).hasSize(2).containsAll(large);
        assertThat(inLake("event = 'Tiered'")).isEqualTo(16);
    }

    private void takeOneFile(int events) {
        try (EventBatch batch = EventBatch.in(staging)) {
            for (int n = 0; n < events; n++) {
                stage(batch, UUID.randomUUID().toString(), "Tiered", "2026-03-08T10:00:00Z");
            }
            road.take(batch, new Progress(Clock.systemUTC()), ANY_RECEIPT);
        }
    }

    private List<String> filesOf(LocalDate day) {
        return lake.view().files().stream()
                .filter(file -> file.day().equals(day))
                .map(file -> file.path().toString())
                .toList();
    }

    @Test
    void theMartRebuiltIsTheSame() {
        track("r-6", "Rebuilt", "r-6-a", ",\"properties\":{\"revenue\":10.01,\"quantity\":3}");
        mart.settle();
        String before = contents();

        String members = members();

        mart.rebuild();
        assertThat(members())
                .as("no run has to come first for its members to be there")
                .isEqualTo(members);
        mart.settle();

        assertThat(contents()).isEqualTo(before);
    }

    private String members() {
        return mart.sql()
                .sql("SELECT count(*) || ' ' || sum(hash(member_no, created_day, channel)) FROM member")
                .query(String.class)
                .single();
    }

    @Test
    void eventsSentByManyAtOnceArriveOnceEach() throws InterruptedException, ExecutionException {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, 200)
                    .<Callable<Integer>>mapToObj(n -> () -> {
                        track("r-7-" + n % 20, "Crowd", "r-7-" + n % 150, "");
                        return n;
                    })
                    .toList();
            for (var done : senders.invokeAll(tasks)) {
                done.get();
            }
        }
        mart.settle();

        assertThat(inLake("event = 'Crowd'")).isEqualTo(150);
        assertThat(inMart("Crowd")).isEqualTo(150);
    }

    @Test
    void theDoctorFindsAllStoresAlike() {
        track("r-8", "Examined", "r-8-a", "");

        Examination examination = doctor.examine();

        assertThat(examination.ok()).as(examination.checks().toString()).isTrue();
    }

    private void track(String user, String event, String messageId, String more) {
        var answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"userId\":\"%s\",\"event\":\"%s\",\"messageId\":\"%s\"%s}"
                                .formatted(user, event, messageId, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private EventBatch batchOf(String eventId, String event, String ts) {
        EventBatch batch = EventBatch.in(staging);
        stage(batch, eventId, event, ts);
        return batch;
    }

    private static void stage(EventBatch batch, String eventId, String event, String ts) {
        batch.sql().sql("""
                        INSERT INTO event SELECT ?, 'track', ?, CAST(? AS TIMESTAMPTZ), now(),
                            CAST(timezone('Asia/Shanghai', CAST(? AS TIMESTAMPTZ)) AS DATE), NULL, ['user:' || ?], NULL, NULL, NULL, NULL,
                            NULL, NULL, NULL, NULL, 'test'
                        """).params(eventId, event, ts, ts, eventId).update();
    }

    private long inLake(String condition) {
        return staging.client()
                .sql("SELECT count(*) FROM " + lake.relation(day -> true) + " WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private long inMart(String event) {
        return mart.sql()
                .sql("SELECT coalesce(sum(n), 0) FROM member_day JOIN event_name USING (event_no) WHERE event = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    private String contents() {
        return mart.sql().sql("""
                        SELECT string_agg(line, chr(10) ORDER BY line) FROM (
                            SELECT concat_ws('|', member_no, day, event, n, amount, quantity, first_ts, last_ts) AS line
                            FROM member_day JOIN event_name USING (event_no))
                        """).query(String.class).single();
    }
}
