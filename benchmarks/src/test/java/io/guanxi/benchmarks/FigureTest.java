package io.guanxi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void saysPlainlyWhetherTheTargetIsReached() {
        Figure fast = Figure.of("tracking", 31_250, "events/s", new Target.AtLeast(30_000));
        Figure slow = Figure.of("p99", 251, "ms", new Target.AtMost(250));
        assertThat(fast.row()).isEqualTo("| tracking | 31,250 events/s | ≥ 30,000 | yes |  |  |");
        assertThat(slow.row()).isEqualTo("| p99 | 251 ms | ≤ 250 | **no** |  |  |");
    }

    @Test
    void dividesByThePeer() {
        Figure beside = Figure.of("import", 200_000, "rows/s").beside("bare DuckDB", 800_000);
        assertThat(beside.row()).isEqualTo("| import | 200,000 rows/s |  |  | bare DuckDB: 800,000 rows/s | 0.25 |");
    }

    @Test
    void aPercentileIsTheSmallestTimeWithinWhichThatShareWasDone() {
        Latencies latencies = new Latencies();
        for (int millis = 100; millis > 0; millis--) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.millis(0.50)).isEqualTo(50);
        assertThat(latencies.millis(0.99)).isEqualTo(99);
        assertThat(latencies.millis(1)).isEqualTo(100);
    }
}
