package io.guanxi.access.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How guessing is slowed down. */
class LoginLimitTests {

    private Instant now = Instant.parse("2026-11-20T08:00:00Z");

    private final LoginLimit limit = new LoginLimit(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void theSixthFailureInAMinuteWaitsUntilTheMinuteIsOver() {
        attempt(5, "lin", "10.0.0.1");

        now = now.plusSeconds(20);
        assertThat(limit.attempt("LIN", "10.0.0.1")).contains(Duration.ofSeconds(40));
        now = now.plusSeconds(40);
        assertThat(limit.attempt("lin", "10.0.0.1")).isEmpty();
    }

    @Test
    void theRightPasswordIsNotCounted() {
        for (int i = 0; i < 200; i++) {
            assertThat(limit.attempt("lin", "10.0.0.1")).isEmpty();
            limit.succeeded("lin", "10.0.0.1");
        }
    }

    @Test
    void oneAddressCannotTryManyUsers() {
        for (int i = 0; i < 30; i++) {
            assertThat(limit.attempt("user" + i, "10.0.0.1")).isEmpty();
        }

        assertThat(limit.attempt("user31", "10.0.0.1")).contains(Duration.ofMinutes(15));
        assertThat(limit.attempt("user31", "10.0.0.2")).isEmpty();
    }

    @Test
    void manyAddressesCannotTryOneUser() {
        for (int i = 0; i < 100; i++) {
            assertThat(limit.attempt("lin", "10.0.0." + i)).isEmpty();
        }

        assertThat(limit.attempt("lin", "10.0.1.1")).isPresent();
        assertThat(limit.attempt("zhao", "10.0.1.1")).isEmpty();
    }

    private void attempt(int times, String username, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.attempt(username, address)).isEmpty();
        }
    }
}
