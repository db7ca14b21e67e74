package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Channel;
import io.guanxi.messaging.channel.Channels;
import io.guanxi.messaging.outbox.Claims.Claim;
import io.guanxi.platform.SharedWork;
import io.guanxi.platform.TimeAdvanced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says what is due, channel by channel, as long as this server runs. Any number of servers may do so on one database. */
@Component
@SharedWork
public final class Outbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final Channels channels;
    private final Claims claims;
    private final Delivery delivery;
    private final Bell bell;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    Outbox(Channels channels, Claims claims, Delivery delivery, Bell bell) {
        this.channels = channels;
        this.claims = claims;
        this.delivery = delivery;
        this.bell = bell;
    }

    /** Looks again at once: more is due. */
    @EventListener(TimeAdvanced.class)
    void timeAdvanced() {
        bell.ring();
    }

    /**
     * Says what of a channel is due now, as far as its pace allows.
     *
     * @param channel which
     * @return how long nothing more is to be had
     */
    Duration turn(Channel channel) {
        Claim claim = claims.next(channel);
        switch (channel) {
            case Channel.Local _ -> {}
            case Channel.Remote remote -> delivery.deliver(remote, claim, () -> running);
        }
        return claim.rest();
    }

    private void work(Channel channel) {
        while (running) {
            long heard = bell.times();
            Duration rest;
            try {
                rest = channel.ready() ? turn(channel) : Claims.IDLE;
            } catch (RuntimeException trouble) {
                if (running) {
                    log.warn("the outbox of {} could not go on; trying again: {}", channel.name(), trouble.toString());
                }
                rest = AFTER_TROUBLE;
            }
            try {
                bell.await(heard, rest);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        for (Channel channel : channels.all()) {
            boolean several = channel instanceof Channel.Remote remote
                    && remote.capabilities().knowsKeys();
            for (int n = 0; n < (several ? 2 : 1); n++) {
                workers.add(Thread.ofPlatform()
                        .name("outbox-" + channel.name() + "-" + n)
                        .daemon()
                        .start(() -> work(channel)));
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(6);
        try {
            for (Thread worker : workers) {
                worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
