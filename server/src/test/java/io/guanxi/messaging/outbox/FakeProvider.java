package io.guanxi.messaging.outbox;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A provider that remembers what reached members. By default it takes everything; {@link #next} says otherwise for one message.
 * One that knows keys lets a key through once.
 */
final class FakeProvider implements Channel.Remote {

    private final String name;
    private final boolean knowsKeys;
    private final double perSecond;
    private final List<Outgoing> reached = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Deque<Function<Outgoing, Outcome>> turns = new ArrayDeque<>();

    FakeProvider(String name, boolean knowsKeys) {
        this(name, knowsKeys, 100_000);
    }

    FakeProvider(String name, boolean knowsKeys, double perSecond) {
        this.name = name;
        this.knowsKeys = knowsKeys;
        this.perSecond = perSecond;
    }

    /** Lets the next message have this outcome, instead of reaching the member. */
    void next(Outcome outcome) {
        turns.add(_ -> outcome);
    }

    /** Does this with the next message. */
    void next(Supplier<Outcome> turn) {
        turns.add(_ -> turn.get());
    }

    /** Takes the next message, and the answer is lost. */
    void nextAnswerIsLost() {
        turns.add(message -> {
            take(message);
            return new Outcome.Unknown("time-out");
        });
    }

    List<Outgoing> reached() {
        return reached;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                false,
                new Capabilities.Limits(0, 200, 600),
                Set.of("LINK"),
                1,
                List.of("user"),
                knowsKeys,
                knowsKeys ? 50 : 1,
                1,
                perSecond,
                Duration.ofSeconds(1));
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public synchronized List<Outcome> send(List<Outgoing> messages) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Outgoing message : messages) {
            Function<Outgoing, Outcome> turn = turns.poll();
            outcomes.add(turn == null ? take(message) : turn.apply(message));
        }
        return outcomes;
    }

    private Outcome take(Outgoing message) {
        if (!knowsKeys || keys.add(message.key())) {
            reached.add(message);
        }
        return new Outcome.Accepted("p-" + message.key());
    }
}
