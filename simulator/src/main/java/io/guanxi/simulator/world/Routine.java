package io.guanxi.simulator.world;

/** Small habits: the daily check-in, the survey a week and two months after joining. */
final class Routine {
    private final Words words;

    Routine(Words words) {
        this.words = words;
    }

    void follow(Person person, int today, Day day) {
        Dice dice = person.dice();
        if (person.checksIn() && dice.chance(0.85 * person.attention())) {
            day.add(Deed.CHECKED_IN, person, Sign.OPENID.bit(), person.awake(today, Rhythm.talkingSecond(dice)));
        }
        int age = today - person.arrival().day();
        if (age == 7 && dice.chance(0.2 + 0.5 * person.traits().sociability())) {
            answer(person, "welcome", day);
        }
        if (age == 60 && dice.chance(0.5 * person.attention())) {
            answer(person, "satisfaction", day);
        }
    }

    /** Five in six name something they really need. */
    private void answer(Person person, String survey, Day day) {
        Dice dice = person.dice();
        ProductGroup[] groups = ProductGroup.values();
        ProductGroup named = groups[dice.below(groups.length)];
        if (dice.chance(5 / 6.0)) {
            for (int tries = 0; tries < 40 && !person.traits().needs(named); tries++) {
                named = groups[dice.below(groups.length)];
            }
        }
        int score = 2 + (int) Math.round(3 * Math.min(1, person.traits().loyalty() * 0.7 + dice.uniform() * 0.5));
        String answers = "{\"survey\":\"%s\",\"need\":\"%s\",\"score\":%d}".formatted(survey, named.label(), score);
        day.add(Deed.SURVEY_COMPLETED, person, Sign.EXTERNAL_USERID.bit(), Rhythm.shoppingSecond(dice))
                .with(words.of(answers));
    }
}
