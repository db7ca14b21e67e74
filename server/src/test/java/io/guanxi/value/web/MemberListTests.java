package io.guanxi.value.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filters, files and saved lists of members, by API. */
@ServerTest
class MemberListTests {

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient postgres;

    private Caller guide;

    @BeforeEach
    void aGuideAndFourMembers() {
        Answer key = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"list guide\",\"role\":\"GUIDE\"}");
        guide = caller.withApiKey(key.json().path("secret").asString());
        Tracking shop = new Tracking(caller, "list");
        shop.identify("listed-big", "{\"name\":\"=赵大\",\"phone\":\"13911112222\",\"city\":\"苏州-list\"}");
        shop.identify("listed-small", "{\"name\":\"钱小\",\"phone\":\"13911113333\",\"city\":\"苏州-list\"}");
        shop.order("listed-big", 2, 5_000);
        shop.order("listed-big", 1, 5_000);
        shop.order("listed-small", 200, 50);
        shop.event("listed-talker", "Message Sent", Tracking.noon(1), "{}");
        shop.event("listed-silent", "Community Joined", Tracking.noon(2), "{}");
        Runs.score(caller, "{}");
    }

    private List<String> found(String query) {
        Answer answer = caller.get("/api/members?limit=200&" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> users = new ArrayList<>();
        for (JsonNode member : answer.json().path("items")) {
            for (JsonNode identifier : member.path("identifiers")) {
                String key = identifier.path("key").asString();
                if (key.startsWith("listed-")) {
                    users.add(key);
                }
            }
        }
        return users;
    }

    @Test
    void theListKeepsThoseWhoCarryAnyOfSomeTags() {
        int group = made("/api/tags/groups", "{\"name\":\"listed-%s\"}".formatted(System.nanoTime()));
        int big = made("/api/tags", "{\"group\":%d,\"name\":\"big\"}".formatted(group));
        int small = made("/api/tags", "{\"group\":%d,\"name\":\"small\"}".formatted(group));
        int nobody = made("/api/tags", "{\"group\":%d,\"name\":\"nobody\"}".formatted(group));
        tag("listed-big", big);
        tag("listed-small", small);
        assertThat(found("tag=" + big)).containsExactly("listed-big");
        assertThat(found("tag=" + big + "," + small)).containsExactlyInAnyOrder("listed-big", "listed-small");
        assertThat(found("tag=" + big + "," + small + "&minOrders=2")).containsExactly("listed-big");
        assertThat(found("tag=" + nobody)).isEmpty();
        for (String wrong : List.of("tea", "0", "999999999")) {
            Answer refused = caller.get("/api/members?tag=" + wrong);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("\"tag\"");
        }
    }

    private int made(String path, String body) {
        Answer answer = caller.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asInt();
    }

    private void tag(String user, int tag) {
        int no = caller.get("/api/members/by/user/" + user).json().path("no").asInt();
        Answer answer = caller.put("/api/members/" + no + "/tags/" + tag, "");
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    @Test
    void everyFilterKeepsThoseWhoFitAndNobodyElse() {
        assertThat(found("minSpend=5000&maxSpend=10000")).contains("listed-big").doesNotContain("listed-small");
        assertThat(found("minConsumption=90")).contains("listed-big").doesNotContain("listed-small", "listed-talker");
        assertThat(found("minOrders=1&maxOrders=1"))
                .contains("listed-small")
                .doesNotContain("listed-big", "listed-talker");
        assertThat(found("minRecency=100")).contains("listed-small").doesNotContain("listed-big", "listed-silent");
        assertThat(found("maxInteraction=0&minOrders=1")).contains("listed-big", "listed-small");
        assertThat(found("stage=LOYALTY,PURCHASE"))
                .contains("listed-big", "listed-small")
                .doesNotContain("listed-talker");
        assertThat(found("joinedFrom=" + Tracking.daysAgo(3)))
                .contains("listed-talker", "listed-silent")
                .doesNotContain("listed-small");
        assertThat(found("joinedTo=" + Tracking.daysAgo(100)))
                .contains("listed-small")
                .doesNotContain("listed-talker");
        JsonNode small = caller.get("/api/members/by/user/listed-small").json();
        String firstDay = small.path("firstSeen").asString().substring(0, 10);
        assertThat(found("firstSeenTo=" + firstDay)).contains("listed-small").doesNotContain("listed-talker");
        assertThat(found("firstSeenFrom=" + Tracking.daysAgo(3)))
                .contains("listed-talker")
                .doesNotContain("listed-small");
        assertThat(found("lastSeenFrom=" + Tracking.daysAgo(1) + "&lastSeenTo=" + Tracking.daysAgo(1)))
                .contains("listed-talker", "listed-big")
                .doesNotContain("listed-silent");
        assertThat(found("untouched=true")).contains("listed-silent").doesNotContain("listed-talker", "listed-small");
        JsonNode big = caller.get("/api/members/by/user/listed-big").json().path("rfm");
        assertThat(found("r=" + big.path("r").asInt() + "&f=" + big.path("f").asInt() + "&m="
                        + big.path("m").asInt()))
                .contains("listed-big")
                .doesNotContain("listed-talker");
        assertThat(found("activeOn=" + Tracking.daysAgo(1)))
                .contains("listed-talker", "listed-big")
                .doesNotContain("listed-silent", "listed-small");
        assertThat(found("activeOn=" + Tracking.daysAgo(200))).isEmpty();
        String month = Tracking.daysAgo(200).toString().substring(0, 7);
        assertThat(found("boughtMonth=" + month))
                .contains("listed-small")
                .doesNotContain("listed-big", "listed-talker");
        assertThat(found("activeMonth=" + month))
                .contains("listed-small")
                .doesNotContain("listed-big", "listed-talker");
        assertThat(found("activeMonth=1990-01")).isEmpty();
        assertThat(found("activeMonth=2999-01")).isEmpty();
        assertThat(found("maxFirstOrderDays=0")).contains("listed-small").doesNotContain("listed-big", "listed-talker");
        assertThat(found("minFirstOrderDays=1&maxFirstOrderDays=1"))
                .contains("listed-big")
                .doesNotContain("listed-small");
        assertThat(caller.get("/api/members?activeMonth=May")
                        .json()
                        .path("errors")
                        .toString())
                .contains("activeMonth");
        assertThat(found("trait=city:苏州-list")).containsExactlyInAnyOrder("listed-big", "listed-small");
        assertThat(found("trait=city:苏州-list&q=13911112222")).containsExactly("listed-big");
    }

    @Test
    void filtersThatMakeNoSenseAreRefusedByName() {
        assertThat(caller.get("/api/members?stage=PURCHASE,LOVE")
                        .json()
                        .path("errors")
                        .toString())
                .contains("stage");
        assertThat(caller.get("/api/members?r=6").status()).isEqualTo(400);
        assertThat(caller.get("/api/members?joinedFrom=yesterday").status()).isEqualTo(400);
        assertThat(caller.get("/api/members?trait=city").json().path("code").asString())
                .isEqualTo("request.invalid");
        assertThat(guide.get("/api/members?trait=name:x").json().path("code").asString())
                .isEqualTo("members.trait-personal");
    }

    @Test
    void aFileHoldsTheListWithItsColumnsAndRunsNoFormula() {
        Answer file = caller.get("/api/members/export?columns=name,phone,orders,spend&sort=-spend&q=listed-");
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.text().split("\r\n"))
                .startsWith("\uFEFFname,phone,orders,spend", "'=赵大,13911112222,2,10000.00", "钱小,13911113333,1,50.00")
                .hasSize(5);
        assertThat(caller.get("/api/members/export?columns=name,secret").status())
                .isEqualTo(400);
        assertThat(guide.get("/api/members/export").status()).isEqualTo(403);
        Answer key = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"list analyst\",\"role\":\"ANALYST\"}");
        Caller analyst = caller.withApiKey(key.json().path("secret").asString());
        assertThat(analyst.get("/api/members/export?columns=phone&head=zh&trait=city:苏州-list")
                        .text())
                .startsWith("\uFEFF手机\r\n")
                .contains("139****2222")
                .doesNotContain("13911112222");
    }

    @Test
    void theTrailSaysOfWhomAFileIsWithoutWhatIsPersonal() {
        assertThat(caller.get("/api/members/export?columns=no&minOrders=2&trait=city:苏州-list&q=listed-")
                        .status())
                .isEqualTo(200);
        JsonNode trail = caller.get("/api/audit?limit=2").json().path("items");
        assertThat(trail.path(0).path("action").asString()).isEqualTo("members.export-ended");
        assertThat(trail.path(0).path("detail")).isEqualTo(JsonMapper.shared().readTree("{\"rows\":1,\"whole\":true}"));
        assertThat(trail.path(1).path("action").asString()).isEqualTo("members.exported");
        assertThat(trail.path(1).path("detail").path("filters"))
                .isEqualTo(JsonMapper.shared().readTree("{\"minOrders\":\"2\",\"q\":\"given\",\"trait\":\"city\"}"));
        assertThat(trail.path(1).path("detail").toString()).doesNotContain("苏州", "listed-");
    }

    @Test
    void whatIsExactlySoIsFoundAloneAndWhatBeginsSoOnlyWhole() {
        assertThat(how("q=13911112222")).isEqualTo("EXACT");
        assertThat(found("q=listed-big")).containsExactly("listed-big");
        assertThat(how("q=%2B86 1391111 22".replace(" ", "%20"))).isEqualTo("BEGINNING");
        assertThat(found("q=%2B86%201391111%2022")).containsExactly("listed-big");
        Tracking shop = new Tracking(caller, "wide");
        shop.identify("wide-one", "{\"name\":\"宽\"}");
        shop.identify("wide-one-more", "{\"name\":\"宽街\"}");
        Runs.score(caller, "{}");
        assertThat(how("q=wide-one-more")).isEqualTo("EXACT");
        for (String exact : List.of("q=wide-one", "q=WIDE-one", "q=宽")) {
            assertThat(how(exact)).as(exact).isEqualTo("EXACT_OF_MORE");
            assertThat(count(exact)).as(exact).isEqualTo(1);
            assertThat(how(exact + "*")).as(exact).isEqualTo("BEGINNING");
            assertThat(count(exact + "*")).as(exact).isEqualTo(2);
        }
        assertThat(count("q=user:wide-one")).isEqualTo(1);
        assertThat(guide.get("/api/members?q=wide-one*").json().path("found").asString())
                .as("who does not see personal data is told of nothing that begins so")
                .isEqualTo("EXACT");
        assertThat(guide.get("/api/members?q=wide-one-m").json().path("items")).isEmpty();
    }

    private int count(String query) {
        return caller.get("/api/members?" + query).json().path("items").size();
    }

    @Test
    void moreThanAreLookedAtAreNobodyRatherThanSome() {
        postgres.sql("""
                        INSERT INTO identifier (kind, key, member_no, linked_at, source, event_id)
                        SELECT 'card', 'crowd' || n, 1, now(), 'test', 'e' FROM generate_series(1, 1001) AS n""").update();
        try {
            Answer crowd = caller.get("/api/members?q=crowd");
            assertThat(crowd.json().path("found").asString()).isEqualTo("TOO_MANY");
            assertThat(crowd.json().path("items")).isEmpty();
            assertThat(caller.get("/api/members/export?q=crowd").code()).isEqualTo("members.too-many-begin");
            assertThat(how("q=crowd1001")).isEqualTo("EXACT");
            assertThat(how("q=crowd100")).isEqualTo("EXACT_OF_MORE");
            assertThat(how("q=crowd99")).isEqualTo("EXACT_OF_MORE");
            assertThat(how("q=crowd9*")).isEqualTo("BEGINNING");
        } finally {
            postgres.sql("DELETE FROM identifier WHERE key LIKE 'crowd%'").update();
        }
    }

    private String how(String query) {
        return caller.get("/api/members?" + query).json().path("found").asString();
    }

    @Test
    void aTraitOfThreeThousandIsFilteredByAsOneOfAFew() {
        int first = 1
                + postgres.sql("SELECT max(member_no) FROM member")
                        .query(Integer.class)
                        .single();
        postgres.sql("""
                        INSERT INTO trait (member_no, name, value, ts, source, event_id)
                        SELECT n, 'city', '"苏州-list"', now(), 'test', 'e' FROM generate_series(:first, :first + 3000) AS n""").param("first", first).update();
        try {
            assertThat(found("trait=city:苏州-list")).containsExactlyInAnyOrder("listed-big", "listed-small");
            assertThat(found("trait=city:苏州-list&minOrders=2&sort=-spend")).containsExactly("listed-big");
            assertThat(found("trait=city:苏州-list&q=13911113333")).containsExactly("listed-small");
            String next = caller.get("/api/members?trait=city:苏州-list&limit=1&sort=-spend")
                    .json()
                    .path("next")
                    .asString();
            assertThat(found("trait=city:苏州-list&sort=-spend&cursor=" + next)).containsExactly("listed-small");
        } finally {
            postgres.sql("DELETE FROM trait WHERE member_no >= :first")
                    .param("first", first)
                    .update();
        }
    }

    @Test
    void aSavedListIsItsOwnersUntilItIsShared() {
        String mine = "{\"name\":\"老客\",\"query\":{\"stage\":\"LOYALTY\",\"sort\":\"-spend\"},\"shared\":false}";
        Answer saved = caller.post("/api/members/views", mine);
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        assertThat(caller.post("/api/members/views", mine).code()).isEqualTo("member-view.exists");
        Answer shared =
                caller.post("/api/members/views", "{\"name\":\"大家\",\"query\":{\"minValue\":\"20\"},\"shared\":true}");
        assertThat(guide.get("/api/members/views").text()).contains("大家").doesNotContain("老客");
        String path = "/api/members/views/" + shared.json().path("id").asLong();
        assertThat(guide.delete(path).code()).isEqualTo("member-view.unknown");
        assertThat(caller.delete(path).status()).isEqualTo(204);
        assertThat(caller.delete("/api/members/views/" + saved.json().path("id").asLong())
                        .status())
                .isEqualTo(204);
        assertThat(caller.post("/api/members/views", "{\"name\":\"x\",\"query\":{\"drop\":\"1\"},\"shared\":false}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aTimeLineShowsTheChosenEventsOnly() {
        int no = caller.get("/api/members/by/user/listed-big").json().path("no").asInt();
        JsonNode orders = caller.get("/api/members/" + no + "/timeline?events=Order%20Completed")
                .json()
                .path("items");
        assertThat(orders)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(it -> it.path("event").asString().equals("Order Completed"));
        assertThat(caller.get("/api/members/" + no + "/timeline?events=Order%20Refunded")
                        .json()
                        .path("items"))
                .isEmpty();
    }
}
