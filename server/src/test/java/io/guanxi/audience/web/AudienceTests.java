package io.guanxi.audience.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.AudienceChange;
import io.guanxi.audience.AudienceChanges;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.live.ListUpload;
import io.guanxi.audience.live.Memberships;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Audiences by API, on events that came by API. */
@ServerTest
class AudienceTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine engine;

    @Autowired
    Memberships memberships;

    @Autowired
    AudienceChanges changes;

    @Autowired
    MembershipTable table;

    @Autowired
    JdbcClient postgres;

    private void track(String user, String event, int daysAgo, String properties) {
        String at = Instant.now().minus(daysAgo, ChronoUnit.DAYS).toString();
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/track",
                        "{\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":\"%s\",\"properties\":%s}"
                                .formatted(user, event, at, properties));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void identify(String user, String traits) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/identify", "{\"userId\":\"%s\",\"traits\":%s}".formatted(user, traits));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Everything acknowledged reaches the audiences. */
    private void arrive() {
        mart.settle();
        engine.follow();
        memberships.refresh();
    }

    private int no(String user) {
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private long save(String name, String expression) {
        Answer answer = caller.post(
                "/api/audiences",
                "{\"name\":\"%s\",\"folder\":\"tests\",\"expression\":%s}".formatted(name, expression));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private List<Integer> members(long id) {
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/api/audiences/" + id + "/members?limit=2&cursor=" + cursor)
                    .json();
            page.path("items").forEach(item -> numbers.add(item.path("no").asInt()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return numbers;
    }

    @Test
    void moneyOfAnotherCurrencyIsNoAmountInTheMartNorInTheLake() {
        identify("money-yuan", "{\"money_is\":\"yuan\"}");
        identify("money-yen", "{\"money_is\":\"yen\"}");
        track("money-yuan", "Order Completed", 3, "{\"total\":300}");
        track("money-yen", "Order Completed", 3, "{\"total\":9000,\"currency\":\"JPY\"}");
        arrive();
        for (String event : List.of(
                "{'name':'Order Completed'}",
                "{'name':'Order Completed','hours':{'from':0,'to':23}}",
                "{'name':'Order Completed','where':[{'column':'AMOUNT','is':{'atLeast':200}}]}")) {
            String measured = event.contains("where") ? "" : ",'measure':'AMOUNT','is':{'atLeast':200}";
            Answer answer = caller.post(
                    "/api/audiences/preview", """
                    {'expression':{'kind':'all','of':[{'kind':'trait','name':'money_is','is':{'in':['yuan','yen']}},
                        {'kind':'did','event':%s%s}]}}""".formatted(event, measured).replace('\'', '"'));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("members").asInt()).as(event).isEqualTo(1);
            assertThat(answer.json().at("/sample/0/no").asInt()).as(event).isEqualTo(no("money-yuan"));
        }
    }

    @Test
    void aPreviewCountsEveryPartAndShowsSomeMembers() {
        identify("preview-lin", "{\"preview_city\":\"杭州\",\"name\":\"林小雨\"}");
        identify("preview-wu", "{\"preview_city\":\"杭州\"}");
        identify("preview-xu", "{\"preview_city\":\"上海\"}");
        track("preview-lin", "Order Completed", 3, "{\"total\":100,\"coupon\":\"SPRING\"}");
        track("preview-wu", "Order Completed", 40, "{\"total\":100}");
        arrive();
        Answer answer = caller.post("/api/audiences/preview", """
                {"expression":{"kind":"all","of":[
                    {"kind":"trait","name":"preview_city","is":{"in":["杭州"]}},
                    {"kind":"did","event":{"name":"Order Completed"},"during":{"kind":"last","days":30}}]}}""");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("members").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/parts/1/pointer").asString()).isEqualTo("/of/0");
        assertThat(answer.json().at("/parts/1/members").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/sample/0/no").asInt()).isEqualTo(no("preview-lin"));
        assertThat(answer.json().at("/sentence/zh").asString()).contains("近30天做过“Order Completed”");
        assertThat(answer.json().at("/sentence/en").asString()).contains("did “Order Completed” in the last 30 days");

        Answer byProperty = caller.post("/api/audiences/preview", """
                {"expression":{"kind":"did","event":{"name":"Order Completed",
                    "where":[{"property":"coupon","is":{"startsWith":"SPR"}}]}}}""");
        assertThat(byProperty.json().path("members").asInt())
                .as(byProperty.text())
                .isEqualTo(1);
    }

    private int count(String expression) {
        Answer answer = caller.post("/api/audiences/preview", "{\"sample\":0,\"expression\":" + expression + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("members").asInt();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{~in~:[~杭州~]} | 1",
                "{~in~:[~12~,~true~]} | 2",
                "{~contains~:~州~} | 2",
                "{~startsWith~:~杭~} | 1",
                "{~atLeast~:12,~lessThan~:13} | 1",
                "{~known~:true} | 4"
            })
    void traitsAreComparedAsTheyWereSaid(String test, int members) {
        identify("said-1", "{\"said_city\":\"杭州\"}");
        identify("said-2", "{\"said_city\":\"广\\u5dde\"}");
        identify("said-3", "{\"said_city\":12}");
        identify("said-4", "{\"said_city\":true}");
        identify("said-5", "{\"said_city\":null}");
        arrive();
        String leaf = "{\"kind\":\"trait\",\"name\":\"said_city\",\"is\":" + test.replace('~', '"') + "}";
        assertThat(count(leaf)).isEqualTo(members);
        String unknown = "{\"kind\":\"trait\",\"name\":\"said_city\",\"is\":{\"known\":false}}";
        assertThat(count(unknown)).isEqualTo(count("{\"kind\":\"everyone\"}") - 4);
        identify("said-6", "{\"said_city\":\"苏州\"}");
        arrive();
        assertThat(count("{\"kind\":\"trait\",\"name\":\"said_city\",\"is\":{\"known\":true}}"))
                .isEqualTo(5);
        identify("said-6", "{\"said_city\":null}");
        arrive();
    }

    @Test
    void aConsentSaidByHandCountsAtTheNextLook() {
        identify("consent-lin", "{\"consent_letters\":true}");
        arrive();
        String reachable = "{\"kind\":\"consent\",\"channel\":\"letters\"}";
        assertThat(count(reachable)).isEqualTo(1);
        caller.put("/api/members/" + no("consent-lin") + "/consent/letters", "{\"granted\":false}");
        engine.follow();
        assertThat(count(reachable)).isZero();
        assertThat(count("{\"kind\":\"consent\",\"channel\":\"letters\",\"granted\":false}"))
                .isEqualTo(1);
    }

    @Test
    void everyConditionIsAnsweredByARealMart() {
        track("real-lin", "Order Completed", 3, "{\"total\":100}");
        track("real-lin", "Order Completed", 1, "{\"total\":50}");
        caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                        {"userId":"real-lin","event":"Community Joined","properties":{"community":"real-club"}}""");
        LocalDate today = engine.version().today();
        LocalDate meisBirthday = today.plusDays(3).minusYears(30);
        LocalDate huasBirthday = today.plusDays(100).minusYears(30);
        identify("real-mei", "{\"real_birthday\":\"" + meisBirthday + "\"}");
        identify("real-hua", "{\"real_birthday\":\"" + huasBirthday + "T08:00:00Z\"}");
        track("real-mei", "Real Rated", 10, "{\"stars\":3}");
        track("real-mei", "Real Rated", 2, "{\"stars\":1.5,\"by\":\"app\"}");
        track("real-mei", "Order Completed", 2, "{\"total\":20}");
        track("real-hua", "Real Rated", 20, "{\"stars\":4,\"by\":\"app\"}");
        track("real-hua", "Real Rated", 1, "{\"stars\":4,\"by\":\"app\"}");
        track("real-hua", "Order Completed", 30, "{\"total\":20}");
        Answer run = caller.post("/api/runs", "{}");
        Waiting.until(() -> caller.get("/api/runs/" + run.json().path("id").asLong())
                .json()
                .path("state")
                .asString()
                .equals("DONE"));
        arrive();
        assertThat(count("{\"kind\":\"community\",\"in\":[\"real-club\"]}")).isEqualTo(1);
        String lin = "{\"kind\":\"did\",\"event\":{\"name\":\"Community Joined\",\"where\":"
                + "[{\"column\":\"COMMUNITY\",\"is\":{\"in\":[\"real-club\"]}}]}}";
        for (String asked : List.of(
                "{'kind':'stage','in':['LOYALTY']}",
                "{'kind':'layer','in':['ACTING','ACTIVE','LOYAL']}",
                "{'kind':'level','in':['ORDINARY','ENGAGED','ADVOCATE','KOC']}",
                "{'kind':'score','figure':'SPEND','is':{'atLeast':150,'atMost':150}}",
                "{'kind':'score','figure':'RECENCY_DAYS','is':{'atMost':2}}",
                "{'kind':'score','figure':'F','is':{'atLeast':1}}",
                "{'kind':'activeDays','within':30,'is':{'atLeast':2}}",
                "{'kind':'joined','during':{'kind':'last','days':5}}",
                "{'kind':'community','stages':['GOLDEN','SILVER']}",
                "{'kind':'not','of':{'kind':'community','past':true}}",
                "{'kind':'not','of':{'kind':'moved','from':['LOYALTY'],'to':['AWARENESS'],'months':2}}",
                "{'kind':'not','of':{'kind':'stage','in':['AWARENESS'],'monthsAgo':3}}",
                "{'kind':'not','of':{'kind':'mark','mark':'HIGH_VALUE'}}",
                "{'kind':'sequence','first':{'name':'Order Completed'},'then':{'name':'Community Joined'},'withinDays':3}",
                "{'kind':'did','event':{'name':'Order Completed'},'measure':'OBJECTS','is':{'atMost':9}}",
                "{'kind':'did','event':{'name':'Order Completed','hours':{'from':0,'to':23}},'is':{'atLeast':2}}")) {
            String both = "{\"kind\":\"all\",\"of\":[" + lin + "," + asked.replace('\'', '"') + "]}";
            assertThat(count(both)).as(asked).isEqualTo(1);
        }
        String byApp = "'event':{'name':'Real Rated','where':[{'property':'by','is':{'in':['app']}}]}";
        String stars = "'event':{'name':'Real Rated'},'property':'stars'";
        String birthday = "{'kind':'traitDay','name':'real_birthday','during':";
        List<String> mei = List.of("real-mei");
        List<String> hua = List.of("real-hua");
        List<String> nobody = List.of();
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put(birthday + "{'kind':'next','days':7},'yearly':true}", mei);
        expected.put(birthday + "{'kind':'next','days':3},'yearly':true}", nobody);
        expected.put(birthday + "{'kind':'between','from':'%1$s','to':'%1$s'}}".formatted(huasBirthday), hua);
        expected.put("{'kind':'did'," + stars + ",'measure':'SUM','is':{'atLeast':4.5,'atMost':4.5}}", mei);
        expected.put("{'kind':'did'," + stars + ",'measure':'SUM','is':{'moreThan':4.5}}", hua);
        expected.put("{'kind':'did'," + stars + ",'measure':'DISTINCT','is':{'atLeast':2}}", mei);
        expected.put("{'kind':'did'," + stars + ",'measure':'DISTINCT','is':{'atLeast':1,'lessThan':2}}", hua);
        expected.put("{'kind':'did'," + byApp + ",'measure':'FIRST','during':{'kind':'last','days':6}}", mei);
        expected.put("{'kind':'did'," + byApp + ",'measure':'FIRST','during':{'kind':'ago','from':25,'to':15}}", hua);
        expected.put(
                "{'kind':'did'," + byApp + ",'measure':'LAST','during':{'kind':'last','days':6}}",
                List.of("real-mei", "real-hua"));
        expected.put("{'kind':'moved','from':['AWARENESS','INTEREST'],'to':['PURCHASE','LOYALTY'],'days':6}", mei);
        expected.put("{'kind':'moved','from':['PURCHASE','LOYALTY'],'to':['PURCHASE','LOYALTY'],'days':6}", hua);
        expected.forEach((asked, users) -> assertThat(found("""
                        {"kind":"all","of":[{"kind":"did","event":{"name":"Real Rated"}},%s]}""".formatted(asked.replace('\'', '"'))))
                .as(asked)
                .containsExactlyInAnyOrderElementsOf(
                        users.stream().map(this::no).toList()));
    }

    private List<Integer> found(String expression) {
        Answer answer = caller.post("/api/audiences/preview", "{\"sample\":20,\"expression\":" + expression + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("sample")
                .valueStream()
                .map(member -> member.path("no").asInt())
                .toList();
    }

    @Test
    void theDescriptionOfTheApiSpellsTheLanguageOut() {
        JsonNode schemas = caller.get("/api/openapi.json").json().at("/components/schemas");
        assertThat(schemas.at("/AudienceQuestion/properties/expression").toString())
                .contains("Did", "Sequence", "Share");
    }

    @Test
    void whoEntersAndLeavesIsToldExactlyOnceAndIsTheDifferenceOfTheSets() {
        String asks =
                "{\"kind\":\"did\",\"event\":{\"name\":\"Told Once\"},\"measure\":\"COUNT\",\"is\":{\"atMost\":1,\"atLeast\":1}}";
        track("told-a", "Told Once", 1, "{}");
        track("told-b", "Told Once", 1, "{}");
        arrive();
        assertThat(changes.consume("told-test", 1000, change -> {})).isGreaterThanOrEqualTo(0);
        long id = save("told once", asks);
        assertThat(members(id)).containsExactlyInAnyOrder(no("told-a"), no("told-b"));

        track("told-b", "Told Once", 0, "{}");
        track("told-c", "Told Once", 0, "{}");
        arrive();
        assertThat(members(id)).containsExactlyInAnyOrder(no("told-a"), no("told-c"));
        RoaringBitmap entered = new RoaringBitmap();
        RoaringBitmap left = new RoaringBitmap();
        take(id, entered, left);
        assertThat(entered.toArray()).containsExactly(no("told-c"));
        assertThat(left.toArray()).containsExactly(no("told-b"));
        take(id, entered, left);
        assertThat(entered.getCardinality() + left.getCardinality()).isEqualTo(2);

        assertThat(table.current(id).orElseThrow().stream().boxed())
                .as("what a restarted server finds")
                .containsExactlyElementsOf(members(id));
        JsonNode shown = caller.get("/api/audiences/" + id + "/changes").json();
        long enteredInAll = 0;
        for (JsonNode change : shown.path("items")) {
            enteredInAll += change.path("entered").asInt();
        }
        assertThat(enteredInAll).isEqualTo(1);
        JsonNode today = caller.get("/api/audiences/" + id + "/daily").json().at("/items/0");
        assertThat(today.path("entered").asInt()).as(today.toString()).isEqualTo(1);
        assertThat(today.path("left").asInt()).isEqualTo(1);
    }

    @Test
    void theFirstRefreshOfADayClosesTheDayBefore() {
        track("turn-a", "Day Turned", 0, "{}");
        arrive();
        long id = save("day turned", "{\"kind\":\"did\",\"event\":{\"name\":\"Day Turned\"}}");
        postgres.sql("UPDATE audience_snapshot SET day = day - 1 WHERE audience_id = ?")
                .param(id)
                .update();
        track("turn-b", "Day Turned", 0, "{}");
        arrive();
        JsonNode trend = caller.get("/api/audiences/" + id + "/trend").json();
        assertThat(trend.path("items").size()).as(trend.toString()).isEqualTo(2);
        assertThat(trend.at("/items/0/members").asInt()).isEqualTo(1);
        assertThat(trend.at("/items/1/members").asInt()).isEqualTo(2);
        String yesterday = trend.at("/items/0/day").asString();
        String today = trend.at("/items/1/day").asString();
        JsonNode diff = caller.get("/api/audiences/" + id + "/diff?from=" + yesterday + "&to=" + today)
                .json();
        assertThat(diff.path("entered").asInt()).as(diff.toString()).isEqualTo(1);
        assertThat(diff.at("/enteredSample/0/no").asInt()).isEqualTo(no("turn-b"));
        assertThat(count("{\"kind\":\"audience\",\"id\":" + id + ",\"on\":\"" + yesterday + "\"}"))
                .isEqualTo(1);
        assertThat(caller.get("/api/audiences/" + id + "/diff?from=2020-01-01").code())
                .isEqualTo("audience.snapshot-unknown");
    }

    /** What throws takes nothing; what returns takes each change once. */
    private void take(long id, RoaringBitmap entered, RoaringBitmap left) {
        try {
            changes.consume("told-test", 1000, change -> {
                throw new IllegalStateException("the reaction fails");
            });
        } catch (IllegalStateException failed) {
            assertThat(failed).hasMessage("the reaction fails");
        }
        changes.consume("told-test", 1000, (AudienceChange change) -> {
            if (change.audience() == id) {
                assertThat(RoaringBitmap.intersects(entered, change.entered())).isFalse();
                entered.or(change.entered());
                left.or(change.left());
            }
        });
    }

    @Test
    void anExplanationAgreesWithTheMembershipAndNamesTheFacts() {
        track("why-in", "Why Happened", 2, "{\"total\":70}");
        track("why-in", "Why Happened", 1, "{\"total\":50}");
        track("why-out", "Why Happened", 2, "{\"total\":50}");
        arrive();
        long id = save("why", """
                {"kind":"did","event":{"name":"Why Happened"},"measure":"COUNT","is":{"atLeast":2}}""");
        JsonNode in =
                caller.get("/api/audiences/" + id + "/explain/" + no("why-in")).json();
        assertThat(in.path("holds").asBoolean()).as(in.toString()).isTrue();
        assertThat(in.at("/facts/count").asString()).isEqualTo("2");
        JsonNode out =
                caller.get("/api/audiences/" + id + "/explain/" + no("why-out")).json();
        assertThat(out.path("holds").asBoolean()).isFalse();
        assertThat(out.at("/facts/count").asString()).isEqualTo("1");
        assertThat(members(id)).containsExactly(no("why-in"));
        assertThat(caller.get("/api/audiences/" + id + "/explain/99999999").code())
                .isEqualTo("member.unknown");
    }

    @Test
    void anExplanationTellsOfListsAndOtherAudiences() {
        identify("told-lin", "{\"phone\":\"13712340003\",\"told_city\":\"杭州\"}");
        identify("told-wu", "{\"told_city\":\"杭州\"}");
        arrive();
        int lin = no("told-lin");
        int wu = no("told-wu");
        long list = upload("name=told vip&kind=phone".replace(" ", "%20"), "13712340003\n")
                .json()
                .path("id")
                .asLong();
        long inner = save("told inner", """
                {"kind":"any","of":[{"kind":"list","id":%d},{"kind":"channel","in":["nowhere"]}]}""".formatted(list));
        postgres.sql("UPDATE audience_snapshot SET day = DATE '2026-01-31' WHERE audience_id = ?")
                .param(inner)
                .update();
        long id = save(
                "told outer",
                "{\"kind\":\"all\",\"of\":[{\"kind\":\"audience\",\"id\":%1$d},{\"kind\":\"audience\",\"id\":%1$d,\"on\":\"2026-01-31\"}]}"
                        .formatted(inner));
        JsonNode in = caller.get("/api/audiences/" + id + "/explain/" + lin).json();
        assertThat(in.path("holds").asBoolean()).as(in.toString()).isTrue();
        assertThat(in.at("/of/0/holds").asBoolean()).isTrue();
        assertThat(in.at("/of/0/facts/audience").asString()).isEqualTo("told inner");
        assertThat(in.at("/of/0/of/0/pointer").asString("missing")).isEmpty();
        JsonNode onList = in.at("/of/0/of/0/of/0");
        assertThat(onList.path("pointer").asString()).isEqualTo("/of/0");
        assertThat(onList.at("/facts/list").asString()).isEqualTo("told vip");
        assertThat(onList.at("/facts/on_list").asString()).isEqualTo("true");
        assertThat(onList.at("/facts/uploaded_by").asString())
                .isEqualTo(
                        caller.get("/api/audiences/" + id).json().path("owner").asString());
        assertThat(Instant.parse(onList.at("/facts/uploaded_at").asString())).isBefore(Instant.now());
        assertThat(in.at("/of/1/facts/snapshot").asString()).isEqualTo("2026-01-31");
        assertThat(in.at("/of/1/facts/in_snapshot").asString()).isEqualTo("true");
        assertThat(in.at("/of/1/of").size()).isZero();
        JsonNode out = caller.get("/api/audiences/" + id + "/explain/" + wu).json();
        assertThat(out.at("/of/0/of/0/of/0/facts/on_list").asString()).isEqualTo("false");
        assertThat(out.at("/of/1/facts/in_snapshot").asString()).isEqualTo("false");
        postgres.sql("DELETE FROM audience_snapshot WHERE audience_id = ? AND day = DATE '2026-01-31'")
                .param(inner)
                .update();
        Answer unknown = caller.get("/api/audiences/" + id + "/explain/" + lin);
        assertThat(unknown.code()).as(unknown.text()).isEqualTo("audience.snapshot-unknown");
    }

    @Test
    void anAudienceIsGivenToAnotherUser() {
        long id = save("given", "{\"kind\":\"everyone\"}");
        for (String user : List.of("give-lin ANALYST", "give-wu GUIDE")) {
            Answer added = caller.post(
                    "/api/users",
                    "{\"username\":\"%s\",\"password\":\"a long password\",\"role\":\"%s\"}"
                            .formatted((Object[]) user.split(" ")));
            assertThat(added.status()).as(added.text()).isEqualTo(201);
        }
        assertThat(caller.get("/api/audiences/owners").text())
                .contains("give-lin")
                .doesNotContain("give-wu");
        String before = caller.get("/api/audiences/" + id).json().path("owner").asString();
        String path = "/api/audiences/" + id + "/owner";
        Answer given = caller.put(path, "{\"owner\":\"give-lin\"}");
        assertThat(given.json().path("owner").asString()).as(given.text()).isEqualTo("give-lin");
        assertThat(given.json().path("version").asInt()).isEqualTo(1);
        assertThat(caller.get("/api/audiences/" + id).json().path("owner").asString())
                .isEqualTo("give-lin");
        JsonNode row = caller.get("/api/audit?action=audience.owner-changed")
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("subject").asString().equals("audience:" + id))
                .findFirst()
                .orElseThrow();
        assertThat(row.at("/detail/from").asString()).as(row.toString()).isEqualTo(before);
        assertThat(row.at("/detail/to").asString()).isEqualTo("give-lin");

        assertThat(caller.put(path, "{\"owner\":\"give-wu\"}").code()).isEqualTo("audience.owner-unknown");
        assertThat(caller.put(path, "{\"owner\":\"nobody\"}").code()).isEqualTo("audience.owner-unknown");
        assertThat(caller.put(path, "{}").code()).isEqualTo("request.invalid");
        assertThat(caller.put("/api/audiences/999999/owner", "{\"owner\":\"give-lin\"}")
                        .code())
                .isEqualTo("audience.unknown");
        String next = "{\"name\":\"given\",\"version\":1,\"expression\":{\"kind\":\"everyone\"}}";
        assertThat(caller.put("/api/audiences/" + id, next).json().path("owner").asString())
                .isEqualTo("give-lin");
        String key = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"owner analyst\",\"role\":\"ANALYST\"}")
                .json()
                .path("secret")
                .asString();
        assertThat(caller.withApiKey(key).put(path, "{\"owner\":\"give-lin\"}").status())
                .isEqualTo(403);
        assertThat(caller.withApiKey(key).get("/api/audiences/owners").status()).isEqualTo(403);
    }

    @Test
    void audiencesHaveVersionsAndAreNotDeletedWhileOthersUseThem() {
        long inner = save("inner", "{\"kind\":\"channel\",\"in\":[\"nowhere\"]}");
        long outer = save("outer", "{\"kind\":\"not\",\"of\":{\"kind\":\"audience\",\"id\":" + inner + "}}");
        assertThat(caller.delete("/api/audiences/" + inner).code()).isEqualTo("audience.used");
        String cycle = "{\"name\":\"inner\",\"version\":1,\"expression\":{\"kind\":\"audience\",\"id\":" + outer + "}}";
        assertThat(caller.put("/api/audiences/" + inner, cycle).code()).isEqualTo("audience.cycle");
        String next = "{\"name\":\"inner\",\"version\":1,\"why\":\"more\",\"expression\":{\"kind\":\"everyone\"}}";
        assertThat(caller.put("/api/audiences/" + inner, next)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(caller.put("/api/audiences/" + inner, next).code()).isEqualTo("audience.changed-meanwhile");
        assertThat(caller.get("/api/audiences/" + inner + "/versions")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(caller.get("/api/audiences/" + inner + "/uses")
                        .json()
                        .at("/items/0/id")
                        .asLong())
                .isEqualTo(outer);
        assertThat(caller.delete("/api/audiences/" + outer).status()).isEqualTo(204);
        assertThat(caller.delete("/api/audiences/" + inner).status()).isEqualTo(204);
        assertThat(caller.get("/api/audiences/" + inner).code()).isEqualTo("audience.unknown");
    }

    @Test
    void anUploadedListFindsMembersAndKeepsNoneOfItsText() {
        identify("list-lin", "{\"phone\":\"13712340001\"}");
        arrive();
        Answer answer = upload("name=vip&kind=phone", "+86 137 1234 0001\n13712349999\n\n");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("rows").asInt()).isEqualTo(2);
        assertThat(answer.json().path("members").asInt()).isEqualTo(1);
        assertThat(answer.json().path("unknown").asInt()).isEqualTo(1);
        long id = save(
                "on the list",
                "{\"kind\":\"list\",\"id\":" + answer.json().path("id").asLong() + "}");
        assertThat(members(id)).containsExactly(no("list-lin"));

        assertThat(upload("name=broken", "no kind here\n").code()).isEqualTo("audience.list-invalid");
        assertThat(upload("name=garbage&kind=phone", "\0\1\2").code()).isEqualTo("audience.list-invalid");
        assertThat(upload("name=endless&kind=phone", "x".repeat(100_000)).code())
                .isEqualTo("audience.list-invalid");
        assertThat(upload("name=empty&kind=phone", "").code()).isEqualTo("audience.list-invalid");
    }

    @Test
    void aListThatIsTooLongIsRefusedBeforeALineOfItIsLookedUp() {
        int before = caller.get("/api/audiences/lists").json().path("items").size();
        Answer rows = upload("name=long&kind=phone", "1\n".repeat(ListUpload.MOST_ROWS + 1));
        assertThat(rows.status()).as(rows.text()).isEqualTo(413);
        assertThat(rows.code()).isEqualTo("audience.list-too-long");
        assertThat(caller.get("/api/audiences/lists").json().path("items").size())
                .isEqualTo(before);
    }

    @Test
    void anUploadThatIsCancelledKeepsNothing() {
        assertThat(caller.delete("/api/questions/no-longer-wanted").status()).isEqualTo(204);
        Answer cancelled = upload("name=cancelled&kind=phone&token=no-longer-wanted", "13712340003\n");
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(409);
        assertThat(cancelled.code()).isEqualTo("audience.cancelled");
        assertThat(caller.get("/api/audiences/lists").text()).doesNotContain("\"cancelled\"");
    }

    @Test
    void aListMayBeginWithAByteOrderMark() {
        identify("marked-lin", "{\"phone\":\"13712340009\"}");
        arrive();
        Answer answer = upload("name=marked&kind=phone", "\uFEFF13712340009\r\n");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("members").asInt()).isEqualTo(1);
        assertThat(answer.json().path("unknown").asInt()).isZero();
    }

    private Answer upload(String query, String text) {
        return caller.send("POST", "/api/audiences/lists?" + query, BodyPublishers.ofString(text), "text/plain");
    }

    @Test
    void anExportIsMaskedForAnalystsAndAudited() {
        identify("export-lin", "{\"phone\":\"13712340002\",\"name\":\"=林小雨\",\"export_me\":\"yes\"}");
        arrive();
        long id = save("export", "{\"kind\":\"trait\",\"name\":\"export_me\",\"is\":{\"in\":[\"yes\"]}}");
        String all = caller.get("/api/audiences/" + id + "/export").text();
        assertThat(all.lines().skip(1).collect(Collectors.joining()))
                .contains("'=林小雨")
                .contains("13712340002");
        String key = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"audience analyst\",\"role\":\"ANALYST\"}")
                .json()
                .path("secret")
                .asString();
        String masked =
                caller.withApiKey(key).get("/api/audiences/" + id + "/export").text();
        assertThat(masked).contains("137****0002").doesNotContain("13712340002", "小雨");
        assertThat(caller.get("/api/audit?action=audience.exported").text()).contains("audience:" + id);
    }

    @Test
    void everyBrandBeginsWithReadyMadeAudiences() {
        arrive();
        JsonNode all = caller.get("/api/audiences").json().path("items");
        List<String> ready = new ArrayList<>();
        all.forEach(it -> ready.add(it.path("ready").asString("")));
        assertThat(ready).contains("stage-loyalty", "layer-active", "rfm-champions", "high-value", "likely-koc");
        assertThat(all.valueStream().filter(it -> it.path("ready").asString("").startsWith("rfm-")))
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"weather\"} | audience.kind-unknown | /kind",
                "{\"kind\":\"all\",\"of\":[]} | audience.value-invalid | /of",
                "{\"kind\":\"all\",\"of\":[{\"kind\":\"score\",\"figure\":\"VALUE\",\"is\":{\"moreThan\":\"20\"}}]} "
                        + "| audience.type-wrong | /of/0/is/moreThan",
                "{\"kind\":\"score\",\"figure\":\"HEIGHT\",\"is\":{\"moreThan\":20}} | audience.value-invalid | /figure",
                "{\"kind\":\"channel\",\"in\":[\"a\"],\"colour\":1} | audience.field-unknown | /colour",
                "{\"kind\":\"did\",\"event\":{},\"during\":{\"kind\":\"ago\",\"from\":3,\"to\":9}} "
                        + "| audience.window-impossible | /during",
                "{\"kind\":\"joined\",\"during\":{\"kind\":\"between\",\"from\":\"2026-02-01\",\"to\":\"2026-01-01\"}} "
                        + "| audience.window-impossible | /during",
                "{\"kind\":\"joined\",\"during\":{\"kind\":\"between\",\"from\":\"2026-02-31\"}} "
                        + "| audience.type-wrong | /during/from",
                "{\"kind\":\"did\",\"event\":{},\"during\":{\"kind\":\"next\",\"days\":3}} "
                        + "| audience.window-impossible | /during",
                "{\"kind\":\"traitDay\",\"name\":\"birthday\",\"yearly\":true,\"during\":{\"kind\":\"ever\"}} "
                        + "| audience.window-impossible | /during",
                "{\"kind\":\"traitDay\",\"name\":\"birthday\",\"during\":{\"kind\":\"sinceJoining\",\"days\":3}} "
                        + "| audience.window-impossible | /during",
                "{\"kind\":\"did\",\"event\":{},\"measure\":\"SUM\",\"is\":{\"atLeast\":3}} "
                        + "| audience.field-missing | /property",
                "{\"kind\":\"did\",\"event\":{},\"property\":\"stars\"} | audience.field-unknown | /property",
                "{\"kind\":\"moved\",\"from\":[\"INTEREST\"],\"to\":[\"PURCHASE\"],\"months\":1,\"days\":7} "
                        + "| audience.field-unknown | /days",
                "[] | audience.type-wrong | ''",
                "{\"kind\":\"share\",\"percent\":0} | audience.value-invalid | /percent"
            })
    void badInputIsToldByCodeAndPlace(String expression, String code, String pointer) {
        Answer answer = caller.post("/api/audiences/preview", "{\"expression\":" + expression + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(pointer);
    }

    private void refused(String method, String path, String body, String code, String pointer) {
        Answer answer = caller.send(method, path, BodyPublishers.ofString(body), "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/field").asString())
                .as(answer.text())
                .isEqualTo(pointer);
    }

    private void refused(String expression, String code, String pointer) {
        refused("POST", "/api/audiences/preview", "{\"expression\":" + expression + "}", code, pointer);
        refused("POST", "/api/audiences", "{\"name\":\"refused\",\"expression\":" + expression + "}", code, pointer);
    }

    @Test
    void whatRefersToNothingOrToItselfIsToldByItsPlace() {
        refused("""
                {"kind":"all","of":[{"kind":"everyone"},{"kind":"not","of":{"kind":"list","id":999999}}]}""", "audience.list-unknown", "/of/1/of/id");
        int group = caller.post("/api/tags/groups", "{\"name\":\"referred to\"}")
                .json()
                .path("id")
                .asInt();
        int tag = caller.post("/api/tags", "{\"group\":" + group + ",\"name\":\"refers to something\"}")
                .json()
                .path("id")
                .asInt();
        refused(
                "{\"kind\":\"any\",\"of\":[{\"kind\":\"everyone\"},{\"kind\":\"tag\",\"in\":[" + tag + ",999999]}]}",
                "audience.tag-unknown",
                "/of/1/in/1");
        refused("{\"kind\":\"audience\",\"id\":999999}", "audience.unknown-audience", "/id");
        long inner = save("told by place", "{\"kind\":\"channel\",\"in\":[\"nowhere\"]}");
        long outer = save("told by place, outer", "{\"kind\":\"audience\",\"id\":" + inner + "}");
        String cycle = """
                {"kind":"all","of":[{"kind":"everyone"},{"kind":"audience","id":%d}]}""".formatted(outer);
        refused(
                "PUT",
                "/api/audiences/" + inner,
                "{\"name\":\"told by place\",\"version\":1,\"expression\":" + cycle + "}",
                "audience.cycle",
                "/of/1/id");
        refused(
                "POST",
                "/api/audiences/preview",
                "{\"audience\":" + inner + ",\"expression\":" + cycle + "}",
                "audience.cycle",
                "/of/1/id");
    }

    @Test
    void chainsOfAudiencesThatAreTooLongAreToldByTheirPlace() {
        List<Long> chain = new ArrayList<>(List.of(save("chain 1", "{\"kind\":\"channel\",\"in\":[\"nowhere\"]}")));
        while (chain.size() < Engine.DEEPEST) {
            String asks = "{\"kind\":\"audience\",\"id\":" + chain.getLast() + "}";
            chain.add(save("chain " + (chain.size() + 1), "{\"kind\":\"any\",\"of\":[" + asks + "," + asks + "]}"));
        }
        count("{\"kind\":\"audience\",\"id\":" + chain.getLast() + "}");
        long outermost = save(
                "chain, outermost", "{\"kind\":\"not\",\"of\":{\"kind\":\"audience\",\"id\":" + chain.getLast() + "}}");
        refused(
                "{\"kind\":\"not\",\"of\":{\"kind\":\"audience\",\"id\":" + outermost + "}}",
                "audience.too-deep",
                "/of/id");
        long other = save("chain, other", "{\"kind\":\"everyone\"}");
        String longer = """
                {"kind":"all","of":[{"kind":"everyone"},{"kind":"audience","id":%d}]}""".formatted(other);
        refused(
                "PUT",
                "/api/audiences/" + chain.getFirst(),
                "{\"name\":\"chain 1\",\"version\":1,\"expression\":" + longer + "}",
                "audience.too-deep",
                "/of/1/id");
        Answer changed = caller.put(
                "/api/audiences/" + outermost,
                "{\"name\":\"chain, outermost\",\"version\":1,\"expression\":" + longer + "}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    @Test
    void daysOfWhichNothingIsKnownAreRefusedAndNotTakenForNobody() {
        long id = save("asked on a day", "{\"kind\":\"everyone\"}");
        String today = engine.version().today().toString();
        String tomorrow = engine.version().today().plusDays(1).toString();
        String on = "{\"kind\":\"audience\",\"id\":" + id + ",\"on\":\"%s\"}";
        assertThat(count(on.formatted(today))).isEqualTo(count("{\"kind\":\"everyone\"}"));
        for (String day : List.of("2025-03-01", tomorrow)) {
            refused("{\"kind\":\"not\",\"of\":" + on.formatted(day) + "}", "audience.snapshot-unknown", "/of/on");
        }
        for (String leaf : List.of("\"stage\",\"in\":[\"LOYALTY\"]", "\"layer\",\"in\":[\"NEW\"]")) {
            String asked = "{\"kind\":\"any\",\"of\":[{\"kind\":" + leaf + ",\"on\":\"%s\"}]}";
            assertThat(count(asked.formatted(today))).isNotNegative();
            refused(asked.formatted(tomorrow), "audience.window-impossible", "/of/0/on");
        }
    }

    @Test
    void deepAndLargeExpressionsAreRefused() {
        String deep = "{\"kind\":\"not\",\"of\":".repeat(50) + "{\"kind\":\"everyone\"}" + "}".repeat(50);
        assertThat(caller.post("/api/audiences/preview", "{\"expression\":" + deep + "}")
                        .code())
                .isEqualTo("audience.too-deep");
        String deeper = "{\"kind\":\"not\",\"of\":".repeat(5000) + "{\"kind\":\"everyone\"}" + "}".repeat(5000);
        assertThat(caller.post("/api/audiences/preview", "{\"expression\":" + deeper + "}")
                        .status())
                .isEqualTo(400);
        String large = "{\"kind\":\"everyone\"},".repeat(400);
        assertThat(caller.post(
                                "/api/audiences/preview",
                                "{\"expression\":{\"kind\":\"any\",\"of\":[" + large + "{\"kind\":\"everyone\"}]}}")
                        .code())
                .isEqualTo("audience.too-large");
        assertThat(caller.post("/api/audiences/preview", "{}").code()).isEqualTo("audience.field-missing");
        assertThat(caller.post("/api/audiences/preview", "{\"expression\":{\"kind\":\"audience\",\"id\":999999}}")
                        .code())
                .isEqualTo("audience.unknown-audience");
    }
}
