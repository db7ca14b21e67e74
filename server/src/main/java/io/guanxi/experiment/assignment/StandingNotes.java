package io.guanxi.experiment.assignment;

import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Notes how those stand whom workers exposed. */
@Component
final class StandingNotes extends Rounds {

    private static final Duration FIRST = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMinutes(15);

    private final ExposureTable exposures;

    StandingNotes(ExposureTable exposures) {
        super("experiment-standings", "how exposed members stand cannot be noted", FIRST);
        this.exposures = exposures;
    }

    @Override
    protected Duration round() {
        return exposures.noteStandings() > 0 ? Duration.ZERO : LOOK;
    }
}
