package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Members by API, on events that came by API, scored by the standard model. */
@ServerTest
class MemberTests {

    @Autowired
    Caller caller;

    private JsonNode member(String user) {
        Answer answer = caller.get("/api/members/by/user/" + user);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aMemberCarriesEverythingTheContractNames() {
        Tracking shop = new Tracking(caller, "contract");
        shop.identify("contract-lin", "{\"name\":\"林小雨\",\"phone\":\"13812340000\"}");
        shop.order("contract-lin", 30, 100.5);
        shop.order("contract-lin", 10, 50);
        shop.event("contract-lin", "Order Refunded", Tracking.noon(5), "{\"total\":20}");
        Runs.score(caller, "{}");

        JsonNode member = member("contract-lin");
        assertThat(member.path("name").asString()).isEqualTo("林小雨");
        assertThat(member.path("scored").asBoolean()).isTrue();
        assertThat(member.path("orders").asInt()).isEqualTo(2);
        assertThat(member.path("spend").asDouble()).isEqualTo(130.5);
        assertThat(member.path("rfm").path("recencyDays").asInt()).isEqualTo(10);
        assertThat(member.path("rfm").path("frequency").asInt()).isEqualTo(2);
        assertThat(member.path("rfm").path("monetary").asDouble()).isEqualTo(130.5);
        assertThat(member.path("rfm").path("r").asInt()).isBetween(1, 5);
        assertThat(member.path("stage").asString()).isEqualTo("LOYALTY");
        assertThat(member.path("layer").asString()).isEqualTo("ACTING");
        assertThat(member.path("level").asString()).isEqualTo("ORDINARY");
        assertThat(member.path("currency").asString()).isEqualTo("CNY");
        assertThat(Instant.parse(member.path("firstSeen").asString())).isEqualTo(Tracking.noon(30));
        assertThat(Instant.parse(member.path("lastSeen").asString())).isEqualTo(Tracking.noon(3));
        // (10 + 100.5) 2^(-30/90) + (10 + 50) 2^(-10/90) - 20 * 2^(-5/90) = 87.704 + 55.553 - 19.245 = 124.013
        // 100 (1 - e^(-124.013/600)) = 18.67; value = 0.4 * 18.67 = 7.47
        assertThat(member.path("consumption").asDouble()).isEqualTo(18.67, within(0.011));
        assertThat(member.path("value").asDouble()).isEqualTo(7.47, within(0.011));
        assertThat(caller.get("/api/members/by/phone/13812340000").json().path("no"))
                .isEqualTo(member.path("no"));
    }

    @Test
    void anExplanationAddsUpToTheScore() {
        Tracking shop = new Tracking(caller, "why");
        shop.order("why-wu", 90, 300);
        shop.order("why-wu", 0, 100);
        for (int i = 0; i < 12; i++) {
            shop.event("why-wu", "Message Sent", Tracking.noon(21), "{}");
        }
        Runs.score(caller, "{}");

        JsonNode member = member("why-wu");
        Answer answer = caller.get("/api/members/" + member.path("no").asInt() + "/explain");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode why = answer.json();
        assertThat(why.path("changedSince").asBoolean()).as(answer.text()).isFalse();
        assertThat(why.path("value").asDouble())
                .isEqualTo(why.path("storedValue").asDouble());

        JsonNode consumption = why.path("dimensions").get(0);
        // (10 + 300) / 2 + (10 + 100) = 265
        assertThat(consumption.path("raw").asDouble()).isEqualTo(265);
        assertThat(consumption.path("events").get(0).path("n").asInt()).isEqualTo(2);
        assertThat(consumption.path("events").get(0).path("amount").asDouble()).isEqualTo(400);
        JsonNode interaction = why.path("dimensions").get(2);
        // 12 messages, ten count, half of it is left after 21 days
        assertThat(interaction.path("raw").asDouble()).isEqualTo(5);
        assertThat(interaction.path("events").get(0).path("counted").asInt()).isEqualTo(10);
        assertThat(interaction.path("formula").asString()).startsWith("100 × (1 − e^(−5 / 40)) = ");
        for (JsonNode part : why.path("dimensions")) {
            double sum = 0;
            for (JsonNode event : part.path("events")) {
                sum += event.path("raw").asDouble();
            }
            assertThat(sum).isEqualTo(part.path("raw").asDouble(), within(1e-9));
        }
        assertThat(why.path("stage").path("is").asString()).isEqualTo("LOYALTY");
        assertThat(why.path("stage").path("code").asString()).isEqualTo("stage.repeat-order");
        assertThat(why.path("stage").path("facts").path("repeatOrder").asInt()).isEqualTo(2);
        assertThat(why.path("layer").path("code").asString()).isEqualTo("layer.few-active-days");
        assertThat(why.path("layer").path("facts").path("activeDays").asInt()).isEqualTo(2);
        JsonNode level = why.path("level");
        assertThat(level.path("code").asString()).isEqualTo("level.below");
        assertThat(level.path("facts").path("lacks").propertyNames()).contains("influence");
        assertThat(level.path("facts").path("lacks").path("influence"))
                .isEqualTo(level.path("facts").path("engaged").path("influence"));
        JsonNode tier = why.path("topSpender");
        boolean top = member.path("topSpender").asBoolean();
        assertThat(tier.path("is").asString()).isEqualTo(top ? "TOP_SPENDER" : "OTHER");
        assertThat(tier.path("code").asString()).isEqualTo(top ? "top-spender.reached" : "top-spender.below");
        assertThat(tier.path("facts").path("spend").asDouble()).isEqualTo(400);
        assertThat(tier.path("facts").path("line").asDouble() <= 400).isEqualTo(top);
        assertThat(why.path("rfm").path("recency").path("bounds").size()).isEqualTo(4);

        shop.order("why-wu", 1, 500);
        Runs.score(caller, "{\"asOf\":\"" + Tracking.daysAgo(2) + "\"}");
        assertThat(caller.get("/api/members/" + member.path("no").asInt() + "/explain")
                        .json()
                        .path("dimensions")
                        .get(0)
                        .path("events")
                        .get(0)
                        .path("n")
                        .asInt())
                .as("as of two days ago")
                .isEqualTo(1);
        Runs.score(caller, "{}");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsInEveryOrder() {
        Tracking shop = new Tracking(caller, "pages");
        for (int i = 0; i < 7; i++) {
            shop.order("pages-" + i, i % 3, 10 + i % 2);
        }
        shop.event("pages-silent", "Community Joined", Tracking.noon(1), "{}");
        Runs.score(caller, "{}");
        for (String sort : new String[] {
            "-value",
            "value",
            "consumption",
            "-content",
            "-interaction",
            "-social",
            "-spend",
            "orders",
            "recency",
            "-recency",
            "lastSeen",
            "-firstSeen",
            "no",
            "-no"
        }) {
            List<Integer> all = numbers(sort, 200);
            assertThat(numbers(sort, 3)).as(sort).isEqualTo(all).doesNotHaveDuplicates();
            assertThat(all).hasSizeGreaterThanOrEqualTo(8);
        }
    }

    private List<Integer> numbers(String sort, int limit) {
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = caller.get("/api/members?sort=" + sort + "&limit=" + limit + "&cursor=" + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json()
                    .path("items")
                    .forEach(item -> numbers.add(item.path("no").asInt()));
            cursor = answer.json().path("next").asString("");
        } while (!cursor.isEmpty());
        return numbers;
    }

    @Test
    void filtersLeaveTheOthersOut() {
        Tracking shop = new Tracking(caller, "filter");
        shop.identify("filter-zhao", "{\"name\":\"赵一\",\"phone\":\"13987650001\"}");
        shop.order("filter-zhao", 1, 2000);
        Runs.score(caller, "{}");
        int no = member("filter-zhao").path("no").asInt();
        for (String filter : new String[] {
            "q=filter-zhao",
            "q=13987650001",
            "q=139-8765-0001",
            "q=phone:13987650001",
            "q=filter-z",
            "q=%E8%B5%B5%E4%B8%80",
            "q=filter-zhao&stage=PURCHASE",
            "q=filter-zhao&layer=acting",
            "q=filter-zhao&level=ORDINARY",
            "q=filter-zhao&minValue=20&highValue=true",
            "q=filter-zhao&maxValue=100"
        }) {
            JsonNode items = caller.get("/api/members?" + filter).json().path("items");
            assertThat(items).as(filter).hasSize(1);
            assertThat(items.get(0).path("no").asInt()).isEqualTo(no);
        }
        for (String filter : new String[] {
            "q=nobody-is-called-so",
            "q=filter-zhao&stage=LOYALTY",
            "q=filter-zhao&minValue=99",
            "q=filter-zhao&channel=x"
        }) {
            assertThat(caller.get("/api/members?" + filter).json().path("items"))
                    .as(filter)
                    .isEmpty();
        }
    }

    @Test
    void aWrongParameterIsNamed() {
        for (String wrong :
                new String[] {"sort=beauty", "limit=0", "limit=201", "cursor=abc", "stage=LOVE", "layer=x", "level=x"
                }) {
            Answer answer = caller.get("/api/members?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().path("errors").get(0).path("field").asString())
                    .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(caller.get("/api/members?minValue=high").status()).isEqualTo(400);
    }

    @Test
    void theTimelineGoesBackInPagesAndShowsWhatHasJustCome() {
        Tracking shop = new Tracking(caller, "line");
        for (int i = 0; i < 5; i++) {
            shop.order("line-li", 100 - i * 10, 10 + i);
        }
        Runs.score(caller, "{}");
        shop.event("line-li", "Message Sent", Tracking.noon(95), "{\"text\":\"hi\"}");
        shop.event("line-li", "Message Sent", Instant.now(), "{}");

        int no = member("line-li").path("no").asInt();
        List<String> seen = new ArrayList<>();
        Instant until = Instant.now().plusSeconds(20);
        while (seen.size() < 7 && Instant.now().isBefore(until)) {
            seen = timeline(no, 2);
        }
        assertThat(seen)
                .hasSize(7)
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .doesNotHaveDuplicates()
                .isEqualTo(timeline(no, 200));
        assertThat(caller.get("/api/members/" + no + "/timeline?before=" + Tracking.noon(95))
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(caller.get("/api/members/" + no + "/timeline?before=soon").status())
                .isEqualTo(400);
    }

    private List<String> timeline(int no, int limit) {
        List<String> events = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = caller.get("/api/members/" + no + "/timeline?limit=" + limit + "&before=" + before)
                    .json();
            page.path("items")
                    .forEach(event -> events.add(event.path("ts").asString() + " "
                            + event.path("event").asString()));
            before = page.path("next").asString("");
        } while (!before.isEmpty());
        return events;
    }

    @Test
    void whoIsNotThereIsSaidToBeSo() {
        assertThat(caller.get("/api/members/2000000000").code()).isEqualTo("member.unknown");
        assertThat(caller.get("/api/members/by/user/nobody").code()).isEqualTo("member.unknown");
        assertThat(caller.get("/api/members/2000000000/timeline").code()).isEqualTo("member.unknown");
        assertThat(caller.get("/api/members/2000000000/explain").code()).isEqualTo("member.unknown");
    }
}
