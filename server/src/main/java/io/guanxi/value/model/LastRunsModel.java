package io.guanxi.value.model;

import io.guanxi.value.ScoringRuns;
import io.guanxi.value.ShownValueModel;
import io.guanxi.value.ValueModel;
import org.springframework.stereotype.Component;

/** Finds the version that the last run names. */
@Component
final class LastRunsModel implements ShownValueModel {

    private final ScoringRuns runs;
    private final ValueModelStore models;

    LastRunsModel(ScoringRuns runs, ValueModelStore models) {
        this.runs = runs;
        this.models = models;
    }

    @Override
    public ValueModel get() {
        return runs.latestDone()
                .flatMap(run -> models.find(run.modelVersion()))
                .orElseGet(models::current)
                .model();
    }
}
