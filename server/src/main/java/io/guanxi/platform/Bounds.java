package io.guanxi.platform;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * How long a question may take. Its statements end when the time is over or when somebody cancels it, wherever they run; a module
 * says by which codes its questions are refused.
 */
public class Bounds {

    private static final Logger log = LoggerFactory.getLogger(Bounds.class);
    private static final long LOOK_UP = Duration.ofMillis(50).toNanos();
    private static final String QUERY_CANCELED = "57014";

    private final long end;
    private final Duration span;
    private final Codes codes;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();

    /**
     * The codes under which questions of a module are refused.
     *
     * @param tooSlow it took too long
     * @param tooBig it needs too much memory
     * @param cancelled somebody cancelled it
     * @param advice what to ask instead, as the end of a sentence
     */
    public record Codes(String tooSlow, String tooBig, String cancelled, String advice) {}

    /**
     * Bounds that begin now.
     *
     * @param span how long
     * @param codes of the module
     */
    public Bounds(Duration span, Codes codes) {
        this.span = span;
        this.codes = codes;
        this.end = System.nanoTime() + span.toNanos();
    }

    /** {@return seconds left, rounded up} */
    public int secondsLeft() {
        check();
        return (int) Math.max(1, Math.ceilDiv(end - System.nanoTime(), 1_000_000_000L));
    }

    /** Refuses to go on where the time is over or the question was cancelled. */
    public void check() {
        if (cancelled.get()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    codes.cancelled(),
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
                codes.tooSlow(),
                "The question was stopped after " + span.toSeconds() + " s; " + codes.advice() + ".",
                List.of());
    }

    private Problem tooBig() {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                codes.tooBig(),
                "The question needs more memory than the mart has; " + codes.advice() + ".",
                List.of());
    }

    /** Something to wait for. */
    @FunctionalInterface
    public interface Turn {

        /**
         * {@return whether it came}
         *
         * @param nanos how long to wait for it
         * @throws InterruptedException where the thread is interrupted
         */
        boolean await(long nanos) throws InterruptedException;
    }

    /**
     * Waits for its turn, and no longer than the question may take or until it is cancelled.
     *
     * @param turn what is waited for
     */
    public void await(Turn turn) {
        try {
            do {
                check();
            } while (!turn.await(Math.clamp(end - System.nanoTime(), 0, LOOK_UP)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooSlow();
        }
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
            unwatch(statement);
            check();
        }
    }

    /**
     * Lets go of a statement that has ended.
     *
     * @param statement which
     */
    public void unwatch(Statement statement) {
        synchronized (running) {
            running.remove(statement);
        }
    }

    /**
     * {@return why a statement failed: the refusal where a bound ended it}
     *
     * @param e what it threw
     */
    public RuntimeException trouble(SQLException e) {
        check();
        String message = String.valueOf(e.getMessage());
        if (e instanceof SQLTimeoutException
                || message.contains("INTERRUPT")
                || QUERY_CANCELED.equals(e.getSQLState())) {
            return tooSlow();
        }
        if (message.contains("Out of Memory") || message.contains("out of memory")) {
            return tooBig();
        }
        return new IllegalStateException("a question could not be asked", e);
    }

    /**
     * Ends the question; it is answered with the code for that. A statement that is about to run does not hear of it, so it is told
     * until it has ended.
     */
    public void cancel() {
        if (cancelled.compareAndSet(false, true) && !running.isEmpty()) {
            Thread.ofVirtual().name("cancelling").start(() -> {
                while (!running.isEmpty()) {
                    cancelRunning();
                    LockSupport.parkNanos(LOOK_UP);
                }
            });
        }
    }

    private void cancelRunning() {
        synchronized (running) { // what is let go of is not told any more: its connection may do something else
            for (Statement statement : running) {
                try {
                    statement.cancel();
                } catch (SQLException e) {
                    log.debug("a statement had ended by itself", e);
                }
            }
        }
    }
}
