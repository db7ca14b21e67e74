package io.guanxi.journey.engine;

import io.guanxi.lake.LakeAdvanced;
import io.guanxi.platform.Rounds;
import io.guanxi.platform.TimeAdvanced;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drives the engine: a turn at least every second, at once where events came or a turn left something over. */
@Component
@Profile("!worker")
final class JourneyDriver extends Rounds {

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final JourneyEngine engine;

    JourneyDriver(JourneyEngine engine) {
        super("journey", "journeys stand still");
        this.engine = engine;
    }

    @EventListener
    void came(LakeAdvanced advanced) {
        wake();
    }

    @EventListener
    void advanced(TimeAdvanced advanced) {
        wake();
    }

    @Override
    protected Duration round() {
        return engine.turn() ? Duration.ZERO : LONGEST_REST;
    }
}
