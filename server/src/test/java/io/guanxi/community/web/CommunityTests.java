package io.guanxi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Communities from events to the screens' calls, on the whole server. */
@ServerTest
class CommunityTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    Caller caller;

    @Test
    void whatHappensInACommunityBecomesItsWeeksItsValueAndItsForecast() {
        LocalDate monday = LocalDate.now(ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String key = "社群/测试";
        StringJoiner batch = new StringJoiner(",");
        // ten members; in each of ten weeks one fewer of them speaks
        for (int week = 10; week >= 1; week--) {
            for (int member = 0; member < week; member++) {
                Instant at = monday.minusWeeks(week)
                        .plusDays(2)
                        .atTime(20, member)
                        .atZone(ZONE)
                        .toInstant();
                batch.add(message(key, "talker-" + member, week, at));
            }
        }
        send(batch);
        score("{}");

        CommunityIdAnd community = find(key);
        JsonNode report = caller.get("/api/communities/" + community.id()).json();
        assertThat(report.path("key").asString()).isEqualTo(key);
        assertThat(report.path("members").asInt()).isEqualTo(10);
        assertThat(report.path("created").asString())
                .isEqualTo(monday.minusWeeks(10).plusDays(2).toString());
        assertThat(report.path("weeks")).hasSizeBetween(10, 11);
        for (int i = 0; i < 10; i++) {
            JsonNode week = report.path("weeks").get(i);
            assertThat(week.path("week").asString())
                    .isEqualTo(monday.minusWeeks(10 - i).toString());
            assertThat(week.path("messages").asInt()).isEqualTo(10 - i);
            assertThat(week.path("activeShare").asDouble()).isEqualTo((10 - i) / 10.0);
        }
        JsonNode period = report.path("period");
        assertThat(period.path("value").asDouble())
                .isCloseTo(community.row().path("value").asDouble(), within(0.006));
        assertThat(period.path("rank")).isEqualTo(community.row().path("rank"));
        assertThat(period.path("value").asDouble() < period.path("line").asDouble())
                .isEqualTo(report.path("stage").asString().equals("SILVER"));
        assertThat(period.path("ruleChanged").asBoolean()).isFalse();
        assertThat(period.path("communities").asInt())
                .isGreaterThan(period.path("silver").asInt());
        for (JsonNode point : report.path("lifeCurve")) {
            assertThat(point.path("median").asDouble())
                    .isBetween(point.path("low").asDouble(), point.path("high").asDouble());
        }
        JsonNode activity = report.path("forecasts").get(1);
        assertThat(activity.path("measure").asString()).isEqualTo("ACTIVITY");
        assertThat(activity.path("fittedWeeks").asInt()).isEqualTo(8);
        assertThat(activity.path("weeklyChange").asDouble()).isNegative();
        assertThat(activity.path("words").asString()).startsWith("Its activity");
        assertThat(activity.path("points")).hasSize(12);
        assertThat(report.path("lifeCurve").size()).isGreaterThanOrEqualTo(10);
        assertThat(report.path("contributors").get(0).path("messages").asInt()).isPositive();
        assertThat(community.row().path("value").asDouble()).isPositive();
        // on a Sunday the week of the run is a full one too
        assertThat(community.row().path("trend").size())
                .isEqualTo(LocalDate.now(ZONE).getDayOfWeek() == DayOfWeek.SUNDAY ? 11 : 10);
        assertThat(caller.get("/api/communities/" + URLEncoder.encode("社群", StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("community.unknown");

        JsonNode atmosphere =
                caller.get("/api/communities/" + community.id() + "/atmosphere").json();
        // one Wednesday of 1, 2, 3 members each, all after eight in the evening; on Mondays and Tuesdays a fourth is
        // within 28 days
        int weeks = LocalDate.now(ZONE).getDayOfWeek().getValue() <= 2 ? 4 : 3;
        assertThat(atmosphere.path("cells")).hasSize(1);
        assertThat(atmosphere.path("cells").get(0).toString())
                .isEqualTo("{\"weekday\":3,\"hour\":20,\"messages\":%d,\"content\":0,\"members\":%d}"
                        .formatted(weeks * (weeks + 1) / 2, weeks));
        JsonNode carried = caller.get("/api/communities/" + community.id() + "/concentration")
                .json();
        assertThat(carried.path("members").asInt()).isEqualTo(10);
        // of this week and the three before: 3 + 2 + 1 messages; one of ten spoke each time, three have spoken at all
        JsonNode points = carried.path("messages");
        assertThat(points.get(0).toString()).isEqualTo("{\"share\":0.0,\"of\":0.0}");
        assertThat(points.get(1).toString()).isEqualTo("{\"share\":0.1,\"of\":0.5}");
        assertThat(points.get(3).toString()).isEqualTo("{\"share\":0.3,\"of\":1.0}");
        assertThat(points).hasSize(11);
        assertThat(carried.path("orders")).isEmpty();

        int talker = report.path("contributors").get(0).path("no").asInt();
        JsonNode mine = caller.get("/api/members/" + talker + "/communities")
                .json()
                .path("items")
                .get(0);
        assertThat(mine.path("id").asString()).isEqualTo(community.id());
        assertThat(mine.path("member").asBoolean()).isTrue();
        assertThat(mine.path("messages"))
                .isEqualTo(report.path("contributors").get(0).path("messages"));

        JsonNode explained = caller.get("/api/communities/" + community.id() + "/explain?limit=4")
                .json();
        assertThat(explained.path("items")).hasSize(4);
        assertThat(explained.path("next").asString()).isEqualTo("4");
        double parts = 0;
        for (JsonNode item : caller.get("/api/communities/" + community.id() + "/explain")
                .json()
                .path("items")) {
            parts += item.path("part").asDouble();
        }
        assertThat(parts / explained.path("weights").asDouble())
                .isCloseTo(explained.path("value").asDouble(), within(1e-3));
    }

    @Test
    void aRunWithoutLateDataDoesNotSeeACommunityThatBecameKnownLater() {
        Instant past = Instant.now().minus(Duration.ofDays(30));
        send(new StringJoiner(",").add(message("late-community", "latecomer", 1, past)));
        String day = LocalDate.ofInstant(past, ZONE).toString();

        score("{\"asOf\":\"" + day + "\"}");
        assertThat(caller.get("/api/communities/late-community")
                        .json()
                        .path("members")
                        .asInt())
                .isEqualTo(1);
        score("{\"asOf\":\"" + day + "\",\"lateData\":\"exclude\"}");
        assertThat(caller.get("/api/communities/late-community").code()).isEqualTo("community.unknown");
    }

    @Test
    void whatPeopleSayAboutACommunityStandsBesideItsFigures() {
        String body = """
                {"key":"said-1","name":"护肤群","kind":"interest","owner":"guide-03","created":"2026-01-05","tags":["skin"]}""";
        Answer added = caller.post("/api/communities", body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("value").isNull()).isTrue();
        assertThat(caller.post("/api/communities", body).code()).isEqualTo("community.exists");

        Answer changed = caller.patch("/api/communities/said-1", "{\"owner\":\"guide-04\"}");
        assertThat(changed.json().path("owner").asString()).isEqualTo("guide-04");
        assertThat(changed.json().path("name").asString()).isEqualTo("护肤群");
        assertThat(changed.json().path("created").asString()).isEqualTo("2026-01-05");
        Answer takenBack = caller.patch("/api/communities/said-1", "{\"kind\":\" \"}");
        assertThat(takenBack.json().path("kind").isNull()).isTrue();
        assertThat(takenBack.json().path("owner").asString()).isEqualTo("guide-04");

        JsonNode found = caller.get("/api/communities?q=GUIDE-04&sort=name").json();
        assertThat(found.path("items")).hasSize(1);
        assertThat(caller.patch("/api/communities/never-seen", "{\"name\":\"x\"}")
                        .code())
                .isEqualTo("community.unknown");
        assertThat(caller.post("/api/communities", "{\"name\":\"x\"}").status()).isEqualTo(400);
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            caller.post("/api/communities", "{\"key\":\"page-%d\",\"tags\":[\"paged\"]}".formatted(i));
        }
        JsonNode first =
                caller.get("/api/communities?q=paged&sort=-name&limit=2").json();
        JsonNode second = caller.get("/api/communities?q=paged&sort=-name&limit=2&cursor="
                        + first.path("next").asString())
                .json();
        JsonNode third = caller.get("/api/communities?q=paged&sort=-name&limit=2&cursor="
                        + second.path("next").asString())
                .json();
        assertThat(first.path("items").get(0).path("id").asString()).isEqualTo("page-4");
        assertThat(second.path("items").get(1).path("id").asString()).isEqualTo("page-1");
        assertThat(third.path("items")).hasSize(1);
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(caller.get("/api/communities?cursor=gone").code()).isEqualTo("community.cursor-invalid");
        assertThat(caller.get("/api/communities?sort=luck").code()).isEqualTo("community.sort-unknown");
    }

    @Test
    void theRuleIsTheBrandsToChange() {
        JsonNode before = caller.get("/api/communities/rule").json();
        try {
            Answer changed = caller.put("/api/communities/rule", "{\"kind\":\"ABSOLUTE\",\"line\":30}");
            assertThat(changed.json().path("kind").asString()).isEqualTo("ABSOLUTE");
            assertThat(changed.json().path("activityLine").asDouble())
                    .isEqualTo(before.path("activityLine").asDouble());
            assertThat(caller.put("/api/communities/rule", "{\"kind\":\"PERCENTILE\",\"line\":100}")
                            .code())
                    .isEqualTo("community.rule-invalid");
            assertThat(caller.put("/api/communities/rule", "{\"kind\":\"ABSOLUTE\",\"line\":101}")
                            .status())
                    .isEqualTo(400);
        } finally {
            caller.put("/api/communities/rule", "{\"kind\":\"PERCENTILE\",\"line\":20}");
        }
    }

    @Test
    void aRuleIsTriedBeforeItIsMadeAndTheNextRunDrawsTheLineItSaid() {
        LocalDate today = LocalDate.now(ZONE);
        StringJoiner batch = new StringJoiner(",");
        for (int i = 1; i <= 5; i++) {
            for (int day = 1; day <= i; day++) {
                Instant at = today.minusDays(day).atTime(12, i).atZone(ZONE).toInstant();
                batch.add(message("tried-" + i, "tried-" + i, day, at));
            }
        }
        send(batch);
        score("{}");
        JsonNode poorest = caller.get("/api/communities/tried-1").json();
        JsonNode richest = caller.get("/api/communities/tried-5").json();
        double between = (poorest.path("period").path("value").asDouble()
                        + richest.path("period").path("value").asDouble())
                / 2;
        try {
            String rule = "kind=ABSOLUTE&line=" + between;
            JsonNode tried = caller.get("/api/communities/rule/preview?" + rule).json();
            assertThat(tried.path("value").asDouble()).isCloseTo(between, within(0.006));
            assertThat(tried.path("golden").asInt() + tried.path("silver").asInt())
                    .isEqualTo(richest.path("period").path("communities").asInt());
            assertThat(richest.path("period").path("silver").asInt()
                            + tried.path("toSilver").asInt()
                            - tried.path("toGolden").asInt())
                    .isEqualTo(tried.path("silver").asInt());
            assertThat(caller.get("/api/communities/rule").json().path("kind").asString())
                    .as("trying changes nothing")
                    .isEqualTo("PERCENTILE");
            assertThat(caller.get("/api/communities/rule/preview?kind=PERCENTILE&line=100")
                            .code())
                    .isEqualTo("community.rule-invalid");

            caller.put("/api/communities/rule", "{\"kind\":\"ABSOLUTE\",\"line\":" + between + "}");
            assertThat(caller.get("/api/communities/tried-1")
                            .json()
                            .path("period")
                            .path("ruleChanged")
                            .asBoolean())
                    .isTrue();
            score("{}");
            JsonNode after = caller.get("/api/communities/tried-1").json();
            assertThat(after.path("stage").asString()).isEqualTo("SILVER");
            assertThat(after.path("period").path("silver").asInt())
                    .isEqualTo(tried.path("silver").asInt());
            assertThat(after.path("period").path("line").asDouble()).isCloseTo(between, within(1e-4));
            assertThat(after.path("period").path("ruleChanged").asBoolean()).isFalse();
            assertThat(caller.get("/api/communities/tried-5")
                            .json()
                            .path("stage")
                            .asString())
                    .isEqualTo("GOLDEN");
            assertThat(caller.get("/api/communities/rule/preview?" + rule)
                            .json()
                            .path("moves"))
                    .isEmpty();
        } finally {
            caller.put("/api/communities/rule", "{\"kind\":\"PERCENTILE\",\"line\":20}");
        }
    }

    private record CommunityIdAnd(String id, JsonNode row) {}

    private CommunityIdAnd find(String key) {
        for (JsonNode row : caller.get("/api/communities?limit=200").json().path("items")) {
            if (row.path("key").asString().equals(key)) {
                return new CommunityIdAnd(row.path("id").asString(), row);
            }
        }
        throw new AssertionError("no community " + key);
    }

    private static String message(String community, String user, int week, Instant at) {
        return """
                {"type":"track","messageId":"community-%s-%d","userId":"%s","event":"Message Sent","timestamp":"%s",
                 "properties":{"community":"%s"}}""".formatted(user, week, user, at, community);
    }

    private void send(StringJoiner events) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY).post("/v1/batch", "{\"batch\":[" + events + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void score(String wish) {
        Answer asked = caller.post("/api/runs", wish);
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        long id = asked.json().path("id").asLong();
        Instant until = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(until)) {
            JsonNode run = caller.get("/api/runs/" + id).json();
            if (run.path("state").asString().equals("DONE")) {
                return;
            }
            assertThat(run.path("state").asString()).as(run.toString()).isIn("WAITING", "RUNNING");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("the run does not end");
    }
}
