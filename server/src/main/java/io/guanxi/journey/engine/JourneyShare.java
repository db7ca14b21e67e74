package io.guanxi.journey.engine;

import io.guanxi.platform.Rounds;
import io.guanxi.platform.SharedWork;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A worker's share of journeys: what is due. */
@Component
@SharedWork
@Profile("worker")
final class JourneyShare extends Rounds {

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final JourneyEngine engine;

    JourneyShare(JourneyEngine engine) {
        super("journey", "journeys stand still here");
        this.engine = engine;
    }

    @Override
    protected Duration round() {
        return engine.share() ? Duration.ZERO : LONGEST_REST;
    }
}
