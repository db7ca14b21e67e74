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
    private boolean begun;

    ReportUpkeep(LiveReports reports) {
        super("experiment-reports", "reports of experiments cannot be made anew");
        this.reports = reports;
    }

    @Override
    protected Duration round() {
        if (!begun) {
            begun = true; // a server that just started has other things to do
            return FIRST;
        }
        reports.refresh();
        return LOOK;
    }
}
