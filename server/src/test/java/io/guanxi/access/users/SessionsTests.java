package io.guanxi.access.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long people stay logged in. */
@ServerTest
class SessionsTests {

    @Autowired
    Sessions sessions;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void anotherServerAndARestartedOneKnowTheSession() {
        String token = sessions.begin(admin(), "127.0.0.1");

        assertThat(new Sessions(jdbc, clock).userOf(token)).map(User::username).contains("admin");
    }

    @Test
    void aSessionEndsAfterTwelveIdleHours() {
        String token = sessions.begin(admin(), "127.0.0.1");

        assertThat(after(Duration.ofHours(11)).userOf(token)).isPresent();
        assertThat(after(Duration.ofHours(22)).userOf(token)).isPresent();
        assertThat(after(Duration.ofHours(35)).userOf(token)).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwoWeeksWhateverIsDone() {
        String token = sessions.begin(admin(), "127.0.0.1");
        for (int hours = 10; hours < 14 * 24; hours += 10) {
            assertThat(after(Duration.ofHours(hours)).userOf(token)).isPresent();
        }

        assertThat(after(Duration.ofDays(14)).userOf(token)).isEmpty();
    }

    @Test
    void theSessionOfAnInventedTokenIsNobodys() {
        assertThat(sessions.userOf("invented")).isEmpty();
    }

    private Sessions after(Duration later) {
        return new Sessions(jdbc, Clock.offset(clock, later));
    }

    private long admin() {
        return users.numberOf("admin").orElseThrow();
    }
}
