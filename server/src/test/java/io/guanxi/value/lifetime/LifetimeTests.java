package io.guanxi.value.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.value.lifetime.FoundLifetime.Orders;
import io.guanxi.value.lifetime.FoundLifetime.Periods;
import io.guanxi.value.lifetime.FoundLifetime.Spend;
import io.guanxi.value.lifetime.estimate.OrderModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Lifetime value over HTTP. */
@ServerTest
class LifetimeTests {

    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    Caller caller;

    @Autowired
    FitStore store;

    @Test
    void whoOrderedIsPredictedExplainedSortedAndFiltered() {
        order("life-a", 200, 50);
        order("life-a", 150, 30);
        order("life-a", 20, 40);
        order("life-b", 300, 10);
        caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"messageId\":\"life-c\",\"userId\":\"life-c\",\"event\":\"Product Viewed\",\"timestamp\":\""
                                + noon(4) + "\"}");
        int version = aModel();
        score();

        JsonNode member = caller.get("/api/members/by/user/life-a").json();
        JsonNode lifetime = member.path("lifetime");
        // BG/NBD of CDNOW: x = 2, tx = 180/7, T = 200/7.
        double alive = 1 / (1 + 0.7929 / (2.4259 + 1) * Math.pow((4.4136 + 200 / 7.0) / (4.4136 + 180 / 7.0), 2.2426));
        assertThat(lifetime.path("pAlive").asDouble()).isEqualTo(Math.round(alive * 1e4) / 1e4);
        assertThat(lifetime.path("orderValue").asDouble())
                .isEqualTo(Math.round(6.25 * (15.44 + 70) / (6.25 * 2 + 2.74) * 100) / 100.0);
        assertThat(lifetime.path("expectedSpend365").asDouble())
                .isGreaterThan(lifetime.path("expectedSpend30").asDouble());

        int no = member.path("no").asInt();
        JsonNode why = caller.get("/api/members/" + no + "/lifetime").json();
        assertThat(why.path("standing").asString()).isEqualTo("PREDICTED");
        assertThat(why.path("version").asInt()).isEqualTo(version);
        assertThat(why.path("inputs").path("repeats").asInt()).isEqualTo(2);
        assertThat(why.path("inputs").path("repeatSpend").asDouble()).isEqualTo(70);
        assertThat(why.path("steps").get(0).path("numbers").asString())
                .startsWith(
                        "1 / (1 + 0.7929 / (2.426 + 2 − 1) × ((4.414 + 28.57) / (4.414 + 25.71))^(0.2426 + 2)) = 0.");

        JsonNode viewer = caller.get("/api/members/by/user/life-c").json();
        assertThat(viewer.path("lifetime").isNull()).isTrue();
        assertThat(caller.get("/api/members/" + viewer.path("no").asInt() + "/lifetime")
                        .json()
                        .path("standing")
                        .asString())
                .isEqualTo("NOT_ORDERED");

        assertThat(names("/api/members?q=life-&sort=-expectedSpend90")).containsExactly("life-a", "life-b", "life-c");
        assertThat(names("/api/members?q=life-&sort=pAlive")).containsExactly("life-a", "life-b", "life-c");
        assertThat(names("/api/members?q=life-&minPAlive=0.999&maxExpectedOrders=1000"))
                .containsExactly("life-b");
        JsonNode page = caller.get("/api/members?q=life-&sort=-pAlive&limit=2").json();
        assertThat(names("/api/members?q=life-&sort=-pAlive&limit=2&cursor="
                        + page.path("next").asString()))
                .containsExactly("life-c");

        everybodyIsOnOnePage("-expectedSpend365");
        everybodyIsOnOnePage("pAlive");

        JsonNode brand = caller.get("/api/lifetime").json();
        assertThat(brand.path("version").asInt()).isEqualTo(version);
        assertThat(brand.path("alive")).hasSize(10);
        assertThat(brand.path("all").path("members").asInt()).isGreaterThanOrEqualTo(2);
    }

    /** Whoever bought comes first, then all others; by twos nobody is lost where the ones end and the others begin. */
    private void everybodyIsOnOnePage(String sort) {
        List<JsonNode> byTwos = everybody("sort=" + sort + "&limit=2");
        assertThat(numbers(byTwos)).containsExactlyInAnyOrderElementsOf(numbers(everybody("sort=no&limit=200")));
        assertThat(byTwos)
                .extracting(member -> member.path("lifetime").isObject())
                .contains(true, false)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private List<JsonNode> everybody(String question) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/api/members?" + question + cursor).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<Integer> numbers(List<JsonNode> members) {
        return members.stream().map(member -> member.path("no").asInt()).toList();
    }

    @Test
    void aFitOfTooLittleDataEndsWithTheReason() {
        order("alone-buyer", 3, 5);
        score();
        Answer asked = caller.post("/api/lifetime/fits", "{}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);

        JsonNode fit = ended("/api/lifetime/fits/" + asked.json().path("id").asLong());

        assertThat(fit.path("state").asString()).as(fit.toString()).isEqualTo("FAILED");
        assertThat(fit.path("problem").path("code").asString()).startsWith("lifetime.too-");
        assertThat(fit.path("problem").path("detail").asString()).contains("the models need");
        assertThat(caller.get("/api/lifetime/fits?limit=1").json().path("items"))
                .hasSize(1);
        assertThat(caller.post("/api/lifetime/fits/" + fit.path("id").asLong() + "/cancel", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsNotThereOrNotAllowedIsRefused() {
        assertThat(caller.get("/api/lifetime/fits/987654").text()).contains("lifetime-fit.unknown");
        assertThat(caller.get("/api/lifetime/fits?limit=0").text()).contains("request.invalid");
        assertThat(caller.get("/api/members/987654321/lifetime").text()).contains("member.unknown");
    }

    /** The published model of CDNOW, put in force as a fit would. */
    private int aModel() {
        long id = store.insert(TODAY, "test");
        store.start(id);
        int version = store.nextVersion();
        store.done(
                id,
                version,
                new FoundLifetime(
                        new Periods(TODAY.minusDays(300), TODAY.minusDays(100), TODAY, 2357, 946, 1, 1),
                        List.of(),
                        new Orders(
                                OrderModel.Kind.BG_NBD,
                                Map.of("r", 0.2426, "alpha", 4.4136, "a", 0.7929, "b", 2.4259),
                                -9582.43,
                                2357,
                                4,
                                4,
                                false,
                                2300,
                                20),
                        new Spend(6.25, 3.74, 15.44, 35.22, -4055.92, 946, null),
                        null,
                        List.of(),
                        List.of()));
        return version;
    }

    private void order(String user, int daysAgo, double revenue) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/track", """
                {"messageId":"%s-%d","userId":"%s","event":"Order Completed","timestamp":"%s","properties":{"revenue":%s}}""".formatted(user, daysAgo, user, noon(daysAgo), revenue));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Instant noon(int daysAgo) {
        return TODAY.minusDays(daysAgo)
                .atTime(LocalTime.NOON)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    private void score() {
        Answer asked = caller.post("/api/runs", "{}");
        JsonNode run = ended("/api/runs/" + asked.json().path("id").asLong());
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
    }

    private JsonNode ended(String path) {
        Instant until = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(until)) {
            JsonNode work = caller.get(path).json();
            if (ENDED.contains(work.path("state").asString())) {
                return work;
            }
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
        throw new AssertionError(path + " does not end");
    }

    private List<String> names(String path) {
        return caller.get(path)
                .json()
                .path("items")
                .valueStream()
                .map(member -> member.path("identifiers").get(0).path("key").asString())
                .toList();
    }
}
