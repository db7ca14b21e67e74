package io.guanxi.audience.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefresherTest {

    @Test
    void aLookTakesAFifthOfTheTimeAtMost() {
        assertThat(Refresher.restAfter(Duration.ofMillis(20).toNanos())).isEqualTo(Duration.ofSeconds(1));
        assertThat(Refresher.restAfter(Duration.ofSeconds(3).toNanos())).isEqualTo(Duration.ofSeconds(12));
    }
}
