package io.guanxi.access.keys;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the making of first credentials needs: one server at a time, and a line on standard output. */
@Component
public class FirstStart {

    private static final long LOCK = 0x6775616e78690300L;

    private final JdbcClient jdbc;

    FirstStart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other server is making first credentials; the lock ends with the transaction. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, i) -> true)
                .single();
    }

    /**
     * Prints a generated credential, this once, on a line of its own.
     *
     * @param what e.g. {@code api key}
     * @param secret the secret
     */
    public void print(String what, String secret) {
        System.out.println(what + " " + secret);
        System.out.flush();
    }
}
