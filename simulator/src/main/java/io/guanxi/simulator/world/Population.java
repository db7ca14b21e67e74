package io.guanxi.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** All people in order of joining, and who comes on which day. Growth goes on after the history at its last pace. */
final class Population {
    private static final int LOOK_AHEAD = 6;
    private static final double[] CHANNELS = channels();
    private static final double STRANGERS = 0.03;
    private static final double LOOKS_AROUND_FIRST = 0.18;
    private static final double TWOFOLD = 0.06;

    private final World world;
    private final List<Person> people = new ArrayList<>();
    private final double[] growth;
    private int born;

    Population(World world) {
        this.world = world;
        this.growth = growth(world);
    }

    /** Old customers come in the first ten days, the others day by day, more of them on promotion days. */
    private static double[] growth(World world) {
        double[] weights = new double[world.days()];
        for (int day = 0; day < weights.length; day++) {
            double coldStart = day < 10 ? 4.5 : 0;
            double pace = 0.8 + 0.4 * day / weights.length;
            weights[day] = coldStart + pace * Math.sqrt(Rhythm.bustle(world.date(day)));
        }
        return Dice.cumulative(weights);
    }

    private static double[] channels() {
        JoinChannel[] channels = JoinChannel.values();
        double[] shares = new double[channels.length];
        for (JoinChannel channel : channels) {
            shares[channel.ordinal()] = channel.share();
        }
        return Dice.cumulative(shares);
    }

    /** How many people have joined by the end of a day. */
    private int joinedBy(int day) {
        int last = world.days() - 1;
        if (day <= last) {
            return (int) Math.round(world.members() * growth[day] / growth[last]);
        }
        double daily = world.members() * (growth[last] - growth[Math.max(0, last - 7)]) / 7 / growth[last];
        return world.members() + (int) Math.round((day - last) * daily);
    }

    /**
     * Everybody who is around on a day: those who have joined, and those who will within {@link #LOOK_AHEAD} days and may
     * already look around without a name. Nobody who joins after the history looks around within it.
     */
    List<Person> around(int day) {
        int last = world.days() - 1;
        int ahead = day <= last ? Math.min(day + LOOK_AHEAD, last) : day + LOOK_AHEAD;
        while (born <= ahead) {
            for (int more = joinedBy(born) - people.size(); more > 0; more--) {
                people.add(born(people.size(), born));
            }
            born++;
        }
        return people;
    }

    private Person born(int index, int day) {
        Dice dice = new Dice(world.seed(), index);
        JoinChannel channel = JoinChannel.values()[dice.pick(CHANNELS)];
        Traits traits = Traits.draw(dice, channel, Profile.woman(world, index));
        boolean stranger = !traits.voice() && dice.chance(STRANGERS);
        boolean looks = stranger || dice.chance(LOOKS_AROUND_FIRST);
        boolean phone = dice.chance(0.8);
        boolean twofold = phone && !stranger && channel != JoinChannel.FLAGSHIP_STORE && dice.chance(TWOFOLD);
        int linked = twofold && day < world.days() - 2 ? dice.from(day + 1, world.days() - 1) : Person.NEVER;
        int firstLook = looks && !stranger ? Math.max(0, day - dice.from(0, LOOK_AHEAD)) : day;
        int signs = stranger ? Sign.ANONYMOUS.bit() : signs(dice, looks, phone, twofold || dice.chance(0.3));
        Arrival arrival = new Arrival(
                day,
                Rhythm.shoppingSecond(dice),
                channel,
                dice.below(world.guides()),
                firstLook,
                stranger,
                signs,
                linked);
        return new Person(index, arrival, traits, dice);
    }

    private static int signs(Dice dice, boolean looks, boolean phone, boolean card) {
        int signs = Sign.UNIONID.bit() | Sign.OPENID.bit() | Sign.EXTERNAL_USERID.bit();
        signs |= looks ? Sign.ANONYMOUS.bit() : 0;
        signs |= phone ? Sign.PHONE.bit() : 0;
        signs |= phone && card ? Sign.CARD.bit() : 0;
        return dice.chance(0.4) ? signs | Sign.DEVICE.bit() : signs;
    }

    List<Person> people() {
        return people;
    }
}
