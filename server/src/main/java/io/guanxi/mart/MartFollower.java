package io.guanxi.mart;

import io.guanxi.lake.LakeAdvanced;
import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the mart follow the lake: woken by each append, looking by itself every few seconds. */
@Component
final class MartFollower extends Rounds {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Mart mart;

    MartFollower(Mart mart) {
        super("mart", "the mart cannot follow the lake");
        this.mart = mart;
    }

    @EventListener
    void advanced(LakeAdvanced advanced) {
        wake();
    }

    @Override
    protected Duration round() {
        mart.catchUp();
        return LOOK;
    }
}
