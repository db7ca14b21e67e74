package io.guanxi.value.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.model.ValueModelStore;
import io.guanxi.value.scoring.ModelBench;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A sample of a brand that is too large to be tried out whole. */
@ServerTest
class SampleTests {

    @Autowired
    private Caller caller;

    @Autowired
    private ScoringRuns runs;

    @Autowired
    private Brand brand;

    @Autowired
    private ValueModelStore models;

    @Autowired
    private Mart mart;

    @Autowired
    private Clock clock;

    @Test
    void theSampledAndTheChosenAreScoredAsTheyWouldBeAmongAll() {
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            batch.append(i == 0 ? "" : ",").append("""
                    {"type":"track","userId":"sample-%d","event":"Order Completed","timestamp":"%s","properties":{"total":%d}}""".formatted(i, clock.instant(), 100 * (i + 1)));
        }
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/batch", "{\"batch\":[" + batch + "]}")
                        .status())
                .isEqualTo(200);
        mart.settle();
        Sample all = new Sample(mart, runs, brand, clock, "all_of_test", 1_000_000);
        Sample some = new Sample(mart, runs, brand, clock, "some_of_test", 10);
        int every = some.kept().every();
        assertThat(every).isGreaterThan(2);
        int chosen = mart.sql()
                .sql("SELECT max(member_no) FROM member WHERE NOT " + Sample.sampled(every))
                .query(Integer.class)
                .single();

        String scores = "SELECT member_no || ': ' || value FROM member_score WHERE %s ORDER BY member_no";
        assertThat(strings(some, List.of(chosen, 2_000_000_000), scores.formatted("true")))
                .hasSizeGreaterThan(3)
                .isEqualTo(
                        strings(all, List.of(), scores.formatted(Sample.sampled(every) + " OR member_no = " + chosen)));
        mart.sql().sql("DETACH all_of_test").update();
        mart.sql().sql("DETACH some_of_test").update();
    }

    @Test
    void aMartThatIsBeingFilledAnewIsNoBrandOfNobody() {
        track("sample-anew");
        ScoringRun run = runs.start(null, LateData.INCLUDE);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> runs.find(run.id()).orElseThrow().state() == ScoringRun.State.DONE);
        Sample sample = new Sample(mart, runs, brand, clock, "anew_of_test", 1_000_000);
        mart.write(sql -> sql.sql("DELETE FROM member").update());
        try {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(sample::kept)
                    .returns("value-model.mart-empty", Problem::code);
            assertThat(caller.post("/api/value-model/calibrate", "{}").code()).isEqualTo("value-model.mart-empty");
        } finally {
            mart.rebuild();
        }

        sample.kept();
        String count = "SELECT count(*) FROM %s.main.member";
        long sampled = mart.sql()
                .sql(count.formatted("anew_of_test"))
                .query(Long.class)
                .single();
        assertThat(sampled)
                .as("what was refused is not remembered as a sample of nobody")
                .isPositive()
                .isEqualTo(mart.sql()
                        .sql("SELECT count(*) FROM member")
                        .query(Long.class)
                        .single());
        mart.sql().sql("DETACH anew_of_test").update();
    }

    private void track(String user) {
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post("/v1/track", """
                                {"userId":"%s","event":"Order Completed","timestamp":"%s","properties":{"total":10}}""".formatted(user, clock.instant()))
                        .status())
                .isEqualTo(200);
    }

    private List<String> strings(Sample sample, List<Integer> besides, String query) {
        sample.kept();
        try (ModelBench bench = sample.bench(models.current().model(), sample.asOf(), besides)) {
            bench.make(List.of("member_class"), new Progress(clock), 0, 1);
            return bench.sql().sql(query).query(String.class).list();
        }
    }
}
