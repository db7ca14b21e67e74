package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.outbox.Claims.Claim;
import io.guanxi.messaging.outbox.Outcomes.Result;
import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands a claim's messages to their provider.
 *
 * <p>Where the provider knows keys, many calls are under way at once and all results are noted together: who dies between both
 * sends again with the same key. Where it knows none, a message is marked before it is handed over and noted before the next one
 * is, so whoever dies leaves exactly one of which nobody knows.
 */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final MessageTable messages;
    private final Outcomes outcomes;
    private final Clock clock;

    Delivery(MessageTable messages, Outcomes outcomes, @RealTime Clock clock) {
        this.messages = messages;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Hands over and notes what became of it.
     *
     * @param channel to whom
     * @param claim what
     * @param goesOn whether to hand over the next one; else the rest is given back
     */
    void deliver(Channel.Remote channel, Claim claim, BooleanSupplier goesOn) {
        if (channel.capabilities().knowsKeys()) {
            atOnce(channel, claim, goesOn);
        } else {
            oneByOne(channel, claim, goesOn);
        }
    }

    private void atOnce(Channel.Remote channel, Claim claim, BooleanSupplier goesOn) {
        Capabilities can = channel.capabilities();
        Semaphore calls = new Semaphore(can.atOnce());
        ConcurrentLinkedQueue<Result> results = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Claimed> unsent = new ConcurrentLinkedQueue<>();
        Instant latest = claim.until().minus(can.patience()).minus(can.patience());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Claimed> part : parts(claim.messages(), can.batch())) {
                calls.acquireUninterruptibly();
                if (clock.instant().isAfter(latest) || !goesOn.getAsBoolean()) {
                    unsent.addAll(part);
                    calls.release();
                } else {
                    threads.execute(() -> {
                        try {
                            results.addAll(send(channel, part));
                        } finally {
                            calls.release();
                        }
                    });
                }
            }
        }
        outcomes.note(claim.claim(), true, List.copyOf(results));
        messages.release(List.copyOf(unsent), claim.claim());
    }

    /** The one at hand is this server's for as long as the call may last; the others wait no longer than the claim allows. */
    private void oneByOne(Channel.Remote channel, Claim claim, BooleanSupplier goesOn) {
        Duration lease = Claims.LEASE.plus(channel.capabilities().patience());
        List<Claimed> left = claim.messages();
        while (!left.isEmpty() && goesOn.getAsBoolean()) {
            Claimed claimed = left.getFirst();
            left = left.subList(1, left.size());
            Instant now = clock.instant();
            if (messages.start(claimed.due().id(), claim.claim(), now, now.plus(lease))) {
                outcomes.note(claim.claim(), false, send(channel, List.of(claimed)));
            } // else another server took it for lost
        }
        messages.release(left, claim.claim());
    }

    private static List<Result> send(Channel.Remote channel, List<Claimed> part) {
        List<Outgoing> outgoing = part.stream().map(Claimed::outgoing).toList();
        List<Outcome> found;
        try {
            found = channel.send(outgoing);
        } catch (RuntimeException | StackOverflowError bug) { // a mail library recurses where a server answers nonsense
            log.error("channel {} failed", channel.name(), bug);
            found = part.stream()
                    .<Outcome>map(_ -> new Outcome.Unknown(bug.toString()))
                    .toList();
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            results.add(new Result(
                    part.get(i), i < found.size() ? found.get(i) : new Outcome.Unknown("the channel gave no result")));
        }
        return results;
    }

    private static List<List<Claimed>> parts(List<Claimed> whole, int size) {
        List<List<Claimed>> parts = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += size) {
            parts.add(whole.subList(from, Math.min(from + size, whole.size())));
        }
        return parts;
    }
}
