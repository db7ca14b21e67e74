package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends events the way a shop does. */
final class Tracking {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Caller caller;
    private final String name;
    private final AtomicInteger sent = new AtomicInteger();

    /** Events of one test, whose ids begin with a name of its own. */
    Tracking(Caller caller, String name) {
        this.caller = caller.withWriteKey(Caller.WRITE_KEY);
        this.name = name;
    }

    static LocalDate daysAgo(int days) {
        return LocalDate.now(ZONE).minusDays(days);
    }

    static Instant noon(int daysAgo) {
        return daysAgo(daysAgo).atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    void event(String user, String event, Instant at, String properties) {
        send("/v1/track", """
                {"messageId":"%s-%d","userId":"%s","event":"%s","timestamp":"%s","properties":%s}""".formatted(name, sent.incrementAndGet(), user, event, at, properties));
    }

    void order(String user, int daysAgo, double revenue) {
        event(user, "Order Completed", noon(daysAgo), "{\"revenue\":" + revenue + "}");
    }

    void identify(String user, String traits) {
        send("/v1/identify", """
                {"messageId":"%s-%d","userId":"%s","timestamp":"%s","traits":%s}""".formatted(name, sent.incrementAndGet(), user, noon(3), traits));
    }

    private void send(String path, String body) {
        Answer answer = caller.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("rejected").asInt(0)).as(answer.text()).isZero();
    }
}
