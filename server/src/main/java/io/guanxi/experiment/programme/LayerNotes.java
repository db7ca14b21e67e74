package io.guanxi.experiment.programme;

import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Notes the layers of a period of the global holdout soon after it began. */
@Component
final class LayerNotes extends Rounds {

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMinutes(15);

    private final HoldoutLayers layers;

    LayerNotes(HoldoutLayers layers) {
        super("holdout-layers", "layers of a holdout's members cannot be noted", FIRST);
        this.layers = layers;
    }

    @Override
    protected Duration round() {
        layers.note();
        return LOOK;
    }
}
