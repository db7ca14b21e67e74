package io.guanxi.audience.engine;

import io.guanxi.platform.Problem;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * How long a question may take. Its statements end when the time is over or when somebody cancels it, wherever they run.
 */
public final class Limit {

    private static final Logger log = LoggerFactory.getLogger(Limit.class);

    private final long end;
    private final Duration span;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();

    private Limit(Duration span) {
        this.span = span;
        this.end = System.nanoTime() + span.toNanos();
    }

    /**
     * {@return a limit that begins now}
     *
     * @param span how long
     */
    public static Limit of(Duration span) {
        return new Limit(span);
    }

    /** {@return seconds left, rounded up} */
    int secondsLeft() {
        check();
        return (int) Math.max(1, Math.ceilDiv(end - System.nanoTime(), 1_000_000_000L));
    }

    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }

    /** Refuses to go on where the time is over or the question was cancelled. */
    public void check() {
        if (cancelled.get()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "audience.cancelled",
                    "The question was cancelled before it was answered.",
                    List.of());
        }
        if (System.nanoTime() >= end) {
            throw tooSlow();
        }
    }

    /** {@return the refusal of a question that takes too long} */
    public Problem tooSlow() {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "audience.too-slow",
                "The question was stopped after " + span.toSeconds()
                        + " s; ask for a shorter window or fewer conditions on properties.",
                List.of());
    }

    /**
     * Lets a statement be cancelled while it runs, and bounds its time.
     *
     * @param statement about to run
     * @throws SQLException where its time cannot be bounded
     */
    public void watch(Statement statement) throws SQLException {
        statement.setQueryTimeout(secondsLeft());
        running.add(statement);
        if (cancelled.get()) {
            statement.cancel();
        }
    }

    /**
     * Lets go of a statement that has ended.
     *
     * @param statement which
     */
    public void unwatch(Statement statement) {
        running.remove(statement);
    }

    /** Ends the question; it is answered with {@code audience.cancelled}. */
    public void cancel() {
        cancelled.set(true);
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                log.debug("a statement had ended by itself", e);
            }
        }
    }
}
