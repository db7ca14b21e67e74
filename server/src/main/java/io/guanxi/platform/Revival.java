package io.guanxi.platform;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Looks four times a second whether the PostgreSQL child still lives, and starts it again. On a thread of its own: the
 * scheduled work of others waits for connections that nobody but this can bring back.
 */
final class Revival implements SmartLifecycle {

    private static final long LOOK_MILLIS = 250;

    private final EmbeddedDatabase database;
    private @Nullable ScheduledExecutorService looking;

    Revival(EmbeddedDatabase database) {
        this.database = database;
    }

    @Override
    public void start() {
        looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("revival").daemon().factory());
        looking.scheduleWithFixedDelay(database::revive, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
