package io.guanxi.mart;

import io.guanxi.lake.LakeAdvanced;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the mart follow the lake: woken by each append, looking by itself every few seconds. */
@Component
final class MartFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MartFollower.class);
    private static final long LOOK_SECONDS = 5;

    private final Mart mart;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    MartFollower(Mart mart) {
        this.mart = mart;
    }

    @EventListener
    void wake(LakeAdvanced advanced) {
        wakes.release();
    }

    private void follow() {
        while (running) {
            try {
                mart.catchUp();
            } catch (RuntimeException e) {
                log.error("the mart cannot follow the lake", e);
            }
            try {
                if (wakes.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    wakes.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("mart").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        wakes.release();
        Thread following = thread;
        if (following != null) {
            try {
                following.join(TimeUnit.SECONDS.toMillis(6));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
