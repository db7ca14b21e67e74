package io.guanxi.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guanxi.experiment.report.ReportWork.Kind;
import io.guanxi.experiment.report.ReportWork.State;
import io.guanxi.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reports that are being made are seen by all, and can be stopped. */
class ReportWorksTest {

    private final ReportWorks works = new ReportWorks(Clock.systemUTC());

    private ReportWork only() {
        List<ReportWork> all = works.all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void whatGoesOnIsSeenAndWhatIsDoneToo() {
        String made = works.run(Kind.LAYERS, "2026-07-01/2026-09-30", progress -> {
            progress.at("measure", 0.4);
            ReportWork work = only();
            assertThat(work.state()).isEqualTo(State.RUNNING);
            assertThat(work.phase()).isEqualTo("measure");
            assertThat(work.percent()).isEqualTo(40);
            assertThat(work.finishedAt()).isNull();
            return "a report";
        });
        assertThat(made).isEqualTo("a report");
        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(only().percent()).isEqualTo(100);
        assertThat(only().seconds()).isNotNull();
    }

    @Test
    void whatIsStoppedEndsAtItsNextStep() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> works.run(Kind.PROGRAMME, "2026-Q3", progress -> {
                    progress.at("members", 0.1);
                    works.cancel(only().id());
                    progress.at("measure", 0.4);
                    return "never";
                }))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.report-cancelled"));
        assertThat(only().state()).isEqualTo(State.CANCELLED);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> works.cancel(only().id()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.report-ended"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> works.cancel(1))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.report-unknown"));
    }

    @Test
    void whatFailsSaysWhere() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> works.run(Kind.TOUCHPOINTS, "x", progress -> {
                    progress.at("messages", 0.2);
                    throw new IllegalStateException("no disk");
                }));
        assertThat(only().state()).isEqualTo(State.FAILED);
        assertThat(Objects.requireNonNull(only().problem()).detail()).contains("messages");
    }

    @Test
    void onlyTheLatestAreRemembered() {
        for (int i = 0; i < 60; i++) {
            works.run(Kind.EXPERIMENT, Integer.toString(i), _ -> "made");
        }
        assertThat(works.all()).hasSize(50);
        assertThat(works.all().getFirst().of()).isEqualTo("59");
    }
}
