package io.guanxi.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes the outbox of this server when something was intended here; other servers look by themselves. */
@Component
class Bell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long times;

    void ring() {
        lock.lock();
        try {
            times++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@return how often it has rung; to be given to {@link #await}} */
    long times() {
        lock.lock();
        try {
            return times;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it rings after it had rung so often, but not longer than that. */
    void await(long heard, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (times == heard && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
