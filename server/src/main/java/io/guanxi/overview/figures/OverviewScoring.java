package io.guanxi.overview.figures;

import io.guanxi.value.ScoringContext;
import io.guanxi.value.ScoringStep;
import org.springframework.stereotype.Component;

/** Counts, in every run, the newcomers whom nobody has taken up. */
@Component
class OverviewScoring implements ScoringStep {

    private static final int ORDER = 900;

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void run(ScoringContext context) {
        context.make("newcomer");
    }
}
