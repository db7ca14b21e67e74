package io.guanxi.identity;

import java.util.Arrays;
import java.util.List;

/**
 * Joins units (a member that is known, or an identifier that is not yet) into persons, link by link. A union-find in flat
 * arrays: each unit carries the chain of the values it holds, and a link is looked at only against those.
 *
 * <p>Whether a link is refused can only turn from no to yes as persons grow, so the same links tried again end the same.
 */
final class Components {

    /** What became of a link. */
    enum Outcome {
        /** Two persons became one. */
        JOINED,
        /** They were one already. */
        ALREADY_ONE,
        /** One person would hold too many values of a kind. */
        TOO_MANY,
        /** One person would gain too many values of a kind within seven days. */
        TOO_MANY_IN_A_WEEK,
        /** Two people who are known for themselves share only a thing. */
        SHARED_THING
    }

    private static final int NONE = -1;
    private static final long WEEK = 7L * 24 * 3600 * 1_000_000;

    private final List<IdentifierRules.Kind> kinds;
    private final int[] parent;
    private final int[] first;
    private final int[] last;
    private final int[] member;
    private int[] kindOf = new int[1024];
    private long[] heldSince = new long[1024];
    private int[] next = new int[1024];
    private int values;

    /**
     * Units not linked yet.
     *
     * @param units how many; they are numbered from 0
     * @param kinds the rules, by the number of the kind
     */
    Components(int units, List<IdentifierRules.Kind> kinds) {
        this.kinds = List.copyOf(kinds);
        this.parent = new int[units];
        this.first = new int[units];
        this.last = new int[units];
        this.member = new int[units];
        Arrays.setAll(parent, unit -> unit);
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    /**
     * Says that a unit holds a value.
     *
     * @param unit the unit
     * @param kind number of the value's kind
     * @param since when it was linked, in microseconds
     */
    void hold(int unit, int kind, long since) {
        if (values == next.length) {
            kindOf = Arrays.copyOf(kindOf, values * 2);
            heldSince = Arrays.copyOf(heldSince, values * 2);
            next = Arrays.copyOf(next, values * 2);
        }
        kindOf[values] = kind;
        heldSince[values] = since;
        next[values] = first[unit];
        if (first[unit] == NONE) {
            last[unit] = values;
        }
        first[unit] = values++;
    }

    /**
     * Says that a unit is a member known before.
     *
     * @param unit the unit
     * @param memberNo its number
     */
    void known(int unit, int memberNo) {
        member[unit] = memberNo;
    }

    /** {@return the oldest known member among those who are one person with this unit, or 0} */
    int memberOf(int unit) {
        return member[personOf(unit)];
    }

    /** {@return the unit that stands for the person of this one} */
    int personOf(int unit) {
        int at = unit;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /**
     * {@return what becomes of a link}
     *
     * @param a a unit
     * @param b another
     * @param strong whether both identifiers that make the link are strong
     */
    Outcome link(int a, int b, boolean strong) {
        int one = personOf(a);
        int other = personOf(b);
        if (one == other) {
            return Outcome.ALREADY_ONE;
        }
        Outcome outcome = judge(one, other, strong);
        if (outcome == Outcome.JOINED) {
            join(Math.min(one, other), Math.max(one, other));
        }
        return outcome;
    }

    private Outcome judge(int one, int other, boolean strong) {
        int[] here = tally(one);
        int[] there = tally(other);
        if (!strong && namesAPerson(here) && namesAPerson(there)) {
            return Outcome.SHARED_THING;
        }
        for (int kind = 0; kind < here.length; kind++) {
            IdentifierRules.Kind rule = kinds.get(kind);
            boolean bothHoldIt = here[kind] > 0 && there[kind] > 0;
            if (!bothHoldIt || (strong && !rule.strong())) {
                continue;
            }
            if (here[kind] + there[kind] > rule.most()) {
                return Outcome.TOO_MANY;
            }
            if (here[kind] + there[kind] > rule.mostAWeek()
                    && busiestWeek(kind, one, other, here[kind] + there[kind]) > rule.mostAWeek()) {
                return Outcome.TOO_MANY_IN_A_WEEK;
            }
        }
        return Outcome.JOINED;
    }

    private int[] tally(int person) {
        int[] tally = new int[kinds.size()];
        for (int value = first[person]; value != NONE; value = next[value]) {
            tally[kindOf[value]]++;
        }
        return tally;
    }

    private boolean namesAPerson(int[] tally) {
        for (int kind = 0; kind < tally.length; kind++) {
            if (tally[kind] > 0 && kinds.get(kind).strong()) {
                return true;
            }
        }
        return false;
    }

    private int busiestWeek(int kind, int one, int other, int count) {
        long[] times = new long[count];
        int filled = 0;
        for (int person : new int[] {one, other}) {
            for (int value = first[person]; value != NONE; value = next[value]) {
                if (kindOf[value] == kind) {
                    times[filled++] = heldSince[value];
                }
            }
        }
        Arrays.sort(times);
        int busiest = 0;
        int from = 0;
        for (int to = 0; to < times.length; to++) {
            while (times[to] - times[from] >= WEEK) {
                from++;
            }
            busiest = Math.max(busiest, to - from + 1);
        }
        return busiest;
    }

    private void join(int into, int gone) {
        parent[gone] = into;
        if (member[into] == 0 || (member[gone] != 0 && member[gone] < member[into])) {
            member[into] = member[gone];
        }
        if (first[gone] == NONE) {
            return;
        }
        if (first[into] == NONE) {
            first[into] = first[gone];
        } else {
            next[last[into]] = first[gone];
        }
        last[into] = last[gone];
    }
}
