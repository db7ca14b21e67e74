package io.guanxi.collect.road;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Drives the road: looks every half second for new events in the inbox; waits a little longer after a failure. */
@Component
final class RoadDriver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RoadDriver.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);

    private final Road road;
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    RoadDriver(Road road) {
        this.road = road;
    }

    private void drive() {
        Duration pause = PAUSE;
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration step() {
        try {
            road.drain();
            return PAUSE;
        } catch (RuntimeException e) {
            log.error("the road is blocked; events stay safe in the inbox", e);
            return PAUSE_AFTER_FAILURE;
        }
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("road").start(this::drive);
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(6));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
