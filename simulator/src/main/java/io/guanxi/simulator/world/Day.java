package io.guanxi.simulator.world;

import java.time.LocalDate;
import java.util.Arrays;

/** The events of one day in columns, in the order of their time once the day is {@linkplain #close closed}. */
public final class Day {
    private static final int FIRST_SIZE = 1 << 15;
    private static final long PLACE_BITS = 24;

    private static final Deed[] DEEDS = Deed.values();

    private final LocalDate date;
    private final long start;
    private int size;
    private long[] order = new long[FIRST_SIZE];
    private byte[] deed = new byte[FIRST_SIZE];
    private byte[] seen = new byte[FIRST_SIZE];
    private int[] person = new int[FIRST_SIZE];
    private short[] community = new short[FIRST_SIZE];
    private long[] amount = new long[FIRST_SIZE];
    private short[] quantity = new short[FIRST_SIZE];
    private int[] object = new int[FIRST_SIZE];
    private int[] properties = new int[FIRST_SIZE];

    Day(LocalDate date, long start) {
        this.date = date;
        this.start = start;
    }

    /**
     * Writes an event down; the calls that follow complete it.
     *
     * @param signs  the set of {@link Sign}s by which the person was seen
     * @param second counted from the day's beginning and cut to the day
     */
    Day add(Deed what, Person who, int signs, double second) {
        if (size == order.length) {
            grow();
        }
        long milli = (long) (Math.clamp(second, 0, 86_399.999) * 1000);
        order[size] = milli << PLACE_BITS | size;
        deed[size] = (byte) what.ordinal();
        seen[size] = (byte) signs;
        person[size] = who.index();
        community[size] = -1;
        amount[size] = -1;
        quantity[size] = 0;
        object[size] = Words.NONE;
        properties[size] = Words.NONE;
        size++;
        return this;
    }

    /** The event just written happened in this community. */
    Day in(Community where) {
        community[size - 1] = (short) where.index();
        return this;
    }

    /** The event just written moved this money and these pieces. */
    Day worth(long cents, int pieces) {
        amount[size - 1] = cents;
        quantity[size - 1] = (short) pieces;
        return this;
    }

    /** The event just written was about this object. */
    Day about(int word) {
        object[size - 1] = word;
        return this;
    }

    /** The event just written has these properties. */
    Day with(int word) {
        properties[size - 1] = word;
        return this;
    }

    private void grow() {
        int more = size * 2;
        order = Arrays.copyOf(order, more);
        deed = Arrays.copyOf(deed, more);
        seen = Arrays.copyOf(seen, more);
        person = Arrays.copyOf(person, more);
        community = Arrays.copyOf(community, more);
        amount = Arrays.copyOf(amount, more);
        quantity = Arrays.copyOf(quantity, more);
        object = Arrays.copyOf(object, more);
        properties = Arrays.copyOf(properties, more);
    }

    /** Orders the day by time. */
    Day close() {
        Arrays.sort(order, 0, size);
        return this;
    }

    private int place(int i) {
        return (int) (order[i] & (1L << PLACE_BITS) - 1);
    }

    /** The day's date. */
    public LocalDate date() {
        return date;
    }

    /** Number of events. */
    public int size() {
        return size;
    }

    /** When the event happened, in milliseconds since 1970. */
    public long milli(int i) {
        return start + (order[i] >>> PLACE_BITS);
    }

    /** What happened. */
    public Deed deed(int i) {
        return DEEDS[deed[place(i)]];
    }

    /** The set of {@link Sign}s by which the person was seen. */
    public int seen(int i) {
        return seen[place(i)];
    }

    /** Index of the person. */
    public int person(int i) {
        return person[place(i)];
    }

    /** Index of the community, or -1. */
    public int community(int i) {
        return community[place(i)];
    }

    /** Money in cents of CNY, or -1 where none moved. */
    public long amount(int i) {
        return amount[place(i)];
    }

    /** Pieces, or 0 where it was not about pieces. */
    public int quantity(int i) {
        return quantity[place(i)];
    }

    /** The word of the product, content or order, or {@link Words#NONE}. */
    public int object(int i) {
        return object[place(i)];
    }

    /** The word of the properties (a JSON object), or {@link Words#NONE}. */
    public int properties(int i) {
        return properties[place(i)];
    }
}
