package io.guanxi.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A brand living day by day. {@link #next} lives one more day and tells what happened; after the history it goes on for as
 * long as it is asked. Same world, same days, to the last event.
 */
public final class BrandLife {
    private static final double VISITS = 0.46;

    private final World world;
    private final Words words = new Words();
    private final Population population;
    private final List<Community> communities;
    private final Shopping shopping;
    private final Talking talking;
    private final Writing writing;
    private final Belonging belonging;
    private final Routine routine;
    private int today;

    public BrandLife(World world) {
        this.world = world;
        this.population = new Population(world);
        List<Community> groups = new ArrayList<>(world.communities());
        for (int index = 0; index < world.communities(); index++) {
            groups.add(new Community(world, index));
        }
        this.communities = List.copyOf(groups);
        this.shopping = new Shopping(world, words);
        this.talking = new Talking(words);
        this.writing = new Writing(words);
        this.belonging = new Belonging(world, words, communities);
        this.routine = new Routine(words);
    }

    /** Lives one more day. */
    public Day next() {
        LocalDate date = world.date(today);
        Day day = new Day(date, world.milli(today, 0));
        List<Person> people = population.around(today);
        communities.forEach(community -> community.begin(today));
        writing.begin();
        for (Person person : people) {
            if (today < person.arrival().firstLook()) {
                continue;
            }
            if (person.arrival().stranger() || today < person.arrival().day()) {
                lookAround(person, date, day);
            } else {
                live(person, people, date, day);
            }
        }
        shopping.refund(today, day);
        today++;
        return day.close();
    }

    private void lookAround(Person person, LocalDate date, Day day) {
        boolean first = today == person.arrival().firstLook();
        if (first || person.dice().chance(0.3 * person.attention())) {
            shopping.visit(person, today, Rhythm.shoppingSecond(person.dice()), date, day);
        }
        if (person.arrival().stranger()) {
            person.forget();
        }
    }

    private void live(Person person, List<Person> people, LocalDate date, Day day) {
        if (today == person.arrival().day()) {
            belonging.arrive(person, people, today, day);
        } else {
            belonging.belong(person, today, day);
            wake(person, date);
        }
        if (!person.silent()) {
            Dice dice = person.dice();
            if (dice.chance(VISITS * person.attention() * Rhythm.bustle(date))) {
                double second = person.awake(today, Rhythm.shoppingSecond(dice));
                shopping.visit(person, today, second, date, day);
                writing.read(person, second, day);
            }
            talking.talk(person, today, date, day);
            writing.write(person, today, day);
            routine.follow(person, today, day);
        }
        person.forget();
    }

    /** Who has forgotten the brand may remember it: now and then by chance, and on promotion days. */
    private static void wake(Person person, LocalDate date) {
        double wake = 0.002 + (Rhythm.promotion(date) ? 0.35 * person.priceSensitivity() : 0);
        if (person.attention() < 0.3 && person.dice().chance(wake)) {
            person.stir(0.35);
        }
    }

    /** Number of the day that comes next; the history has been lived once this is {@code world.days()}. */
    public int today() {
        return today;
    }

    /** What was chosen about the brand. */
    public World world() {
        return world;
    }

    /** Everybody seen so far, by index. */
    public List<Person> people() {
        return Collections.unmodifiableList(population.people());
    }

    /** All groups, by index. */
    public List<Community> communities() {
        return communities;
    }

    /** The texts which events refer to by number. */
    public Words words() {
        return words;
    }
}
