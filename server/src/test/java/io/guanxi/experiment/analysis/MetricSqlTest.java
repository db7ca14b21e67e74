package io.guanxi.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.experiment.analysis.MetricSql.Pass;
import io.guanxi.experiment.analysis.MetricSql.Reach;
import io.guanxi.experiment.design.Measurement;
import io.guanxi.experiment.design.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What metrics need of the lake. */
class MetricSqlTest {

    @Test
    void retentionOfAnythingReadsItsDayAndTheLookBackNotWhatLiesBetween() {
        List<Pass> passes = passes(metric(new Measurement.Retention(null, 7), 14, 10));

        assertThat(passes).hasSize(1);
        assertThat(passes.getFirst().events()).as("of any name").isEmpty();
        assertThat(passes.getFirst().reaches()).containsExactly(new Reach(7, 8), new Reach(-10, 0));
        assertThat(passes.getFirst().within("t"))
                .isEqualTo("t >= -864000000000 AND t < 691200000000")
                .as("microseconds");
    }

    @Test
    void namedEventsAreReadApartFromAnything() {
        List<Pass> passes = passes(
                metric(new Measurement.Conversion("Order Completed"), 14, 0),
                metric(new Measurement.Retention("Checked In", 30), 31, 7),
                metric(new Measurement.Retention(null, 1), 2, 0));

        assertThat(passes).hasSize(2);
        assertThat(passes.getFirst().events().values()).containsExactly("Order Completed", "Checked In");
        assertThat(passes.getFirst().reaches()).containsExactly(new Reach(0, 14), new Reach(30, 31), new Reach(-7, 0));
        assertThat(passes.getLast().reaches())
                .as("no look-back, no days before")
                .containsExactly(new Reach(1, 2));
    }

    private static List<Pass> passes(Metric... metrics) {
        return new MetricSql(List.of(metrics)).passes();
    }

    private static Metric metric(Measurement measurement, int windowDays, int lookBackDays) {
        return new Metric("a metric", measurement, windowDays, null, lookBackDays, true, false);
    }
}
