package io.guanxi.simulator.world;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What is chosen about a brand before its first day. The same world always lives the same history.
 *
 * @param seed        decides every trait and every deed
 * @param members     people who belong to the brand at the end of the history
 * @param communities group chats opened in the course of the history
 * @param guides      shop assistants who own the groups and hand out live codes
 * @param days        length of the history
 * @param until       last day of the history, in {@code zone}
 * @param zone        where the brand's days begin and end
 */
public record World(long seed, int members, int communities, int guides, int days, LocalDate until, ZoneId zone) {

    /** The zone of the sample brand. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public World {
        if (members < 1 || communities < 1 || guides < 1 || days < 1) {
            throw new IllegalArgumentException("a world needs at least one member, community, guide and day");
        }
    }

    /** The sample brand: 20,000 members, 60 communities, 12 guides, 180 days. */
    public static World sample(long seed, LocalDate until) {
        return new World(seed, 20_000, 60, 12, 180, until, SHANGHAI);
    }

    /** The date of a day of the history; day 0 is the first, day {@code days} the one after the last. */
    public LocalDate date(int day) {
        return until.minusDays(days - 1L - day);
    }

    /** The instant of a second of a day, in milliseconds since 1970. */
    public long milli(int day, double second) {
        return date(day).atStartOfDay(zone).toInstant().toEpochMilli() + (long) (second * 1000);
    }
}
