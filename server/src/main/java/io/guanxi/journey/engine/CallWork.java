package io.guanxi.journey.engine;

import io.guanxi.journey.store.CallTable;
import io.guanxi.journey.store.CallTable.Claimed;
import io.guanxi.journey.store.CallTable.Ended;
import io.guanxi.journey.store.CallTable.Reason;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Webhooks;
import io.guanxi.platform.RealTime;
import io.guanxi.platform.Rounds;
import io.guanxi.platform.TimeAdvanced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the calls of webhooks: all of a claim at once, each again with the same key until it is taken, refused, or was tried
 * often enough. Who dies between a call and its note makes it once more; the receiver knows its key.
 */
@Component
final class CallWork extends Rounds {

    static final int MOST_ATTEMPTS = 8;
    private static final int AT_ONCE = 32;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    /** Longer than a call may take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final CallTable calls;
    private final Webhooks webhooks;
    private final Clock clock;
    private final Clock real;

    CallWork(CallTable calls, Webhooks webhooks, Clock clock, @RealTime Clock real) {
        super("webhooks", "webhooks of journeys are not called");
        this.calls = calls;
        this.webhooks = webhooks;
        this.clock = clock;
        this.real = real;
    }

    @EventListener
    void advanced(TimeAdvanced advanced) {
        wake();
    }

    @Override
    protected Duration round() {
        Instant lease = real.instant();
        List<Claimed> due = calls.claim(clock.instant(), lease, lease.plus(LEASE), AT_ONCE);
        if (due.isEmpty()) {
            return IDLE;
        }
        List<Ended> ended = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = due.stream()
                    .map(call -> threads.submit(() -> webhooks.call(call.url(), call.key(), call.body())))
                    .toList();
            for (int i = 0; i < due.size(); i++) {
                ended.add(ended(due.get(i), outcome(outcomes.get(i))));
            }
        }
        calls.note(ended, clock.instant());
        return Duration.ZERO;
    }

    private static Outcome outcome(Future<Outcome> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("the server stops");
        } catch (java.util.concurrent.ExecutionException bug) {
            return new Outcome.Unknown(String.valueOf(bug.getCause()));
        }
    }

    private Ended ended(Claimed call, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> Ended.done(call.id());
            case Outcome.Refused(var detail) -> Ended.dead(call.id(), Reason.REFUSED, detail);
            case Outcome.Blocked(var detail) -> Ended.dead(call.id(), Reason.REFUSED, detail);
            case Outcome.TryLater(var detail, var after) -> later(call, detail, after);
            case Outcome.Unknown(var detail) -> later(call, detail, null);
        };
    }

    private Ended later(Claimed call, String detail, @Nullable Duration asked) {
        if (call.attempts() >= MOST_ATTEMPTS) {
            return Ended.dead(call.id(), Reason.EXHAUSTED, detail);
        }
        Duration doubled = FIRST.multipliedBy(1L << (call.attempts() - 1));
        Duration whole = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration pause = whole.minusMillis(RandomGenerator.getDefault().nextLong(whole.toMillis() / 2));
        Instant again = clock.instant().plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
        return Ended.later(call.id(), again, detail);
    }
}
