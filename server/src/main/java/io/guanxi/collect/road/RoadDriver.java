package io.guanxi.collect.road;

import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Drives the road: a step begins every second, with a short rest before it; waits a little longer after a failure. A step has
 * its fixed price, so more of them would cost a busy machine more than they make events visible sooner.
 */
@Component
final class RoadDriver extends Rounds {

    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);
    private static final Duration LEAST_REST = Duration.ofMillis(100);

    private final Road road;

    RoadDriver(Road road) {
        super("road", "the road is blocked; events stay safe in the inbox");
        this.road = road;
    }

    @Override
    protected Duration round() {
        long begun = System.nanoTime();
        road.drain();
        Duration rest = BETWEEN_STEPS.minusNanos(System.nanoTime() - begun);
        return rest.compareTo(LEAST_REST) > 0 ? rest : LEAST_REST;
    }
}
