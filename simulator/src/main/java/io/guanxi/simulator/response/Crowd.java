package io.guanxi.simulator.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who can be reached, and what they will do when. Newcomers add a guide now and then; for two weeks they may order by
 * themselves. That is decided when they come, whatever is said to them later: so of everybody it is known what they did because of
 * messages and what they would have done anyway ({@link #truth}), which of real people nobody ever knows.
 */
public final class Crowd {
    private static final int DAYS_OF_INTEREST = 14;

    private final Pace pace;
    private final TrueEffects effects;
    private final SplittableRandom dice;
    private final Map<String, Somebody> byId = new HashMap<>();
    private final PriorityQueue<Act> ahead = new PriorityQueue<>(Comparator.comparing(Act::at));
    private int newcomers;
    private Instant lastCame = Instant.MIN;
    private Instant lastComes = Instant.MAX;

    /**
     * Nobody yet.
     *
     * @param seed decides what everybody does
     * @param pace how many come, and how often all look at their phones
     */
    public Crowd(long seed, Pace pace) {
        this.pace = pace;
        this.effects = new TrueEffects(seed);
        this.dice = new SplittableRandom(seed + 77);
    }

    /**
     * Somebody with what is true of them.
     *
     * @param number      their number
     * @param sociability from 0 to 1
     * @param loyalty     from 0 to 1
     */
    public record Person(int number, double sociability, double loyalty) {}

    private static final class Somebody {
        private final Person person;
        private final @Nullable Instant came;
        private final List<Answer.Order> orders = new ArrayList<>();
        private int messages;

        Somebody(Person person, @Nullable Instant came) {
            this.person = person;
            this.came = came;
        }

        boolean newcomerUntil(Instant moment) {
            return came != null && !came.isAfter(moment);
        }

        List<Answer.Order> ordersWithin(Duration time) {
            Instant end = came == null ? Instant.MAX : came.plus(time);
            return orders.stream().filter(order -> !order.at().isAfter(end)).toList();
        }
    }

    /** Something that will be done. */
    public sealed interface Act {
        /** {@return when} */
        Instant at();
    }

    /** Somebody answers. */
    public record Answers(Instant at, String customer, Answer answer) implements Act {}

    /** Somebody new adds a guide. */
    public record Comes(Instant at, int newcomer, Person person) implements Act {}

    /** Adds somebody who can be reached. */
    public synchronized void add(String customer, Person person) {
        byId.put(customer, new Somebody(person, null));
    }

    /** {@return whether somebody is one of those who can be reached} */
    public synchronized boolean has(String customer) {
        return byId.containsKey(customer);
    }

    /** Newcomers come from now on. */
    public synchronized void open(Instant now) {
        lastCame = now;
        lastComes = now.plus(Duration.ofDays(pace.newcomerDays()));
        newcomer();
    }

    private void newcomer() {
        long seconds = (long) (-Math.log(1 - dice.nextDouble()) * 86_400 / pace.newcomersADay());
        double sociability = 0.9 * Math.pow(dice.nextDouble(), 2.5);
        double loyalty = Math.pow(dice.nextDouble(), 1.8);
        lastCame = lastCame.plusSeconds(1 + seconds);
        if (lastCame.isBefore(lastComes)) {
            int number = newcomers++;
            ahead.add(new Comes(pace.look(lastCame), number, new Person(1_000_000 + number, sociability, loyalty)));
        }
    }

    /** Somebody got a message. */
    public synchronized void hear(String customer, String text, Instant at) {
        Somebody who = byId.get(customer);
        if (who != null) {
            Person person = who.person;
            for (Answer answer :
                    effects.to(person.number(), who.messages++, person.sociability(), person.loyalty(), text, at)) {
                ahead.add(new Answers(pace.look(answer.at()), customer, answer));
            }
        }
    }

    /** {@return when something is done next} */
    public synchronized Optional<Instant> next() {
        return Optional.ofNullable(ahead.peek()).map(Act::at);
    }

    /** {@return what is done up to a moment, in order} */
    public synchronized List<Act> until(Instant now) {
        List<Act> done = new ArrayList<>();
        for (Act act = ahead.peek(); act != null && !act.at().isAfter(now); act = ahead.peek()) {
            done.add(ahead.remove());
            switch (act) {
                case Comes _ -> newcomer();
                case Answers(Instant at, String customer, Answer.Order(Instant _, long cents, boolean anyway)) -> {
                    Somebody who = byId.get(customer);
                    if (who != null) {
                        who.orders.add(new Answer.Order(at, cents, anyway));
                    }
                }
                case Answers _ -> {}
            }
        }
        return done;
    }

    /** A newcomer came: they can be reached, and may order by themselves. */
    public synchronized void came(String customer, Person person, Instant at) {
        byId.put(customer, new Somebody(person, at));
        SplittableRandom own = new SplittableRandom(person.number());
        for (int day = 0; day < DAYS_OF_INTEREST; day++) {
            if (own.nextDouble() < TrueEffects.spontaneous(person.loyalty())) {
                Instant then = at.plus(Duration.ofDays(day)).plusSeconds(own.nextLong(86_400));
                Answer order = new Answer.Order(then, 3_900 + own.nextLong(26_000), true);
                ahead.add(new Answers(pace.look(then), customer, order));
            }
        }
    }

    /**
     * {@return what newcomers did within some time after they came, and would have done without messages}
     *
     * @param within how long after; who came later than so long ago does not count yet
     * @param now what time it is
     */
    public synchronized Truth truth(Duration within, Instant now) {
        List<Somebody> all = byId.values().stream()
                .filter(somebody -> somebody.newcomerUntil(now.minus(within)))
                .toList();
        return new Truth(
                Truth.Group.of(all.stream()
                        .filter(somebody -> somebody.messages > 0)
                        .map(it -> it.ordersWithin(within))
                        .toList()),
                Truth.Group.of(all.stream()
                        .filter(somebody -> somebody.messages == 0)
                        .map(it -> it.ordersWithin(within))
                        .toList()));
    }
}
