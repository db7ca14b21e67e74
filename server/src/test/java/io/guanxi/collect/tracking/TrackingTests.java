package io.guanxi.collect.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class TrackingTests {

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient postgres;

    Caller sender;

    @BeforeEach
    void withAWriteKey() {
        sender = caller.withWriteKey(Caller.WRITE_KEY);
    }

    @Test
    void anEventIsInTheInboxWhenItIsAcknowledged() {
        Answer answer = sender.post("/v1/track", """
                {"userId": "t-1", "event": "Order Completed", "messageId": "t-1-order",
                 "properties": {"revenue": "88.80", "order_id": "o-1", "currency": "CNY"}}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(column("t-1-order", "amount")).isEqualTo("88.80");
        assertThat(column("t-1-order", "object")).isEqualTo("o-1");
        assertThat(column("t-1-order", "identifiers")).isEqualTo("[\"user:t-1\"]");
    }

    @Test
    void theAmountIsRevenueElseTotalElseValue() {
        sender.post("/v1/batch", """
                {"batch": [
                  {"type": "track", "userId": "t-2", "event": "A", "messageId": "t-2-a", "properties": {"revenue": 1, "total": 2, "value": 3}},
                  {"type": "track", "userId": "t-2", "event": "A", "messageId": "t-2-b", "properties": {"total": 2, "value": 3}},
                  {"type": "track", "userId": "t-2", "event": "A", "messageId": "t-2-c", "properties": {"value": 3}}]}""");

        assertThat(column("t-2-a", "amount")).isEqualTo("1.00");
        assertThat(column("t-2-b", "amount")).isEqualTo("2.00");
        assertThat(column("t-2-c", "amount")).isEqualTo("3.00");
    }

    @Test
    void aMessageIdSentTwiceCountsOnceAndSaysSo() {
        String event = """
                {"userId": "t-3", "event": "A", "messageId": "t-3-once"}""";
        sender.post("/v1/track", event);

        Answer again = sender.post("/v1/track", event);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("results").get(0).path("status").asString())
                .isEqualTo("duplicate");
        assertThat(count("t-3-once")).isEqualTo(1);
    }

    @Test
    void aMessageIdTwiceInOneBatchCountsOnce() {
        JsonNode answer = sender.post("/v1/batch", """
                {"batch": [{"type": "track", "userId": "t-4", "event": "A", "messageId": "t-4-once"},
                           {"type": "track", "userId": "t-4", "event": "A", "messageId": "t-4-once"}]}""").json();

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("duplicate").asInt()).isEqualTo(1);
        assertThat(count("t-4-once")).isEqualTo(1);
    }

    @Test
    void aBatchTellsOfEachEventWhatBecameOfIt() {
        JsonNode answer = sender.post("/v1/batch", """
                {"batch": [
                  {"type": "track", "userId": "t-5", "event": "A"},
                  {"type": "track", "event": "A"},
                  {"type": "track", "userId": "t-5"},
                  {"type": "sing", "userId": "t-5"},
                  {"type": "track", "userId": "t-5", "event": "A", "properties": {"revenue": "a lot"}},
                  {"type": "track", "userId": "t-5", "event": "A", "properties": {"currency": "GOLD"}},
                  {"type": "group", "userId": "t-5"},
                  {"type": "alias", "userId": "t-5"}]}""").json();

        assertThat(answer.path("success").asBoolean()).isFalse();
        assertThat(codes(answer))
                .isEqualTo("-, event.identifier-missing, event.name-missing, event.type-unknown, event.wrong-type, "
                        + "event.currency-unknown, event.group-id-missing, event.previous-id-missing");
    }

    @Test
    void aWrongSenderClockIsCorrectedBySentAt() {
        sender.post("/v1/batch", """
                {"sentAt": "1970-01-02T00:00:00Z",
                 "batch": [{"type": "track", "userId": "t-6", "event": "A", "messageId": "t-6-old",
                            "timestamp": "1970-01-01T23:00:00Z"}]}""");

        long secondsAgo = postgres.sql("""
                        SELECT round(extract(epoch FROM received_at - ts)) FROM inbox WHERE event_id = 't-6-old'
                        """).query(Long.class).single();
        assertThat(secondsAgo).isEqualTo(3600);
    }

    @Test
    void timesOutsideTheCalendarAreRejected() {
        JsonNode answer = sender.post("/v1/batch", """
                {"batch": [{"type": "track", "userId": "t-7", "event": "A", "timestamp": "1970-01-01T00:00:00Z"},
                           {"type": "track", "userId": "t-7", "event": "A", "timestamp": "2100-01-01T00:00:00Z"},
                           {"type": "track", "userId": "t-7", "event": "A", "timestamp": "yesterday"}]}""").json();

        assertThat(codes(answer)).isEqualTo("event.time-out-of-range, event.time-out-of-range, event.time-unreadable");
    }

    @Test
    void aBatchOf2501EventsIsRefusedWhole() {
        String events = IntStream.range(0, 2501)
                .mapToObj(
                        n -> "{\"type\":\"track\",\"userId\":\"t-8\",\"event\":\"A\",\"messageId\":\"t-8-" + n + "\"}")
                .collect(Collectors.joining(","));

        Answer answer = sender.post("/v1/batch", "{\"batch\":[" + events + "]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("tracking.batch-too-many");
        assertThat(count("t-8-0")).isZero();
    }

    @Test
    void anEventOf33KilobytesIsRefusedAloneAndInABatch() {
        String large = "{\"type\":\"track\",\"userId\":\"t-9\",\"event\":\"A\",\"properties\":{\"text\":\""
                + "x".repeat(33 * 1024) + "\"}}";

        Answer alone = sender.post("/v1/track", large);
        Answer batch = sender.post("/v1/batch", "{\"batch\":[" + large + "]}");

        assertThat(alone.status()).isEqualTo(413);
        assertThat(alone.code()).isEqualTo("tracking.event-too-large");
        assertThat(codes(batch.json())).isEqualTo("event.too-large");
    }

    @Test
    void aBodyOf501KilobytesIsRefused() {
        Answer answer = sender.post("/v1/batch", "{\"batch\":[\"" + "x".repeat(501 * 1024) + "\"]}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("tracking.batch-too-large");
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        Answer answer = sender.post("/v1/track", "{\"userId\": \"t-10\",");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("tracking.json-invalid");
        assertThat(answer.json().path("detail").asString()).contains("line 1");
    }

    @Test
    void aNulCharacterIsRefusedAndDoesNotHarmOthers() {
        JsonNode answer = sender.post("/v1/batch", """
                {"batch": [{"type": "track", "userId": "t-\\u000011", "event": "A"},
                           {"type": "track", "userId": "t-11", "event": "A", "properties": {"text": "a\\u0000b"}}]}""").json();

        assertThat(codes(answer)).isEqualTo("event.nul-character, -");
    }

    @Test
    void whatIsRejectedIsKeptToBeLookedAt() {
        sender.post("/v1/track", "{\"userId\": \"t-12\", \"marker\": \"kept-12\"}");

        long kept = postgres.sql(
                        "SELECT count(*) FROM malformed_event WHERE body LIKE '%kept-12%' AND code = 'event.name-missing'")
                .query(Long.class)
                .single();
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void gzippedBodiesAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"userId\":\"t-13\",\"event\":\"A\",\"messageId\":\"t-13-gzip\"}"
                    .getBytes(StandardCharsets.UTF_8));
        }

        Answer answer = sender.with("Content-Encoding", "gzip")
                .send("POST", "/v1/track", BodyPublishers.ofByteArray(bytes.toByteArray()), "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(count("t-13-gzip")).isEqualTo(1);
    }

    @Test
    void identityComesFromAllPlacesSegmentKnowsStrongestFirst() {
        sender.post("/v1/identify", """
                {"userId": "t-14", "anonymousId": "t-14-a", "messageId": "t-14-id", "traits": {"phone": "13800000014"},
                 "context": {"device": {"id": "t-14-d"}, "externalIds": [{"type": "openid", "id": "t-14-o"}]}}""");

        assertThat(column("t-14-id", "identifiers"))
                .isEqualTo(
                        "[\"user:t-14\",\"openid:t-14-o\",\"phone:13800000014\",\"anonymous:t-14-a\",\"device:t-14-d\"]");
        assertThat(column("t-14-id", "event")).isEqualTo("Profile Updated");
    }

    @Test
    void aGroupCallJoinsACommunity() {
        sender.post("/v1/group", """
                {"userId": "t-15", "groupId": "t-15-community", "messageId": "t-15-join"}""");

        assertThat(column("t-15-join", "event")).isEqualTo("Community Joined");
        assertThat(column("t-15-join", "community")).isEqualTo("t-15-community");
    }

    @Test
    void aWrongKeyIsRefused() {
        Answer answer = caller.withWriteKey("wrong").post("/v1/track", "{}");

        assertThat(answer.status()).isEqualTo(401);
    }

    private static String codes(JsonNode answer) {
        return answer.path("results")
                .valueStream()
                .map(result -> result.path("code").asString("-"))
                .collect(Collectors.joining(", "));
    }

    private String column(String eventId, String column) {
        return postgres.sql("SELECT " + column + "::text FROM inbox WHERE event_id = :id")
                .param("id", eventId)
                .query(String.class)
                .single();
    }

    private long count(String eventId) {
        return postgres.sql("SELECT count(*) FROM inbox WHERE event_id = :id")
                .param("id", eventId)
                .query(Long.class)
                .single();
    }
}
