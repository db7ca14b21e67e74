package io.guanxi.wecom.livecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Waiting;
import io.guanxi.wecom.WeComTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who comes by a live code is tagged and welcomed within twenty seconds, and counted how far they get. */
class LiveCodeTests extends WeComTest {

    private final String guide = "code-" + own;

    private int tag(String name) {
        Answer group = caller.post("/api/tags/groups", "{\"name\":\"g-%s-%s\",\"note\":\"\"}".formatted(name, own));
        assertThat(group.status()).as(group.text()).isEqualTo(201);
        Answer tag = caller.post(
                "/api/tags",
                "{\"group\":%d,\"name\":\"%s\",\"colour\":\"GREEN\",\"note\":\"\"}"
                        .formatted(group.json().path("id").asInt(), name + own));
        assertThat(tag.status()).as(tag.text()).isEqualTo(201);
        return tag.json().path("id").asInt();
    }

    private long welcome(String text) {
        Answer made = caller.post(
                "/api/templates",
                "{\"name\":\"w-%s\",\"channel\":\"wecom-welcome\",\"category\":\"service\",\"wording\":{\"text\":\"%s\",\"attachments\":[],\"variables\":[]}}"
                        .formatted(own, text));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asLong();
    }

    private JsonNode code(String channel, int tag, long template) {
        enterprise.hire(guide, "钱导购");
        Answer made = caller.post(
                "/api/live-codes",
                "{\"name\":\"%s\",\"channel\":\"%s\",\"scene\":\"spring\",\"employees\":[\"%s\"],\"tags\":[%d],\"templateId\":%d}"
                        .formatted("code " + own, channel, guide, tag, template));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private boolean carries(int member, int tag) {
        return caller.get("/api/members/" + member + "/tags")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("tag").asInt() == tag
                        && item.path("by").path("kind").asString().equals("CHANNEL"));
    }

    @Test
    void whoComesByALiveCodeIsTaggedAndWelcomed() {
        int tag = tag("tea");
        JsonNode code = code("machine-" + own, tag, welcome("欢迎，{{member.name|亲}}"));
        assertThat(enterprise.liveCodes()).contains(code.path("state").asString());
        assertThat(code.path("picture").asString()).startsWith("https://");
        String customer = enterprise.person("新人" + own, null);

        Instant begun = Instant.now();
        tell(enterprise.adds(customer, guide, code.path("state").asString()));
        Waiting.until(() -> enterprise.welcomeOf(customer) != null);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(enterprise.welcomeOf(customer)).isEqualTo("欢迎，新人" + own);
        settle();
        Waiting.until(() -> carries(member(customer), tag));
        assertThat(caller.get("/api/members/" + member(customer)).text()).contains("machine-" + own);
    }

    @Test
    void whileAnotherAppWelcomesItIsTriedAgain() {
        JsonNode code = code("busy-" + own, tag("busy"), welcome("你好"));
        String customer = enterprise.person("忙" + own, null);
        WECOM.refuse("externalcontact/send_welcome_msg", 41096, 1);

        tell(enterprise.adds(customer, guide, code.path("state").asString()));

        Waiting.until(() -> enterprise.welcomeOf(customer) != null);
    }

    @Test
    void whomAnotherAppWelcomedIsLeftInPeace() {
        JsonNode code = code("taken-" + own, tag("taken"), welcome("你好"));
        String customer = enterprise.person("抢" + own, null);
        WECOM.refuse("externalcontact/send_welcome_msg", 41051, 1);

        tell(enterprise.adds(customer, guide, code.path("state").asString()));
        settle();

        Waiting.until(() -> postgres.sql("SELECT count(*) FROM message WHERE member_no = ? AND state = 'DEAD'")
                        .param(member(customer))
                        .query(Long.class)
                        .single()
                == 1);
        assertThat(enterprise.welcomeOf(customer)).isNull();
    }

    @Test
    void theFunnelCountsMembersByPathAndLiveCode() {
        int tag = tag("funnel");
        String channel = "shop-" + own;
        JsonNode code = code(channel, tag, welcome("你好"));
        String chat = enterprise.chat("群" + own, guide);
        String[] customers = new String[4];
        for (int i = 0; i < 4; i++) {
            customers[i] = enterprise.person("漏" + i + own, null);
            tell(enterprise.adds(
                    customers[i],
                    guide,
                    code.path("state").asString(),
                    Instant.now().minusSeconds(30)));
        }
        tell(enterprise.joins(customers[0], chat));
        tell(enterprise.joins(customers[1], chat));
        settle(); // whoever is gone before they were asked about stays unknown
        tell(enterprise.deletes(customers[3], guide));
        settle();
        caller.withWriteKey(io.guanxi.testing.Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"event\":\"Message Sent\",\"context\":{\"externalIds\":[{\"type\":\"external_userid\",\"id\":\"%s\"}]}}"
                                .formatted(customers[0]));
        mart.settle();
        Waiting.until(() -> figures(channel).path("added").asInt() == 4
                && figures(channel).path("talked").asInt() == 1
                && figures(channel).path("tagged").asInt() > 2);

        JsonNode figures = figures(channel);
        assertThat(figures.path("added").asInt()).isEqualTo(4);
        assertThat(figures.path("joined").asInt()).isEqualTo(2);
        assertThat(figures.path("silent").asInt()).isZero(); // nobody came three days ago
        assertThat(figures.path("removed").asInt()).isEqualTo(1);
        assertThat(caller.get("/api/live-codes/onboarding")
                        .json()
                        .path("liveCodes")
                        .valueStream()
                        .filter(each -> each.path("liveCode").asLong()
                                == code.path("id").asLong())
                        .map(each -> each.path("figures").path("added").asInt()))
                .containsExactly(4);
    }

    @Test
    void theSilentOnesOfTheFunnelHaveNamesAndGuides() {
        String channel = "quiet-" + own;
        JsonNode code = code(channel, tag("quiet"), welcome("在吗"));
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String customer = enterprise.person("静" + i + own, null);
            customers.add(customer);
            tell(enterprise.adds(
                    customer,
                    guide,
                    code.path("state").asString(),
                    Instant.now().minus(Duration.ofDays(i == 0 ? 1 : 4))));
        }
        settle();
        tell(enterprise.deletes(customers.get(3), guide));
        settle();
        caller.withWriteKey(io.guanxi.testing.Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"event\":\"Message Sent\",\"context\":{\"externalIds\":[{\"type\":\"external_userid\",\"id\":\"%s\"}]}}"
                                .formatted(customers.get(2)));
        mart.settle();
        Waiting.until(() -> figures(channel).path("talked").asInt() == 1);

        assertThat(figures(channel).path("silent").asInt()).isEqualTo(1);
        for (String of :
                List.of("path=" + channel, "liveCode=" + code.path("id").asLong())) {
            JsonNode items =
                    caller.get("/api/live-codes/onboarding/silent?" + of).json().path("items");
            assertThat(items).hasSize(1);
            assertThat(items.get(0).path("member").asInt()).isEqualTo(member(customers.get(1)));
            assertThat(items.get(0).path("name").asString()).isEqualTo("静1" + own);
            assertThat(items.get(0).path("guides").valueStream().map(JsonNode::asString))
                    .hasSize(1);
            assertThat(items.get(0).path("liveCodes").valueStream().map(JsonNode::asString))
                    .containsExactly(code.path("name").asString());
        }
        assertThat(caller.get("/api/live-codes/onboarding/silent?days=2&path=" + channel)
                        .json()
                        .path("items"))
                .as("who came within two days is not silent yet")
                .isEmpty();
        List<Integer> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/api/live-codes/onboarding/silent?limit=1&cursor=" + cursor)
                    .json();
            page.path("items").forEach(it -> all.add(it.path("member").asInt()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(all).doesNotHaveDuplicates().contains(member(customers.get(1)));
        assertThat(caller.get("/api/live-codes/onboarding")
                        .json()
                        .at("/all/silent")
                        .asInt())
                .as("all pages together are the figure")
                .isEqualTo(all.size());
    }

    private JsonNode figures(String path) {
        return caller.get("/api/live-codes/onboarding")
                .json()
                .path("paths")
                .valueStream()
                .filter(each -> each.path("path").asString().equals(path))
                .findFirst()
                .orElseThrow()
                .path("figures");
    }

    private long journey() {
        Answer made = caller.post("/api/journeys", """
                {"definition":{"name":"newcomers %s","entry":{"kind":"api"},"start":"wait","nodes":[
                 {"kind":"wait","key":"wait","until":{"kind":"for","days":7}}]}}""".formatted(own));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        long id = made.json().at("/summary/id").asLong();
        assertThat(caller.post("/api/journeys/" + id + "/publish", "{\"revision\":1}")
                        .status())
                .isEqualTo(200);
        return id;
    }

    private int inside(long journey) {
        return caller.get("/api/journeys/" + journey)
                .json()
                .at("/summary/inside")
                .asInt();
    }

    @Test
    void aCodeIsChangedHereAndInWeComAndWhoComesByItEntersItsJourney() {
        JsonNode code = code("edit-" + own, tag("edit"), welcome("你好"));
        String path = "/api/live-codes/" + code.path("id").asLong();
        String state = code.path("state").asString();
        enterprise.hire("second-" + own, "孙导购");
        long journey = journey();

        Answer changed = caller.put(
                path,
                "{\"name\":\"new %1$s\",\"channel\":\"shop-%1$s\",\"employees\":[\"second-%1$s\"],\"journeyId\":%2$d}"
                        .formatted(own, journey));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("state").asString())
                .as("the code that hangs out")
                .isEqualTo(state);
        assertThat(changed.json().path("journeyId").asLong()).isEqualTo(journey);
        assertThat(changed.json().path("tags")).isEmpty();
        assertThat(changed.json().path("templateId").isNull()).isTrue();
        assertThat(enterprise.behind(state)).containsExactly("second-" + own);

        String customer = enterprise.person("进" + own, null);
        tell(enterprise.adds(customer, "second-" + own, state));
        settle();
        Waiting.until(() -> inside(journey) == 1);
        tell(enterprise.adds(customer, guide, state)); // once more, by another
        settle();
        Waiting.until(() -> postgres.sql("SELECT count(*) FROM wecom_contact WHERE greeting_due")
                        .query(Long.class)
                        .single()
                == 0);
        assertThat(inside(journey)).as("it may be entered once").isEqualTo(1);

        // What WeCom refuses leaves everything as it was.
        Answer refused = caller.put(
                path, "{\"name\":\"x %1$s\",\"channel\":\"x\",\"employees\":[\"nobody-%1$s\"]}".formatted(own));
        assertThat(refused.status()).isEqualTo(502);
        assertThat(caller.get("/api/live-codes").text()).contains("new " + own).doesNotContain("x " + own);
        assertThat(enterprise.behind(state)).containsExactly("second-" + own);

        assertThat(caller.put(
                                path,
                                "{\"name\":\"y\",\"channel\":\"x\",\"employees\":[\"%s\"],\"journeyId\":99999999}"
                                        .formatted(guide))
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("journeyId");
        caller.post(path + "/archive", "");
        assertThat(caller.put(path, "{\"name\":\"y\",\"channel\":\"x\",\"employees\":[\"%s\"]}".formatted(guide))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("live-code.archived");
    }

    @Test
    void whatALiveCodePromisesIsNotTakenAway() {
        int tag = tag("kept");
        long template = welcome("你好");
        JsonNode code = code("kept-" + own, tag, template);
        JsonNode held = caller.get("/api/tags/" + tag).json();
        String archived = "{\"group\":%d,\"name\":\"%s\",\"archived\":true}"
                .formatted(held.at("/tag/groupId").asInt(), held.at("/tag/name").asString());

        for (Answer refused : List.of(caller.delete("/api/tags/" + tag), caller.put("/api/tags/" + tag, archived))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("tag.used");
            assertThat(refused.text()).contains("code " + own);
        }
        Answer refused = caller.delete("/api/templates/" + template);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("template.used");
        assertThat(refused.text()).contains("live code “code " + own);

        caller.post("/api/live-codes/" + code.path("id").asLong() + "/archive", "");
        assertThat(caller.put("/api/tags/" + tag, archived).status()).isEqualTo(200);
        assertThat(caller.delete("/api/tags/" + tag).status()).isEqualTo(204);
        assertThat(caller.delete("/api/templates/" + template).status()).isEqualTo(204);
    }

    @Test
    void whatIsGoneAllTheSameIsLeftOutAndNotedAndStopsNobody() {
        int gone = tag("away");
        int dropped = tag("dropped");
        int there = tag("there");
        long template = welcome("你好");
        long journey = journey();
        enterprise.hire(guide, "钱导购");
        String wish =
                "{\"name\":\"lost %s\",\"channel\":\"lost-%1$s\",\"employees\":[\"%s\"],\"tags\":[%d,%d,%d],\"templateId\":%d,\"journeyId\":%d}";
        JsonNode code = caller.post(
                        "/api/live-codes", wish.formatted(own, guide, gone, dropped, there, template, journey))
                .json();
        // As an older server would have allowed.
        postgres.sql("UPDATE tag SET archived_at = now() WHERE id = ?")
                .param(gone)
                .update();
        postgres.sql("DELETE FROM tag WHERE id = ?").param(dropped).update();
        postgres.sql("UPDATE message_template SET deleted_at = now() WHERE id = ?")
                .param(template)
                .update();
        caller.post("/api/journeys/" + journey + "/pause", "");
        String[] customers = {enterprise.person("失一" + own, null), enterprise.person("失二" + own, null)};

        for (String customer : customers) {
            tell(enterprise.adds(customer, guide, code.path("state").asString()));
        }
        settle();

        for (String customer : customers) {
            Waiting.until(() -> carries(member(customer), there));
            assertThat(carries(member(customer), gone)).isFalse();
        }
        Waiting.until(() -> skipped(code).size() == 4 && skipped(code).stream().allMatch(it -> it.endsWith(" 2")));
        assertThat(skipped(code))
                .containsExactlyInAnyOrder(
                        "TAG " + gone + " 2",
                        "TAG " + dropped + " 2",
                        "TEMPLATE " + template + " 2",
                        "JOURNEY " + journey + " 2");
        assertThat(enterprise.welcomeOf(customers[0])).isNull();
        assertThat(postgres.sql("SELECT count(*) FROM wecom_contact WHERE greeting_due")
                        .query(Long.class)
                        .single())
                .isZero();

        // Whoever looks after it has it forgotten.
        Answer changed = caller.put(
                "/api/live-codes/" + code.path("id").asLong(),
                "{\"name\":\"found %1$s\",\"channel\":\"lost-%1$s\",\"employees\":[\"%2$s\"],\"tags\":[%3$d]}"
                        .formatted(own, guide, there));
        assertThat(changed.json().path("skipped")).as(changed.text()).isEmpty();
    }

    private List<String> skipped(JsonNode code) {
        return caller.get("/api/live-codes")
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asLong() == code.path("id").asLong())
                .flatMap(it -> it.path("skipped").valueStream())
                .map(it -> it.path("kind").asString() + " " + it.path("number").asLong() + " "
                        + it.path("newcomers").asLong())
                .toList();
    }

    @Test
    void aCodeThatIsArchivedIsGoneInWeCom() {
        JsonNode code = code("gone-" + own, tag("gone"), welcome("你好"));

        Answer archived = caller.post("/api/live-codes/" + code.path("id").asLong() + "/archive", "");

        assertThat(archived.json().path("archivedAt").isNull()).isFalse();
        assertThat(enterprise.liveCodes()).doesNotContain(code.path("state").asString());
    }

    @Test
    void whatCannotBeIsRefusedWithPlaces() {
        Answer refused = caller.post(
                "/api/live-codes",
                "{\"name\":\"\",\"channel\":\"x\",\"employees\":[],\"tags\":[99999999],\"templateId\":99999999}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("live-code.invalid");
        assertThat(refused.json().path("errors").valueStream().map(fault -> fault.path("field")
                        .asString()))
                .containsExactly("name", "employees", "tags", "templateId");
    }

    @Test
    void whatWeComRefusesIsNotKept() {
        Answer refused = caller.post(
                "/api/live-codes",
                "{\"name\":\"none %s\",\"channel\":\"x\",\"employees\":[\"nobody-%s\"]}".formatted(own, own));

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.json().path("code").asString()).isEqualTo("wecom.refused");
        assertThat(caller.get("/api/live-codes").text()).doesNotContain("none " + own);
    }
}
