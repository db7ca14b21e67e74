package io.guanxi.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether the brand may write to a person by a channel.
 *
 * @param channel   wecom, sms or official_account
 * @param given     what was said on joining
 * @param withdrawn when a consent was taken back, in milliseconds since 1970
 */
public record Consent(String channel, boolean given, OptionalLong withdrawn) {
    private static final List<String> CHANNELS = List.of("wecom", "sms", "official_account");
    private static final double[] GIVEN = {0.95, 0.55, 0.7};
    private static final double WITHDRAWN = 0.05;

    /** The three consents of a person; who gave no phone number cannot consent to SMS. */
    public static List<Consent> of(World world, Person person) {
        Dice dice = new Dice(world.seed() + 3, person.index());
        List<Consent> consents = new ArrayList<>(CHANNELS.size());
        for (String channel : CHANNELS) {
            boolean possible = !channel.equals("sms") || person.arrival().has(Sign.PHONE);
            boolean given = dice.chance(GIVEN[consents.size()]) && possible;
            int first = person.arrival().day() + 1;
            boolean back = dice.chance(WITHDRAWN) && given && first < world.days();
            consents.add(new Consent(channel, given, back ? someday(world, first, dice) : OptionalLong.empty()));
        }
        return consents;
    }

    private static OptionalLong someday(World world, int first, Dice dice) {
        return OptionalLong.of(world.milli(dice.from(first, world.days() - 1), Rhythm.shoppingSecond(dice)));
    }
}
