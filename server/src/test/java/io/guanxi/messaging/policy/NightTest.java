package io.guanxi.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.messaging.policy.Judge.Night;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is night, and until when. */
class NightTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "22:00, 08:00, 2026-06-01T13:59:59Z, -",
                "22:00, 08:00, 2026-06-01T14:00:00Z, 2026-06-02T00:00:00Z",
                "22:00, 08:00, 2026-06-01T23:59:59Z, 2026-06-02T00:00:00Z",
                "22:00, 08:00, 2026-06-02T00:00:00Z, -",
                "12:00, 14:00, 2026-06-01T04:30:00Z, 2026-06-01T06:00:00Z",
                "12:00, 14:00, 2026-06-01T06:00:00Z, -"
            })
    void theNightIsThatOfTheMembersClock(LocalTime from, LocalTime to, Instant moment, Instant end) {
        assertThat(new Night(from, to).end(moment.atZone(ZoneId.of("Asia/Shanghai"))))
                .isEqualTo(end);
    }

    @Test
    void anHourThatIsSkippedMovesTheMorning() {
        ZoneId berlin = ZoneId.of("Europe/Berlin"); // on 29 March 2026 two o'clock is three o'clock

        Instant end = new Night(LocalTime.of(22, 0), LocalTime.of(2, 30))
                .end(Instant.parse("2026-03-28T22:00:00Z").atZone(berlin));

        assertThat(end).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }
}
