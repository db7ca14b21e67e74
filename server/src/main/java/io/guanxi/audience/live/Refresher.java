package io.guanxi.audience.live;

import io.guanxi.audience.engine.Engine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Every second: has anything come, has a day begun, has a run ended? Then saved audiences are refreshed. */
@Component
final class Refresher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);
    private static final long LOOK_SECONDS = 1;

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
                ended = until.await(LOOK_SECONDS, TimeUnit.SECONDS);
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
