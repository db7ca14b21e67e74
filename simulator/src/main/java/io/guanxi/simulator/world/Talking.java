package io.guanxi.simulator.world;

import java.time.LocalDate;

/** Talk in the groups: more from sociable people, in young groups, on working days; it comes in bursts. */
final class Talking {
    private static final double EAGERNESS = 12;
    private static final double[] KINDS = Dice.cumulative(70, 18, 5, 7);

    private final int[] kinds;

    Talking(Words words) {
        kinds = new int[] {
            words.of("{\"type\":\"text\"}"),
            words.of("{\"type\":\"image\"}"),
            words.of("{\"type\":\"voice\"}"),
            words.of("{\"type\":\"link\"}")
        };
    }

    void talk(Person person, int today, LocalDate date, Day day) {
        Dice dice = person.dice();
        double openness = Math.pow(person.traits().sociability(), 1.4);
        double wish = EAGERNESS * openness * person.attention() * Rhythm.talk(date);
        for (Community community : person.communities()) {
            int messages = dice.poisson(wish * community.mood());
            if (messages == 0) {
                continue;
            }
            double second = person.awake(today, Rhythm.talkingSecond(dice));
            for (int i = 0; i < messages; i++) {
                day.add(Deed.MESSAGE_SENT, person, Sign.EXTERNAL_USERID.bit(), second)
                        .in(community)
                        .with(kinds[dice.pick(KINDS)]);
                second += dice.chance(0.75) ? dice.between(8, 150) : dice.between(900, 6000);
            }
            person.stir(0.012);
        }
    }
}
