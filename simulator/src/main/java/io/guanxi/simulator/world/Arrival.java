package io.guanxi.simulator.world;

/**
 * When and how somebody came, and by which identifiers the brand knows them.
 *
 * @param day      day of joining, 0 is the first of the history
 * @param second   second of that day
 * @param channel  the way they came
 * @param guide    index of the guide who takes care of them
 * @param firstLook day on which they first looked around without a name; {@code day} if they did not
 * @param stranger never signs up: known by a cookie for ever
 * @param signs    the set of {@link Sign}s they own
 * @param linked   day on which WeCom account and till card turn out to be the same person; {@link Person#NEVER} if known
 *                 from the beginning
 */
public record Arrival(
        int day,
        double second,
        JoinChannel channel,
        int guide,
        int firstLook,
        boolean stranger,
        int signs,
        int linked) {

    /** Whether the brand takes the person for two people at first. */
    public boolean twofold() {
        return linked != Person.NEVER;
    }

    /** Whether the person owns a sign. */
    public boolean has(Sign sign) {
        return sign.in(signs);
    }
}
