package io.guanxi.audience.live;

import io.guanxi.audience.engine.Engine;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Every second: has anything come, has a day begun, has a run ended? Then saved audiences are refreshed. On a brand where that
 * takes long it happens less often, so that it never takes more than a fifth of the time.
 */
@Component
final class Refresher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);
    private static final Duration LEAST_REST = Duration.ofSeconds(1);
    private static final int RESTS_FOR_ONE_LOOK = 4;

    private final Engine engine;
    private final Memberships memberships;
    private final ReadyMade readyMade;
    private volatile CountDownLatch end = new CountDownLatch(0);
    private @Nullable Thread thread;

    Refresher(Engine engine, Memberships memberships, ReadyMade readyMade) {
        this.engine = engine;
        this.memberships = memberships;
        this.readyMade = readyMade;
    }

    private void follow(CountDownLatch until) {
        boolean installed = false;
        boolean due = true;
        boolean ended = false;
        while (!ended) {
            long begun = System.nanoTime();
            try {
                if (!installed) {
                    readyMade.install();
                    installed = true;
                }
                due |= engine.follow();
                if (due) {
                    memberships.refresh();
                    due = false;
                }
            } catch (RuntimeException e) {
                if (until.getCount() > 0) {
                    log.warn("audiences could not be refreshed; trying again: {}", e.toString());
                }
            }
            try {
                ended = until.await(restAfter(System.nanoTime() - begun).toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** {@return how long to rest after a look that took so many nanoseconds} */
    static Duration restAfter(long nanos) {
        Duration rest = Duration.ofNanos(nanos).multipliedBy(RESTS_FOR_ONE_LOOK);
        return rest.compareTo(LEAST_REST) > 0 ? rest : LEAST_REST;
    }

    @Override
    public void start() {
        CountDownLatch until = new CountDownLatch(1);
        end = until;
        thread = Thread.ofPlatform().name("audience").start(() -> follow(until));
    }

    @Override
    public void stop() {
        end.countDown();
        Thread following = thread;
        if (following != null) {
            try {
                following.join(TimeUnit.SECONDS.toMillis(6));
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
