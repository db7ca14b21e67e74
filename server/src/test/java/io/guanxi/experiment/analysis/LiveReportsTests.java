package io.guanxi.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.assignment.Experiments;
import io.guanxi.experiment.design.Arm;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.design.Unit;
import io.guanxi.experiment.report.Report.Population;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which reports are made anew: those that are a day old and may have changed. */
@ServerTest
class LiveReportsTests {

    @Autowired
    LiveReports reports;

    @Autowired
    Experiments experiments;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient postgres;

    private long running(String name) {
        List<Arm> arms = List.of(new Arm("control", "control", 1), new Arm("gift", "gift", 1));
        Design design = new Design(name, "", Unit.MEMBER, arms, null, null, 1, List.of(), 14, 0.05, null);
        return experiments.start(experiments.plan(design).id()).id();
    }

    private Instant madeAt(long id) {
        return reports.kept(id, Population.EXPOSED).orElseThrow().madeAt();
    }

    private void age(long id, int days) {
        postgres.sql(
                        "UPDATE experiment_report SET made_at = made_at - make_interval(days => ?) WHERE experiment_id = ?")
                .params(days, id)
                .update();
    }

    @Test
    void aReportIsMadeAnewEachDayUntilTheLastWindowHasClosed() {
        long id = running("Refreshed");
        assignments.expose(
                id, RoaringBitmap.bitmapOfRange(960_001, 960_021), Instant.now().minus(1, ChronoUnit.DAYS));
        reports.refresh();
        Instant first = madeAt(id);
        reports.refresh();
        assertThat(madeAt(id)).as("not a day old").isEqualTo(first);
        age(id, 2);
        reports.refresh();
        Instant second = madeAt(id);
        assertThat(second).isAfter(first);

        postgres.sql("UPDATE experiment SET state = 'STOPPED', stopped_at = now() - INTERVAL '29 days' WHERE id = ?")
                .param(id)
                .update();
        age(id, 2);
        reports.refresh();
        Instant third = madeAt(id);
        assertThat(third).as("a window of 30 days is open").isAfter(second);

        postgres.sql("UPDATE experiment SET stopped_at = now() - INTERVAL '60 days' WHERE id = ?")
                .param(id)
                .update();
        age(id, 2);
        reports.refresh();
        assertThat(madeAt(id)).as("nothing can have changed").isEqualTo(third);
    }
}
