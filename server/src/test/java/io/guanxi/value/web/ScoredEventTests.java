package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A score is followed down to the single events: what they gave adds up to what the explanation says of their name. */
@ServerTest
class ScoredEventTests {

    @Autowired
    Caller caller;

    private int no(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private List<JsonNode> events(int no, String event, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = caller.get("/api/members/" + no + "/explain/events?event="
                    + URLEncoder.encode(event, StandardCharsets.UTF_8) + "&limit=" + limit + "&cursor=" + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("items").size()).isBetween(1, limit);
            answer.json().path("items").forEach(all::add);
            cursor = answer.json().path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private static double sum(List<JsonNode> events, String field) {
        return events.stream().mapToDouble(it -> it.path(field).asDouble()).sum();
    }

    @Test
    void whatSingleEventsGaveAddsUpToTheRowOfTheirName() {
        Tracking shop = new Tracking(caller, "single");
        for (int i = 0; i < 7; i++) {
            // odd amounts, so that the rounding of the single events and of their day differ
            shop.event(
                    "single-sun",
                    "Order Completed",
                    Tracking.noon(17).plusSeconds(i),
                    "{\"revenue\":" + (33.33 + i / 100.0) + "}");
        }
        shop.order("single-sun", 90, 300);
        shop.order("single-sun", 0, 100);
        shop.event("single-sun", "Order Refunded", Tracking.noon(7), "{\"total\":20.01}");
        shop.event("single-sun", "Order Refunded", Tracking.noon(7).plusSeconds(9), "{\"total\":-5.55}");
        shop.event("single-sun", "Order Refunded", Tracking.noon(7).plusSeconds(10), "{}");
        for (int i = 0; i < 12; i++) {
            shop.event("single-sun", "Message Sent", Tracking.noon(21).plusSeconds(i), "{}");
        }
        shop.event("single-sun", "Message Sent", Tracking.noon(0), "{}");
        Runs.score(caller, "{}");

        int no = no("single-sun");
        JsonNode why = caller.get("/api/members/" + no + "/explain").json();
        int names = 0;
        for (JsonNode part : why.path("dimensions")) {
            for (JsonNode row : part.path("events")) {
                names++;
                for (int limit : new int[] {2, 200}) {
                    List<JsonNode> single = events(no, row.path("event").asString(), limit);
                    String is = row.path("event").asString() + " by pages of " + limit;
                    assertThat(single).as(is).hasSize(row.path("n").asInt());
                    assertThat(single)
                            .as(is)
                            .filteredOn(it -> it.path("counted").asBoolean())
                            .hasSize(row.path("counted").asInt());
                    assertThat(Math.round(sum(single, "raw") * 1e6))
                            .as(is)
                            .isEqualTo(Math.round(row.path("raw").asDouble() * 1e6));
                    assertThat(single.stream()
                                    .map(it -> Instant.parse(it.path("ts").asString())))
                            .as(is)
                            .isSortedAccordingTo((a, b) -> b.compareTo(a));
                    assertThat(single.stream().map(it -> it.path("eventId").asString()))
                            .as(is)
                            .doesNotHaveDuplicates();
                    for (JsonNode it : single) {
                        assertThat(it.path("raw").asDouble())
                                .as(is)
                                .isEqualTo(
                                        (it.path("points").asDouble()
                                                        + it.path("moneyPoints").asDouble())
                                                * it.path("factor").asDouble(),
                                        within(2e-6));
                    }
                }
            }
        }
        assertThat(names).isEqualTo(3);
    }

    /** Money of another currency gives no points and is in no spend, in the mart, in the single events and as seen on a day. */
    @Test
    void moneyOfAnotherCurrencyCountsForNothing() {
        Tracking shop = new Tracking(caller, "currency");
        shop.event("currency-yuan", "Order Completed", Tracking.noon(90), "{\"total\":100}");
        shop.event(
                "currency-yuan",
                "Order Completed",
                Tracking.noon(90).plusSeconds(1),
                "{\"total\":5000,\"currency\":\"JPY\"}");
        shop.event(
                "currency-yuan",
                "Order Refunded",
                Tracking.noon(90).plusSeconds(2),
                "{\"total\":4000,\"currency\":\"JPY\"}");
        for (String lateData : List.of("INCLUDE", "EXCLUDE")) {
            Runs.score(caller, "{\"lateData\":\"" + lateData + "\"}");
            int no = no("currency-yuan");
            assertThat(caller.get("/api/members/" + no).json().path("spend").asDouble())
                    .as(lateData)
                    .isEqualTo(100);
            List<JsonNode> orders = events(no, "Order Completed", 200);
            assertThat(orders).hasSize(2);
            assertThat(orders.getFirst().path("amount").asDouble()).isEqualTo(5000);
            assertThat(orders.getFirst().path("currency").asString()).isEqualTo("JPY");
            assertThat(orders.getFirst().path("moneyPoints").asDouble()).isZero();
            assertThat(orders.getLast().path("moneyPoints").asDouble()).isEqualTo(100);
            // (2 * 10 + 100) / 2
            assertThat(orders.getFirst().at("/ofDay/raw").asDouble())
                    .as(lateData)
                    .isEqualTo(60);
        }
        JsonNode left = caller.get("/api/lifetime")
                .json()
                .path("otherCurrencies")
                .valueStream()
                .filter(it -> it.path("currency").asString().equals("JPY"))
                .findFirst()
                .orElseThrow();
        assertThat(left.path("events").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(left.path("members").asLong()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void anEventBeyondTheCapSaysSoAndItsMoneyStillCounts() {
        Tracking shop = new Tracking(caller, "capped");
        for (int i = 0; i < 6; i++) {
            shop.event("capped-qi", "Order Completed", Tracking.noon(90).plusSeconds(i), "{\"revenue\":40}");
        }
        Runs.score(caller, "{}");

        List<JsonNode> orders = events(no("capped-qi"), "Order Completed", 200);
        // newest first: the sixth of a day on which five count; half is left after 90 days
        JsonNode sixth = orders.getFirst();
        assertThat(sixth.path("place").asInt()).isEqualTo(6);
        assertThat(sixth.path("counted").asBoolean()).isFalse();
        assertThat(sixth.path("points").asDouble()).isZero();
        assertThat(sixth.path("moneyPoints").asDouble()).isEqualTo(40);
        assertThat(sixth.path("daysAgo").asInt()).isEqualTo(90);
        assertThat(sixth.path("factor").asDouble()).isEqualTo(0.5);
        assertThat(sixth.path("raw").asDouble()).isEqualTo(20);
        JsonNode fifth = orders.get(1);
        assertThat(fifth.path("counted").asBoolean()).isTrue();
        assertThat(fifth.path("raw").asDouble()).isEqualTo(25);
        // (5 * 10 + 6 * 40) / 2
        assertThat(fifth.path("ofDay").path("raw").asDouble()).isEqualTo(145);
        assertThat(fifth.path("ofDay").path("n").asInt()).isEqualTo(6);
        assertThat(fifth.path("ofDay").path("counted").asInt()).isEqualTo(5);
    }

    @Test
    void aRunOfAPastDayShowsOnlyWhatItSaw() {
        Tracking shop = new Tracking(caller, "scored-past");
        shop.order("past-he", 40, 60);
        shop.order("past-he", 2, 10);
        Runs.score(caller, "{\"asOf\":\"" + Tracking.daysAgo(10) + "\"}");
        assertThat(events(no("past-he"), "Order Completed", 200))
                .singleElement()
                .satisfies(it -> assertThat(it.path("daysAgo").asInt()).isEqualTo(30));

        // everything arrived today, so nothing was there by then
        Runs.score(caller, "{\"asOf\":\"" + Tracking.daysAgo(1) + "\",\"lateData\":\"exclude\"}");
        assertThat(caller.get("/api/members/" + no("past-he") + "/explain/events?event=Order%20Completed")
                        .json()
                        .path("items"))
                .isEmpty();
        Runs.score(caller, "{}");
        assertThat(events(no("past-he"), "Order Completed", 1)).hasSize(2);
    }

    @Test
    void theTimelineOfADayHoldsOnlyThatDay() {
        Tracking shop = new Tracking(caller, "day");
        for (int daysAgo = 0; daysAgo < 5; daysAgo++) {
            shop.order("day-bai", daysAgo, 10 + daysAgo);
            shop.event("day-bai", "Message Sent", Tracking.noon(daysAgo), "{}");
        }
        Runs.score(caller, "{}");
        Instant begin = Tracking.daysAgo(3).atStartOfDay(Tracking.ZONE).toInstant();
        Instant end = Tracking.daysAgo(2).atStartOfDay(Tracking.ZONE).toInstant();
        JsonNode items = caller.get("/api/members/" + no("day-bai") + "/timeline?events=Order%20Completed&since="
                        + begin + "&before=" + end)
                .json()
                .path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("amount").asDouble()).isEqualTo(13);
        assertThat(caller.get("/api/members/" + no("day-bai") + "/timeline?since=soon")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotCountedIsRefused() {
        Tracking shop = new Tracking(caller, "none");
        shop.order("none-yu", 1, 10);
        Runs.score(caller, "{}");
        String path = "/api/members/" + no("none-yu") + "/explain/events";
        assertThat(caller.get(path + "?event=Signed%20Up").code()).isEqualTo("explain.event-uncounted");
        assertThat(caller.get(path).status()).isEqualTo(400);
        assertThat(caller.get(path + "?event=Order%20Completed&cursor=x").status())
                .isEqualTo(400);
        assertThat(caller.get("/api/members/2000000000/explain/events?event=Order%20Completed")
                        .code())
                .isEqualTo("member.unknown");
        assertThat(caller.get(path + "?event=Checked%20In").json().path("items"))
                .isEmpty();
    }
}
