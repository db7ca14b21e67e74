package io.guanxi.experiment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.experiment.Split;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Layers, touchpoints and the programme by HTTP, in a brand of their own: 60 members, about a fifth of them held out. */
@ServerTest
@TestPropertySource(properties = "guanxi.tests.brand=programme")
class ProgrammeReportTests {

    private static final int MEMBERS = 60;
    private static final Split SPLIT = Split.holdout("programme-by-http", 0.2);
    private static final String REPORTS = "/api/experiments/reports";

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    JdbcClient postgres;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** Whoever is reached orders for 30 or, each third, for 60; whoever is held out for 10, or not at all. */
    private long brandWithAHoldout() {
        if (postgres.sql("SELECT count(*) FROM experiment_global_holdout")
                        .query(Long.class)
                        .single()
                == 0) {
            StringBuilder batch = new StringBuilder();
            Instant ordered = Instant.now().minus(10, ChronoUnit.DAYS);
            for (int i = 1; i <= MEMBERS; i++) {
                batch.append(i == 1 ? "" : ",").append("""
                        {"type":"track","userId":"programme-%d","event":"Product Viewed","timestamp":"%s"}""".formatted(i, ordered.minus(60, ChronoUnit.DAYS)));
            }
            send(batch);
            StringBuilder orders = new StringBuilder();
            postgres.sql("SELECT key, member_no FROM identifier WHERE key LIKE 'programme-%'")
                    .query(row -> {
                        String user = row.getString(1);
                        int number = row.getInt(2);
                        int total = SPLIT.armOf(number) == 1 ? number % 3 == 0 ? 60 : 30 : number % 2 == 0 ? 10 : 0;
                        if (total > 0) {
                            orders.append(orders.isEmpty() ? "" : ",").append("""
                            {"type":"track","userId":"%s","event":"Order Completed","timestamp":"%s","properties":{"total":%d}}""".formatted(user, ordered, total));
                        }
                    });
            orders.append("""
                    ,{"type":"track","userId":"%s","event":"Order Completed","timestamp":"%s","properties":{"total":1000000,"currency":"JPY"}}""".formatted(
                            postgres.sql("SELECT key FROM identifier WHERE key LIKE 'programme-%' AND "
                                            + SPLIT.sql("member_no") + " = 1 ORDER BY key LIMIT 1")
                                    .query(String.class)
                                    .single(),
                            ordered));
            send(orders);
            mart.write(sql ->
                    sql.sql("UPDATE member SET created_day = DATE '2020-01-01'").update());
            postgres.sql("""
                            INSERT INTO experiment_global_holdout (salt, share, from_day, until_day, created_by, created_at)
                            VALUES ('programme-by-http', 0.2, ?, ?, 'test', now())""").params(today.minusDays(20), today.minusDays(1)).update();
            postgres.sql("""
                            INSERT INTO message (key, member_no, template_id, channel, category, priority, origin_kind, origin_id, state,
                                                 created_at, due_at, sent_at)
                            SELECT 'programme-' || n, n, 1, 'sms', 'marketing', 5, 'journey', '1',
                                   CASE WHEN %1$s = 1 THEN 'SENT' ELSE 'SUPPRESSED' END, at, at, CASE WHEN %1$s = 1 THEN at END
                            FROM generate_series(1, 60) AS n, (SELECT now() - INTERVAL '11 days' AS at) AS t""".formatted(SPLIT.sql("n"))).update();
        }
        return mart.sql().sql("SELECT member_no FROM member").query(Integer.class).list().stream()
                .filter(number -> SPLIT.armOf(number) == 1)
                .count();
    }

    private void send(StringBuilder batch) {
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/batch", "{\"batch\":[" + batch + "]}")
                        .status())
                .isEqualTo(200);
        mart.settle();
    }

    private static double sum(JsonNode row, String metric) {
        for (JsonNode measured : row.path("measured")) {
            if (measured.path("metric").asString().equals(metric)) {
                return measured.path("total").asDouble();
            }
        }
        throw new AssertionError("no " + metric + " in " + row);
    }

    private double expectedGmv(long reached) {
        double treated = mart.sql()
                .sql("SELECT sum(amount) FROM member_day WHERE member_no IN (SELECT member_no FROM member WHERE %s = 1)"
                        .formatted(SPLIT.sql("member_no")))
                .query(Double.class)
                .single();
        double held = mart.sql()
                .sql(
                        "SELECT coalesce(sum(amount), 0) FROM member_day WHERE member_no IN (SELECT member_no FROM member WHERE %s = 0)"
                                .formatted(SPLIT.sql("member_no")))
                .query(Double.class)
                .single();
        return treated - held / (MEMBERS - reached) * reached;
    }

    @Test
    void theLayersOfTheLastHoldoutSayWhatTheyBrought() {
        long reached = brandWithAHoldout();
        assertThat(caller.put(REPORTS + "/costs", "{\"channel\":\"sms\",\"cost\":0.05}")
                        .status())
                .isEqualTo(200);
        Answer answer = caller.get(REPORTS + "/layers");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.path("from").asString()).isEqualTo(today.minusDays(20).toString());
        assertThat(report.path("against").path("heldOut").asLong()).isEqualTo(MEMBERS - reached);
        JsonNode all = report.path("rows").path(0);
        assertThat(all.path("layer").asString()).isEqualTo("ALL");
        assertThat(all.path("members").asLong()).isEqualTo(reached);
        assertThat(all.path("touches").asLong()).isEqualTo(reached);
        assertThat(all.path("cost").asDouble()).isEqualTo(reached * 5 / 100., within(1e-9));
        assertThat(all.at("/sent/0/channel").asString()).isEqualTo("sms");
        assertThat(all.at("/sent/0/messages").asLong()
                        * all.at("/sent/0/costPerMessage").asDouble())
                .as("what the cost is made of")
                .isEqualTo(all.path("cost").asDouble(), within(1e-9));
        assertThat(sum(all, "gmv")).isEqualTo(expectedGmv(reached), within(1e-6));
        JsonNode gmv = all.path("measured").path(2);
        assertThat(gmv.path("verdict").path("kind").asString()).isEqualTo("helped");
        JsonNode score = all.path("measured").path(5);
        assertThat(score.path("metric").asString()).isEqualTo("score");
        assertThat(score.at("/verdict/kind").asString()).isEqualTo("helped");
        assertThat(score.path("total").isNull())
                .as("so much more each is a sum of nothing")
                .isTrue();
        assertThat(score.at("/reached/value").asDouble())
                .isEqualTo(all.path("scorePerMember").asDouble(), within(1e-9))
                .isGreaterThan(score.at("/heldOut/value").asDouble());
        assertThat(report.path("findings").toString()).contains("layers-not-noted");
        JsonNode other = finding(report, "orders-other-currency");
        assertThat(other.path("count").asLong()).isEqualTo(1);
        assertThat(other.path("members").asLong()).isEqualTo(1);
        assertThat(other.path("currencies").asString()).isEqualTo("JPY 1");
        assertThat(all.path("gmv").asDouble())
                .as("a million yen is not a million yuan")
                .isBetween(30.0 * reached, 60.0 * reached);
        assertThat(report.path("rows").path(1).path("measured")).isEmpty();
        assertThat(answer.text()).doesNotContain("NaN");
        assertThat(caller.get(REPORTS + "/layers/csv").text())
                .contains("\r\nALL," + reached + ",")
                .contains(",gmv,");
    }

    private static JsonNode finding(JsonNode report, String code) {
        return report.path("findings")
                .valueStream()
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChannelIsComparedWithWhoWasMeantAndHeldOut() {
        long reached = brandWithAHoldout();
        JsonNode report = caller.get(REPORTS + "/touchpoints").json();
        JsonNode sms = report.path("rows").path(0);
        assertThat(sms.path("channel").asString()).isEqualTo("sms");
        assertThat(sms.path("messages").asLong()).isEqualTo(reached);
        assertThat(sms.path("ordered").asLong()).isEqualTo(reached);
        assertThat(sum(sms, "gmv")).isEqualTo(expectedGmv(reached), within(1e-6));
        assertThat(caller.get(REPORTS + "/touchpoints/csv").text()).contains("\r\nsms," + reached + ",");
    }

    @Test
    void aQuarterSumsItsPeriods() {
        brandWithAHoldout();
        LocalDate ordered = today.minusDays(10);
        String quarter = ordered.getYear() + "-Q" + (ordered.getMonthValue() + 2) / 3;
        JsonNode report = caller.get(REPORTS + "/programme?quarter=" + quarter).json();
        assertThat(report.path("quarter").asString()).isEqualTo(quarter);
        assertThat(report.path("parts")).hasSize(1);
        assertThat(report.path("sums")).hasSize(3);
        assertThat(report.path("sums").path(1).path("total").asDouble())
                .isEqualTo(sum(report.path("parts").path(0), "gmv"), within(1e-9));
        JsonNode none = caller.get(REPORTS + "/programme?quarter=1999-Q1").json();
        assertThat(none.path("parts")).isEmpty();
        assertThat(none.path("sums")).isEmpty();
        assertThat(none.path("coveredDays").asLong()).isZero();
    }

    @Test
    void withoutAHoldoutItIsToldWhatCameButNotWhatOfIt() {
        brandWithAHoldout();
        JsonNode report = caller.get(REPORTS + "/layers?from=" + today.minusDays(40) + "&until=" + today.minusDays(1))
                .json();
        assertThat(report.path("against").isNull()).isTrue();
        assertThat(report.path("rows").path(0).path("members").asLong()).isEqualTo(MEMBERS);
        assertThat(report.path("rows").path(0).path("measured")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/layers?from=2026-01-01, experiment.days-invalid",
        "/layers?from=2026-02-01&until=2026-01-01, experiment.days-invalid",
        "/touchpoints?from=2020-01-01&until=2026-01-01, experiment.days-invalid",
        "/programme?quarter=2026, experiment.quarter-invalid",
        "/programme?quarter=0000-Q1, experiment.quarter-invalid"
    })
    void whatIsNoTimeIsRefused(String path, String code) {
        Answer answer = caller.get(REPORTS + path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\":\"\",\"cost\":1}|experiment.channel-invalid",
                "{\"channel\":\"sms\",\"cost\":-1}|experiment.cost-invalid",
                "{\"channel\":\"sms\",\"cost\":1e300}|experiment.cost-invalid",
                "{\"cost\":1}|experiment.cost-invalid"
            })
    void whatIsNoCostIsRefused(String body, String code) {
        Answer answer = caller.put(REPORTS + "/costs", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }
}
