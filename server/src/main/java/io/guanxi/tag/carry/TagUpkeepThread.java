package io.guanxi.tag.carry;

import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks every second what is due; on a brand where that takes long, at most a fifth of the time. */
@Component
final class TagUpkeepThread extends Rounds {

    private final TagUpkeep upkeep;

    TagUpkeepThread(TagUpkeep upkeep) {
        super("tags", "tags could not be kept up");
        this.upkeep = upkeep;
    }

    @Override
    protected Duration round() {
        long begun = System.nanoTime();
        upkeep.run();
        return aFifthAtMost(begun);
    }
}
