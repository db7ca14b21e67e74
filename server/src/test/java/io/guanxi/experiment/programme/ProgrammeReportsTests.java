package io.guanxi.experiment.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Which reports are answered as they were kept, and which are made anew; of a month in which no other test does anything. */
@ServerTest
class ProgrammeReportsTests {

    private static final String REPORTS = "/api/experiments/reports";
    private static final String LAYERS = REPORTS + "/layers?from=2019-03-01&until=2019-03-31";

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    ProgrammeReports reports;

    @Autowired
    JdbcClient postgres;

    @BeforeEach
    void nothingIsKept() {
        postgres.sql("DELETE FROM experiment_programme_report").update();
    }

    private JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Instant madeAt(JsonNode report) {
        return Instant.parse(report.path("madeAt").asString());
    }

    private static long orders(JsonNode report) {
        return report.at("/rows/0/orders").asLong();
    }

    private void anOrder(String day) {
        ok(caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"messageId":"%s","userId":"kept-reports","event":"Order Completed","timestamp":"%sT04:00:00Z",
                 "properties":{"revenue":10}}""".formatted(UUID.randomUUID(), day)));
        mart.settle();
    }

    @Test
    void oneThatIsOpenedAgainIsTheSameUntilItIsMadeAnew() {
        anOrder("2019-03-10");
        long before = made();
        JsonNode first = ok(caller.get(LAYERS));
        assertThat(first.path("newer").asBoolean()).isFalse();
        JsonNode again = ok(caller.get(LAYERS));
        assertThat(again).isEqualTo(first);

        anOrder("2019-05-10");
        assertThat(ok(caller.get(LAYERS)))
                .as("events of other days change nothing")
                .isEqualTo(first);

        anOrder("2019-03-11");
        JsonNode later = ok(caller.get(LAYERS));
        assertThat(madeAt(later)).isEqualTo(madeAt(first));
        assertThat(later.path("newer").asBoolean())
                .as("events of these days came")
                .isTrue();
        assertThat(orders(later)).isEqualTo(orders(first));

        JsonNode anew = ok(caller.post(LAYERS, ""));
        assertThat(madeAt(anew)).isAfter(madeAt(first));
        assertThat(anew.path("newer").asBoolean()).isFalse();
        assertThat(orders(anew)).isEqualTo(orders(first) + 1);
        assertThat(ok(caller.get(LAYERS))).isEqualTo(anew);
        assertThat(caller.get(LAYERS.replace("/layers?", "/layers/csv?")).text())
                .contains("ALL");
        assertThat(made()).as("made twice, opened seven times").isEqualTo(before + 2);
    }

    private long made() {
        return ok(caller.get(REPORTS + "/works"))
                .path("items")
                .valueStream()
                .filter(work -> work.path("kind").asString().equals("LAYERS")
                        && work.path("of").asString().equals("2019-03-01/2019-03-31")
                        && work.path("state").asString().equals("DONE"))
                .count();
    }

    @Test
    void eachOfTheThreeIsKept() {
        for (String path : new String[] {
            LAYERS, REPORTS + "/touchpoints?from=2019-03-01&until=2019-03-31", REPORTS + "/programme?quarter=2019-Q1"
        }) {
            JsonNode first = ok(caller.get(path));
            assertThat(ok(caller.get(path))).as(path).isEqualTo(first);
            assertThat(madeAt(ok(caller.post(path, "")))).as(path).isAfter(madeAt(first));
        }
    }

    @Test
    void oneThatWouldAnswerAnotherQuestionIsMadeAnewWhenItIsOpened() {
        JsonNode first = ok(caller.get(LAYERS));
        ok(caller.put(REPORTS + "/costs", "{\"channel\":\"kept-reports\",\"cost\":0.07}"));
        JsonNode priced = ok(caller.get(LAYERS));
        assertThat(madeAt(priced)).isAfter(madeAt(first));
        ok(caller.put(REPORTS + "/costs", "{\"channel\":\"kept-reports\",\"cost\":null}"));
        assertThat(madeAt(ok(caller.get(LAYERS)))).isAfter(madeAt(priced));
    }

    @Test
    void whatHasEndedOrIsNotThereCannotBeStopped() {
        JsonNode report = ok(caller.post(LAYERS, ""));
        JsonNode work = ok(caller.get(REPORTS + "/works")).at("/items/0");
        assertThat(work.path("state").asString()).isEqualTo("DONE");
        assertThat(Instant.parse(work.path("finishedAt").asString())).isAfterOrEqualTo(madeAt(report));
        Answer ended = caller.post(REPORTS + "/works/" + work.path("id").asLong() + "/cancel", "");
        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.code()).isEqualTo("experiment.report-ended");
        Answer unknown = caller.post(REPORTS + "/works/1/cancel", "");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("experiment.report-unknown");
    }

    private void kept(String change) {
        postgres.sql("UPDATE experiment_programme_report SET " + change).update();
    }

    private Instant keptAt() {
        return postgres.sql("SELECT report ->> 'madeAt' FROM experiment_programme_report")
                .query((row, _) -> Instant.parse(row.getString(1)))
                .single();
    }

    @Test
    void thoseLookedAtLatelyAreMadeAnewOnceADayWhereTheyMayHaveChanged() {
        Instant first = madeAt(ok(caller.get(LAYERS)));
        reports.refresh();
        assertThat(keptAt()).as("not a day old").isEqualTo(first);
        kept("made_at = now() - INTERVAL '2 days'");
        reports.refresh();
        assertThat(keptAt()).as("no event came").isEqualTo(first);
        kept("data = 'other'");
        reports.refresh();
        Instant second = keptAt();
        assertThat(second).as("events came").isAfter(first);
        kept("data = 'other', made_at = now() - INTERVAL '2 days', opened_at = now() - INTERVAL '20 days'");
        reports.refresh();
        assertThat(keptAt()).as("nobody looks at it").isEqualTo(second);
        kept("basis = 'another server''s', opened_at = now()");
        reports.refresh();
        assertThat(keptAt()).as("it stands on something else").isAfter(second);
        kept("opened_at = now() - INTERVAL '100 days'");
        reports.refresh();
        assertThat(postgres.sql("SELECT count(*) FROM experiment_programme_report")
                        .query(Long.class)
                        .single())
                .as("forgotten")
                .isZero();
    }
}
