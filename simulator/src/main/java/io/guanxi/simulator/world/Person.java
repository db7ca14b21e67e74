package io.guanxi.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody who belongs to the brand: {@link Traits} that never change, and a state that every day changes. All a person
 * does follows from the two and from the person's own dice; a later touch by the brand will act on the state the same way.
 */
public final class Person {
    /** Day number of something that never happens. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final double SILENT = 0.04;

    private final int index;
    private final Arrival arrival;
    private final Traits traits;
    private final Dice dice;

    private final boolean checksIn;
    private double attention = 1;
    private final int[] lastBought = new int[ProductGroup.values().length];
    private final int[] patience = new int[ProductGroup.values().length];
    private final List<Community> communities = new ArrayList<>(2);

    Person(int index, Arrival arrival, Traits traits, Dice dice) {
        this.index = index;
        this.arrival = arrival;
        this.traits = traits;
        this.dice = dice;
        this.checksIn = dice.chance(0.2 + 0.3 * traits.loyalty());
        Arrays.fill(lastBought, NEVER);
        for (ProductGroup group : ProductGroup.values()) {
            patience[group.ordinal()] = dice.below(group.cycleDays() + 1);
        }
    }

    /** The person's number, from 0 in order of joining. */
    public int index() {
        return index;
    }

    /** When and how the person came. */
    public Arrival arrival() {
        return arrival;
    }

    /** What is true of the person. */
    public Traits traits() {
        return traits;
    }

    double priceSensitivity() {
        return traits.priceSensitivity();
    }

    Dice dice() {
        return dice;
    }

    /** From 0, has forgotten the brand, to 1, thinks of it every day. */
    double attention() {
        return attention;
    }

    /** Has fallen silent: does nothing until something stirs the attention again. */
    boolean silent() {
        return attention < SILENT;
    }

    /** Something good happened with the brand. */
    void stir(double strength) {
        attention += (1 - attention) * strength;
    }

    /** A day passes; attention halves within 11 days at loyalty 0, within five months at loyalty 1. */
    void forget() {
        double halfLife = 11 + 145 * traits.loyalty() * traits.loyalty();
        attention *= Math.exp(-Math.log(2) / halfLife);
    }

    /** Share of the cycle gone since the group was last bought, or since the person came: 1 or more means used up. */
    double usedUp(ProductGroup group, int day) {
        int g = group.ordinal();
        int since = lastBought[g] == NEVER ? day - arrival.day() + patience[g] : day - lastBought[g];
        return (double) since / group.cycleDays();
    }

    void bought(ProductGroup group, int day) {
        lastBought[group.ordinal()] = day;
    }

    /** Has the habit of checking in. */
    boolean checksIn() {
        return checksIn;
    }

    List<Community> communities() {
        return communities;
    }

    /** The sign shown in the mini-program on a day: a cookie before signing up. */
    int inMiniProgram(int day) {
        return day < arrival.day() || arrival.stranger() ? Sign.ANONYMOUS.bit() : Sign.OPENID.bit();
    }

    /** The earliest second of a day at which a member can do something: on the day of joining, after having joined. */
    double awake(int day, double second) {
        return day == arrival.day() ? Math.max(second, arrival.second() + 40) : second;
    }
}
