package io.guanxi.journey.engine;

import io.guanxi.lake.LakeAdvanced;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drives the engine: a turn at least every second, at once where events came or a turn left something over. */
@Component
final class JourneyDriver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JourneyDriver.class);
    private static final int LONGEST_REST_MILLIS = 1000;
    private static final int PAUSE_AFTER_FAILURE_MILLIS = 3000;

    private final JourneyEngine engine;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    JourneyDriver(JourneyEngine engine) {
        this.engine = engine;
    }

    @EventListener
    void came(LakeAdvanced advanced) {
        wake.release();
    }

    private void drive() {
        int rest = LONGEST_REST_MILLIS;
        while (running) {
            try {
                if (wake.tryAcquire(rest, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                if (running) {
                    rest = engine.turn() ? 0 : LONGEST_REST_MILLIS;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    log.warn("journeys stand still; trying again: {}", e.toString());
                }
                rest = PAUSE_AFTER_FAILURE_MILLIS;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("journey").start(this::drive);
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        Thread driving = thread;
        if (driving != null) {
            try {
                driving.join(TimeUnit.SECONDS.toMillis(6));
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
