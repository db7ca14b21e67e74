package io.guanxi.tag.carry;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second what is due; on a brand where that takes long, at most a fifth of the time. */
@Component
final class TagUpkeepThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TagUpkeepThread.class);
    private static final long LEAST_REST = TimeUnit.SECONDS.toNanos(1);
    private static final int RESTS_FOR_ONE_LOOK = 4;
    private static final int LONGEST_STOP_SECONDS = 6;

    private final TagUpkeep upkeep;
    private volatile CountDownLatch end = new CountDownLatch(0);
    private @Nullable Thread thread;

    TagUpkeepThread(TagUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    private void look(CountDownLatch until) {
        boolean ended = false;
        while (!ended) {
            long begun = System.nanoTime();
            try {
                upkeep.run();
            } catch (RuntimeException e) {
                if (until.getCount() > 0) {
                    log.warn("tags could not be kept up; trying again: {}", e.toString());
                }
            }
            long rest = Math.max(LEAST_REST, RESTS_FOR_ONE_LOOK * (System.nanoTime() - begun));
            try {
                ended = until.await(rest, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        CountDownLatch until = new CountDownLatch(1);
        end = until;
        thread = Thread.ofPlatform().name("tags").start(() -> look(until));
    }

    @Override
    public void stop() {
        end.countDown();
        Thread looking = thread;
        if (looking != null) {
            try {
                looking.join(TimeUnit.SECONDS.toMillis(LONGEST_STOP_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return end.getCount() > 0;
    }
}
