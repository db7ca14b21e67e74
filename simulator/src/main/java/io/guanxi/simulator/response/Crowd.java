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

/**
 * Everybody who can be reached, and what they will do when. Newcomers add a guide now and then, on average
 * once in two hours; for two weeks they may order by themselves.
 */
public final class Crowd {
    private static final Duration BETWEEN_NEWCOMERS = Duration.ofHours(2);
    private static final int DAYS_OF_INTEREST = 14;

    private final TrueEffects effects;
    private final SplittableRandom dice;
    private final Map<String, Somebody> byId = new HashMap<>();
    private final PriorityQueue<Act> ahead = new PriorityQueue<>(Comparator.comparing(Act::at));
    private int newcomers;

    /**
     * Nobody yet.
     *
     * @param seed decides what everybody does
     */
    public Crowd(long seed) {
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
        private int messages;

        Somebody(Person person) {
            this.person = person;
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
    public void add(String customer, Person person) {
        byId.put(customer, new Somebody(person));
    }

    /** Newcomers come from now on. */
    public void open(Instant now) {
        ahead.add(newcomer(now));
    }

    private Comes newcomer(Instant after) {
        long seconds = (long) (-Math.log(1 - dice.nextDouble()) * BETWEEN_NEWCOMERS.toSeconds());
        double sociability = 0.9 * Math.pow(dice.nextDouble(), 2.5);
        double loyalty = Math.pow(dice.nextDouble(), 1.8);
        int number = newcomers++;
        return new Comes(after.plusSeconds(60 + seconds), number, new Person(1_000_000 + number, sociability, loyalty));
    }

    /** Somebody got a message. */
    public void hear(String customer, String text, Instant at) {
        Somebody who = byId.get(customer);
        if (who != null) {
            Person person = who.person;
            for (Answer answer :
                    effects.to(person.number(), who.messages++, person.sociability(), person.loyalty(), text, at)) {
                ahead.add(new Answers(answer.at(), customer, answer));
            }
        }
    }

    /** {@return when something is done next} */
    public Optional<Instant> next() {
        return Optional.ofNullable(ahead.peek()).map(Act::at);
    }

    /** {@return what is done up to a moment, in order} */
    public List<Act> until(Instant now) {
        List<Act> done = new ArrayList<>();
        for (Act act = ahead.peek(); act != null && !act.at().isAfter(now); act = ahead.peek()) {
            done.add(ahead.remove());
            if (act instanceof Comes comes) {
                ahead.add(newcomer(comes.at()));
            }
        }
        return done;
    }

    /** A newcomer came: they can be reached, and may order by themselves. */
    public void came(String customer, Person person, Instant at) {
        add(customer, person);
        SplittableRandom own = new SplittableRandom(person.number());
        for (int day = 0; day < DAYS_OF_INTEREST; day++) {
            if (own.nextDouble() < TrueEffects.spontaneous(person.loyalty())) {
                Instant then = at.plus(Duration.ofDays(day)).plusSeconds(own.nextLong(86_400));
                ahead.add(new Answers(then, customer, new Answer.Order(then, 3_900 + own.nextLong(26_000))));
            }
        }
    }
}
