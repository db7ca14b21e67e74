package io.guanxi.collect.road;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Drives the road: a step begins every second, with a short rest before it; waits a little longer after a failure. A step has
 * its fixed price, so more of them would cost a busy machine more than they make events visible sooner.
 */
@Component
final class RoadDriver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RoadDriver.class);
    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);
    private static final Duration LEAST_REST = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);

    private final Road road;
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    RoadDriver(Road road) {
        this.road = road;
    }

    private void drive() {
        Duration pause = LEAST_REST;
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration step() {
        long begun = System.nanoTime();
        try {
            road.drain();
            Duration rest = BETWEEN_STEPS.minusNanos(System.nanoTime() - begun);
            return rest.compareTo(LEAST_REST) > 0 ? rest : LEAST_REST;
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
