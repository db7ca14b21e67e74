package io.guanxi.tag.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.mart.Mart;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Tags by API. */
@ServerTest
class TagTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Tagging tagging;

    @Autowired
    TagCarriers carriers;

    @Autowired
    JdbcClient postgres;

    @Autowired
    TransactionOperations transaction;

    private int member(String user) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/identify", "{\"userId\":\"%s\",\"traits\":{\"name\":\"林小雨\"}}".formatted(user));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        mart.settle();
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private int tag(String name) {
        Answer group = caller.post("/api/tags/groups", "{\"name\":\"组 %s\"}".formatted(name));
        assertThat(group.status()).as(group.text()).isEqualTo(201);
        Answer tag = caller.post(
                "/api/tags",
                "{\"group\":%d,\"name\":\"%s\",\"colour\":\"BLUE\"}"
                        .formatted(group.json().path("id").asInt(), name));
        assertThat(tag.status()).as(tag.text()).isEqualTo(201);
        return tag.json().path("id").asInt();
    }

    private JsonNode put(int tag, String what, Integer... members) {
        Answer answer = caller.post("/api/tags/" + tag + "/" + what, "{\"members\":" + List.of(members) + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<Integer> carriers(int tag) {
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/api/tags/" + tag + "/members?limit=2&cursor=" + cursor)
                    .json();
            page.path("items").forEach(item -> numbers.add(item.path("no").asInt()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(carriers.of(tag).toArray())
                .containsExactly(numbers.stream().mapToInt(no -> no).toArray());
        return numbers;
    }

    @Test
    void taggingTwiceIsTaggingOnceAndSaysWhoPutItThere() {
        int lin = member("tag-lin");
        int wu = member("tag-wu");
        int xu = member("tag-xu");
        int tag = tag("twice");
        JsonNode first = put(tag, "tag", lin, wu, 2_000_000_000);
        assertThat(first.path("changed").asInt()).isEqualTo(2);
        assertThat(first.path("unknown").asInt()).isEqualTo(1);
        JsonNode again = put(tag, "tag", lin, wu, xu);
        assertThat(again.path("changed").asInt()).isEqualTo(1);
        assertThat(again.path("members").asInt()).isEqualTo(3);
        assertThat(put(tag, "tag", lin, wu, xu).path("changed").asInt()).isZero();
        assertThat(carriers(tag)).containsExactly(lin, wu, xu);

        assertThat(put(tag, "untag", wu).path("changed").asInt()).isEqualTo(1);
        assertThat(put(tag, "untag", wu).path("changed").asInt()).isZero();
        assertThat(carriers(tag)).containsExactly(lin, xu);

        JsonNode item = caller.get("/api/tags/" + tag + "/members").json().at("/items/0");
        assertThat(item.at("/by/kind").asString()).isEqualTo("KEY");
        assertThat(item.path("name").asString()).isEqualTo("林小雨");
        JsonNode changes = caller.get("/api/tags/" + tag + "/changes").json().path("items");
        assertThat(changes).hasSize(3);
        assertThat(changes.at("/0/reason").asString()).isEqualTo("UNTAGGED");
        assertThat(changes.at("/2/added").asInt()).isEqualTo(2);
        assertThat(caller.get("/api/tags/" + tag).json().at("/tag/members").asInt())
                .isEqualTo(2);
    }

    @Test
    void aTagExpiresByItselfAndTheLaterExpiryCounts() {
        int lin = member("tag-expiry-lin");
        int wu = member("tag-expiry-wu");
        int tag = tag("expiry");
        Instant soon = Instant.now().plusMillis(1500);
        for (String body : List.of(
                "{\"members\":[%d,%d],\"expiresAt\":\"%s\"}".formatted(lin, wu, soon),
                "{\"members\":[%d],\"expiresAt\":\"%s\"}".formatted(wu, soon.plusSeconds(3600)))) {
            assertThat(caller.post("/api/tags/" + tag + "/tag", body).status()).isEqualTo(200);
        }
        Waiting.until(() -> carriers.of(tag).getCardinality() == 1);
        assertThat(Instant.now()).isAfter(soon);
        assertThat(carriers(tag)).containsExactly(wu);
        assertThat(caller.get("/api/tags/" + tag + "/changes")
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("EXPIRED");
    }

    @Test
    void theTagsOfMergedMembersGoToTheSurvivor() {
        int phone = member("tag-merge-old");
        int card = member("tag-merge-new");
        int one = tag("merge one");
        int both = tag("merge both");
        put(one, "tag", card);
        put(both, "tag", phone, card);
        Answer alias = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/alias", "{\"userId\":\"tag-merge-old\",\"previousId\":\"tag-merge-new\"}");
        assertThat(alias.status()).as(alias.text()).isEqualTo(200);
        mart.settle();
        int survivor = caller.get("/api/members/by/user/tag-merge-new")
                .json()
                .path("no")
                .asInt();
        assertThat(survivor).isEqualTo(phone);
        Waiting.until(() -> carriers.of(both).getCardinality() == 1);
        assertThat(carriers(one)).containsExactly(phone);
        assertThat(carriers(both)).containsExactly(phone);
        assertThat(put(one, "untag", card).path("changed").asInt()).isEqualTo(1);
    }

    @Test
    void anErasedMemberIsExportedFirstAndCarriesNothingAfterwards() {
        int lin = member("tag-erased");
        int tag = tag("erased");
        put(tag, "tag", lin);
        assertThat(caller.get("/api/members/" + lin + "/export")
                        .json()
                        .at("/held/tags/0/tag")
                        .asString())
                .isEqualTo("erased");
        Answer erasure = caller.post("/api/members/" + lin + "/erasure", "{\"reason\":\"test\"}");
        assertThat(erasure.status()).isEqualTo(202);
        Waiting.until(() -> carriers.of(tag).isEmpty());
        assertThat(put(tag, "tag", lin).path("unknown").asInt()).isEqualTo(1);
        assertThat(carriers(tag)).isEmpty();
    }

    @Test
    void whatAPersonSaysOutlivesARule() {
        int lin = member("tag-rule-lin");
        int wu = member("tag-rule-wu");
        int tag = tag("rule and person");
        TagSource rule = new TagSource(TagSource.Kind.RULE, "test", "rule-and-person");
        tagging.tag(tag, RoaringBitmap.bitmapOf(lin, wu), rule, null);
        assertThat(put(tag, "tag", wu).path("confirmed").asInt()).isEqualTo(1);
        assertThat(tagging.withdraw(tag, rule).changed()).isEqualTo(1);
        assertThat(carriers(tag)).containsExactly(wu);
    }

    @Test
    void aRuleAndAnExpiryEachHaveTheirOwnWord() {
        int ruled = member("tag-word-ruled");
        int said = member("tag-word-said");
        int tag = tag("rule and expiry");
        TagSource rule = new TagSource(TagSource.Kind.RULE, "test", "rule-and-expiry");
        TagSource person = new TagSource(TagSource.Kind.USER, "lin", "1");
        Instant soon = Instant.now().plusSeconds(3600);
        tagging.tag(tag, RoaringBitmap.bitmapOf(ruled), rule, null);
        tagging.tag(tag, RoaringBitmap.bitmapOf(ruled, said), person, soon);
        tagging.tag(tag, RoaringBitmap.bitmapOf(said), rule, null);
        assertThat(carriers.carriedBy(said))
                .filteredOn(it -> it.tag() == tag)
                .allMatch(it -> it.expiresAt() == null && it.by().equals(person), "the rule keeps it meanwhile");

        RoaringBitmap both = RoaringBitmap.bitmapOf(ruled, said);
        tagging.withdraw(tag, both, rule);
        assertThat(carriers(tag)).as("the person said so").containsExactly(ruled, said);
        tagging.tag(tag, both, rule, null);
        postgres.sql("UPDATE member_tag SET expires_at = now() WHERE tag_id = ?")
                .param(tag)
                .update();
        Waiting.until(() -> carriers.carriedBy(said).stream()
                .anyMatch(it -> it.tag() == tag && it.by().equals(rule)));
        assertThat(carriers(tag)).as("the rule keeps it").containsExactly(ruled, said);
        tagging.withdraw(tag, both, rule);
        assertThat(carriers(tag)).isEmpty();
    }

    @Test
    void aRuleThatIsReleasedLeavesItsTags() {
        int lin = member("tag-released");
        int tag = tag("released");
        TagSource rule = new TagSource(TagSource.Kind.RULE, "test", "released");
        tagging.tag(tag, RoaringBitmap.bitmapOf(lin), rule, null);
        tagging.release(tag, rule);
        assertThat(tagging.withdraw(tag, rule).changed()).isZero();
        assertThat(carriers(tag)).containsExactly(lin);
    }

    @Test
    void whatAPersonSaidOfAMergedMemberOutlivesTheRuleOfTheSurvivor() {
        int old = member("tag-merge-word-old");
        int other = member("tag-merge-word-new");
        int tag = tag("merge word");
        TagSource rule = new TagSource(TagSource.Kind.RULE, "test", "merge-word");
        tagging.tag(tag, RoaringBitmap.bitmapOf(old), rule, null);
        put(tag, "tag", other);
        caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/alias", "{\"userId\":\"tag-merge-word-old\",\"previousId\":\"tag-merge-word-new\"}");
        mart.settle();
        Waiting.until(() -> carriers.of(tag).getCardinality() == 1);
        assertThat(tagging.withdraw(tag, rule).changed()).isZero();
        assertThat(carriers(tag)).containsExactly(old);
    }

    @Test
    void whoCarriedItYesterdayIsWhoCarriesItNowWithTheChangesUndone() {
        int lin = member("tag-past-lin");
        int wu = member("tag-past-wu");
        int tag = tag("past");
        put(tag, "tag", lin);
        postgres.sql("UPDATE tag_change SET at = at - interval '3 days' WHERE tag_id = ?")
                .param(tag)
                .update();
        put(tag, "tag", wu);
        put(tag, "untag", lin);
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        assertThat(carriers.on(tag, today.minusDays(1)).toArray()).containsExactly(lin);
        assertThat(carriers.on(tag, today.minusDays(5)).toArray()).isEmpty();
        assertThat(carriers.of(tag).toArray()).containsExactly(wu);
    }

    @Test
    void whoLostATagAndGotItAgainIsOfTheYoungest() {
        int lin = member("tag-again");
        int tag = tag("again");
        for (String what : List.of("tag", "untag", "tag")) {
            put(tag, what, lin);
        }
        postgres.sql("""
                        UPDATE tag_change SET at = at - CASE WHEN added = 0 THEN interval '60 days'
                                                             WHEN position = first THEN interval '100 days'
                                                             ELSE interval '10 days' END
                        FROM (SELECT min(position) AS first FROM tag_change WHERE tag_id = :tag) its
                        WHERE tag_id = :tag""").param("tag", tag).update();
        JsonNode health = caller.get("/api/tags/governance")
                .json()
                .path("tags")
                .valueStream()
                .filter(it -> it.at("/tag/id").asInt() == tag)
                .findFirst()
                .orElseThrow();
        assertThat(health.path("within30").asInt()).isEqualTo(1);
        assertThat(health.path("within90").asInt()).isZero();
        assertThat(health.path("within180").asInt()).isZero();
        assertThat(health.path("older").asInt()).isZero();
    }

    @Test
    void whatATransactionTakesBackWasNeverCarried() {
        int lin = member("tag-undone");
        int wu = member("tag-undone-wu");
        int tag = tag("undone");
        transaction.executeWithoutResult(status -> {
            tagging.tag(tag, RoaringBitmap.bitmapOf(lin), TagSource.SYSTEM, null);
            assertThat(carriers.of(tag).toArray()).containsExactly(lin);
            status.setRollbackOnly();
        });
        put(tag, "tag", wu);
        assertThat(carriers(tag)).containsExactly(wu);
    }

    @Test
    void aGuideTagsASingleMember() {
        int lin = member("tag-guide");
        int tag = tag("guide");
        Answer key = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"tag guide\",\"role\":\"GUIDE\"}");
        Caller guide = caller.withApiKey(key.json().path("secret").asString());
        String path = "/api/members/" + lin + "/tags/" + tag;
        assertThat(guide.put(path, "").status()).isEqualTo(200);
        JsonNode carried = guide.get("/api/members/" + lin + "/tags").json().at("/items/0");
        assertThat(carried.path("name").asString()).isEqualTo("guide");
        assertThat(carried.at("/by/name").asString()).isEqualTo("tag guide");
        assertThat(guide.get("/api/tags").status()).isEqualTo(200);
        assertThat(guide.post("/api/tags/" + tag + "/tag", "{\"members\":[%d]}".formatted(lin))
                        .status())
                .isEqualTo(403);
        assertThat(guide.delete(path).status()).isEqualTo(204);
        assertThat(carriers(tag)).isEmpty();
    }

    @Test
    void anArchivedTagStaysButGoesToNobodyNew() {
        int lin = member("tag-archived");
        int tag = tag("archived");
        put(tag, "tag", lin);
        int group = caller.get("/api/tags/" + tag).json().at("/tag/groupId").asInt();
        String body = "{\"group\":%d,\"name\":\"archived\",\"archived\":true}".formatted(group);
        assertThat(caller.put("/api/tags/" + tag, body).status()).isEqualTo(200);
        Answer refused = caller.post("/api/tags/" + tag + "/tag", "{\"members\":[%d]}".formatted(lin));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("tag.archived");
        assertThat(carriers(tag)).containsExactly(lin);
        assertThat(caller.delete("/api/tags/" + tag).status()).isEqualTo(204);
        assertThat(caller.get("/api/tags/" + tag).status()).isEqualTo(404);
        assertThat(caller.get("/api/members/" + lin + "/tags").json().path("items"))
                .isEmpty();
    }

    @Test
    void anAudienceAsksForATagAndFollowsIt() {
        int lin = member("tag-audience-lin");
        int wu = member("tag-audience-wu");
        int tag = tag("asked");
        put(tag, "tag", lin);
        String leaf = "{\"kind\":\"tag\",\"in\":[%d]}".formatted(tag);
        Answer saved = caller.post("/api/audiences", "{\"name\":\"tagged\",\"expression\":%s}".formatted(leaf));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        String audience = "/api/audiences/" + saved.json().path("id").asInt();
        Waiting.until(() -> caller.get(audience).json().path("members").asInt() == 1);
        put(tag, "tag", wu);
        Waiting.until(() -> caller.get(audience).json().path("members").asInt() == 2);
        JsonNode why = caller.get(audience + "/explain/" + wu).json();
        assertThat(why.path("holds").asBoolean()).isTrue();
        JsonNode carried = why.path("tags").path(0);
        assertThat(carried.path("tag").asInt()).as(why.toString()).isEqualTo(tag);
        assertThat(carried.path("name").asString()).isEqualTo("asked");
        assertThat(carried.path("by").path("kind").asString()).isEqualTo("KEY");
        assertThat(Instant.parse(carried.path("taggedAt").asString())).isBefore(Instant.now());
        put(tag, "untag", lin, wu);
        Waiting.until(() -> caller.get(audience).json().path("members").asInt() == 0);
        Answer unknown = caller.post("/api/audiences/preview", "{\"expression\":{\"kind\":\"tag\",\"in\":[999999]}}");
        assertThat(unknown.json().path("code").asString()).isEqualTo("audience.tag-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/tags/groups | {'name':''} | 400 | request.invalid",
                "POST | /api/tags | {'group':999999,'name':'x'} | 404 | tag.group-unknown",
                "POST | /api/tags | {'name':'x'} | 400 | request.invalid",
                "POST | /api/tags/999999/tag | {'members':[1]} | 404 | tag.unknown",
                "POST | /api/tags/999999/tag | {'members':[]} | 400 | request.invalid",
                "POST | /api/tags/999999/tag | {'members':[0]} | 400 | request.invalid",
                "POST | /api/tags/999999/tag | {'members':[1],'expiresAt':'2020-01-01T00:00:00Z'} | 400 | tag.expired",
                "POST | /api/tags/999999/tag | {'members':[1],'expiresAt':'+20000-01-01T00:00:00Z'} | 400 | tag.expires-too-late",
                "POST | /api/tags/999999/tag | {'members':[1],'channel':'a\\u0000b'} | 400 | request.invalid",
                "PUT | /api/members/999999999/tags/1 | {} | 404 | member.unknown",
            })
    void whatIsWrongIsRefusedWithACode(String method, String path, String body, int status, String code) {
        String json = body.replace('\'', '"');
        Answer answer = method.equals("POST") ? caller.post(path, json) : caller.put(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").asString().toLowerCase(Locale.ROOT))
                .isEqualTo(code);
    }
}
