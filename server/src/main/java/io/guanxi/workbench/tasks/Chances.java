package io.guanxi.workbench.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How likely a task is answered, by what had it said: the share of those of the last 90 days, drawn to the share of all by as many as ten
 * tasks. Known once twenty were done; counted anew after five minutes.
 */
@Component
class Chances {

    private static final Duration DAYS = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int ENOUGH = 20;
    private static final double DRAWN = 10;

    private final TaskTable table;
    private final Clock clock;
    private volatile @Nullable Counted counted;

    Chances(TaskTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    private record Counted(Instant at, long said, long replied, Map<String, long[]> byOrigin) {}

    /** Counts again at the next question. */
    void forget() {
        counted = null;
    }

    /** {@return the chance that it is answered, or null where too few were done} */
    @Nullable
    Double of(Task task) {
        Counted now = counted();
        if (now.said() < ENOUGH) {
            return null;
        }
        double all = (double) now.replied() / now.said();
        long[] own = now.byOrigin().getOrDefault(TaskTable.origin(task), new long[2]);
        return (own[1] + DRAWN * all) / (own[0] + DRAWN);
    }

    private Counted counted() {
        Instant now = clock.instant();
        Counted known = counted;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(KEPT) > 0) {
            Map<String, long[]> byOrigin = table.answered(now.minus(DAYS));
            known = new Counted(
                    now,
                    byOrigin.values().stream().mapToLong(it -> it[0]).sum(),
                    byOrigin.values().stream().mapToLong(it -> it[1]).sum(),
                    byOrigin);
            counted = known;
        }
        return known;
    }
}
