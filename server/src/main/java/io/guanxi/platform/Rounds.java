package io.guanxi.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done round by round, on a thread of its own, as long as this server runs. A round that fails is told once with
 * all it knows, then in a line, and tried again, unless the virtual machine itself is at its end; stopping waits a few seconds for the round that is being done.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration LEAST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(6);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final String trouble;
    private final Semaphore wakes = new Semaphore(0);
    private final Duration first;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * Rounds.
     *
     * @param name of the thread
     * @param trouble what a failed round means, as the log says it
     */
    protected Rounds(String name, String trouble) {
        this(name, trouble, Duration.ZERO);
    }

    /**
     * Rounds that wait: a server that just started has other things to do.
     *
     * @param name of the thread
     * @param trouble what a failed round means, as the log says it
     * @param first how long to rest before the first round, unless woken
     */
    protected Rounds(String name, String trouble, Duration first) {
        this.name = name;
        this.trouble = trouble;
        this.first = first;
    }

    /** {@return how long to rest after this round, unless woken; what it throws is logged, and the next round comes} */
    protected abstract Duration round();

    /**
     * {@return the rest after a round that took so long: a second, and four times as long as the round where that took long, so
     * that rounds never take more than a fifth of the time}
     *
     * @param begun {@link System#nanoTime} when the round began
     */
    protected static Duration aFifthAtMost(long begun) {
        return restAfter(Duration.ofNanos(System.nanoTime() - begun));
    }

    static Duration restAfter(Duration round) {
        Duration rest = round.multipliedBy(4);
        return rest.compareTo(LEAST_REST) > 0 ? rest : LEAST_REST;
    }

    /** Ends the rest. */
    protected final void wake() {
        wakes.release();
    }

    private void run() {
        if (!first.isZero() && !rested(first)) {
            return;
        }
        boolean failed = false;
        while (running) {
            Duration rest;
            try {
                rest = round();
                failed = false;
            } catch (RuntimeException | Error e) {
                if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                    throw e; // nothing works as it should from here on
                }
                rest = AFTER_FAILURE;
                tell(e, failed);
                failed = true;
            }
            if (!rested(rest)) {
                return;
            }
        }
    }

    /** {@return whether it rested, as long as that or until it was woken, and was not interrupted} */
    private boolean rested(Duration rest) {
        try {
            if (wakes.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                wakes.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(Throwable e, boolean again) {
        if (!running) {
            log.debug("{} while stopping", trouble, e); // what it needs is going away
        } else if (again) {
            log.warn("{}; trying again: {}", trouble, e.toString());
        } else {
            log.error("{}; trying again", trouble, e);
        }
    }

    @Override
    public final void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    @Override
    public final void stop() {
        running = false;
        wake();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(LONGEST_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
