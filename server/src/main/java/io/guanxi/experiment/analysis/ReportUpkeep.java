package io.guanxi.experiment.analysis;

import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each hour which reports are to be made anew, on a thread of its own: they may take long. */
@Component
final class ReportUpkeep extends Rounds {

    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofHours(1);

    private final LiveReports reports;

    ReportUpkeep(LiveReports reports) {
        super("experiment-reports", "reports of experiments cannot be made anew", FIRST);
        this.reports = reports;
    }

    @Override
    protected Duration round() {
        reports.refresh();
        return LOOK;
    }
}
