package io.guanxi.audience.tagging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second whether anybody entered or left an audience that keeps a tag current. */
@Component
final class TagRuleFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TagRuleFollower.class);
    private static final long REST_SECONDS = 1;
    private static final int LONGEST_STOP_SECONDS = 6;

    private final TagRules rules;
    private volatile CountDownLatch end = new CountDownLatch(0);
    private @Nullable Thread thread;

    TagRuleFollower(TagRules rules) {
        this.rules = rules;
    }

    private void follow(CountDownLatch until) {
        boolean ended = false;
        while (!ended) {
            try {
                rules.follow();
            } catch (RuntimeException e) {
                if (until.getCount() > 0) {
                    log.warn("tags could not follow audiences; trying again: {}", e.toString());
                }
            }
            try {
                ended = until.await(REST_SECONDS, TimeUnit.SECONDS);
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
        thread = Thread.ofPlatform().name("tag-rules").start(() -> follow(until));
    }

    @Override
    public void stop() {
        end.countDown();
        Thread following = thread;
        if (following != null) {
            try {
                following.join(TimeUnit.SECONDS.toMillis(LONGEST_STOP_SECONDS));
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
