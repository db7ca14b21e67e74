package io.guanxi.journey.store;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps those who move members and those who change journeys apart: any number of batches move at a time, in all processes; who
 * publishes, pauses or stops waits for them and is alone then. First of all in a transaction, and let go with its end. A process
 * that freezes within one loses it after a while, with all that it held.
 */
@Component
public class JourneyGate {

    private static final int LOCK = 8500;

    /** Longer than any question to an audience may take. */
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(30);

    private final JdbcClient postgres;
    private final Duration longestFreeze;

    @Autowired
    JourneyGate(JdbcClient postgres) {
        this(postgres, LONGEST_FREEZE);
    }

    /**
     * A gate.
     *
     * @param postgres where journeys are kept
     * @param longestFreeze after which time in which a transaction does nothing it is lost
     */
    public JourneyGate(JdbcClient postgres, Duration longestFreeze) {
        this.postgres = postgres;
        this.longestFreeze = longestFreeze;
    }

    /** Moves members; no journey is published, paused or stopped meanwhile. */
    public void move() {
        pass("pg_advisory_xact_lock_shared");
    }

    /** Changes journeys; nobody moves meanwhile. */
    public void change() {
        pass("pg_advisory_xact_lock");
    }

    private void pass(String lock) {
        postgres.sql("SELECT set_config('idle_in_transaction_session_timeout', ?, TRUE)")
                .param(longestFreeze.toMillis() + "ms")
                .query(_ -> {});
        postgres.sql("SELECT %s(?)".formatted(lock)).param(LOCK).query(_ -> {});
    }
}
