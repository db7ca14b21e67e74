package io.guanxi.mart;

import io.guanxi.lake.Lake;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the lake tidy: many small files of a day become one, and snapshots that the mart has taken are forgotten. */
@Component
final class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final int MOST_FILES_ALIKE = 20;
    private static final Duration A_COMMIT_TAKES_LESS = Duration.ofHours(6);

    private final Lake lake;
    private final Mart mart;
    private final DuckDb staging;
    private final Clock clock;

    /** Files are as old as the machine says: a sandbox's clock would make every file that is just being written an old one. */
    Upkeep(Lake lake, Mart mart, DuckDb staging, @RealTime Clock clock) {
        this.lake = lake;
        this.mart = mart;
        this.staging = staging;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    void tidy() {
        try (EventBatch batch = EventBatch.in(staging)) {
            int replaced = lake.compact(batch, MOST_FILES_ALIKE);
            if (replaced > 0) {
                log.info("compacted {} files of the lake", replaced);
            }
            lake.expire(mart.position().sequence());
        } catch (RuntimeException e) {
            log.warn("the lake could not be tidied; trying again: {}", e.toString());
        }
    }

    @Scheduled(initialDelay = 300_000, fixedDelay = 3_600_000)
    void sweep() {
        try {
            int removed = lake.removeOrphans(clock.instant().minus(A_COMMIT_TAKES_LESS));
            if (removed > 0) {
                log.info("removed {} files that the lake does not know", removed);
            }
        } catch (RuntimeException e) {
            log.warn("the lake could not be swept; trying again: {}", e.toString());
        }
    }
}
