package io.guanxi.experiment.programme;

import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each hour which reports are to be made anew, on a thread of its own: they may take long. */
@Component
final class ProgrammeUpkeep extends Rounds {

    private static final Duration FIRST = Duration.ofMinutes(20);
    private static final Duration LOOK = Duration.ofHours(1);

    private final ProgrammeReports reports;

    ProgrammeUpkeep(ProgrammeReports reports) {
        super("programme-reports", "reports of layers, touchpoints and quarters cannot be made anew", FIRST);
        this.reports = reports;
    }

    @Override
    protected Duration round() {
        reports.refresh();
        return LOOK;
    }
}
