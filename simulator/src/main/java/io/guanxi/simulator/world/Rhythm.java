package io.guanxi.simulator.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The brand's clock: hours of the day, days of the week, promotion days. */
final class Rhythm {
    private static final Set<MonthDay> PROMOTIONS =
            Set.of(MonthDay.of(3, 8), MonthDay.of(6, 18), MonthDay.of(9, 9), MonthDay.of(11, 11), MonthDay.of(12, 12));

    private static final double[] SHOPPING_HOURS =
            Dice.cumulative(3, 1.5, 0.8, 0.4, 0.3, 0.5, 1.5, 3, 4, 5, 6, 6, 8, 7, 5, 5, 5, 5, 6, 8, 11, 12, 10, 6);
    private static final double[] TALKING_HOURS =
            Dice.cumulative(1.5, 0.7, 0.3, 0.2, 0.2, 0.5, 2, 5, 7, 7, 7, 7, 9, 7, 5, 5, 5, 6, 7, 8, 9, 9, 7, 4);

    private Rhythm() {}

    /** A day with a quarter off everything. */
    static boolean promotion(LocalDate date) {
        return PROMOTIONS.contains(MonthDay.from(date));
    }

    /** How many more people come by than on an average day. */
    static double bustle(LocalDate date) {
        double week =
                switch (date.getDayOfWeek()) {
                    case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> 0.92;
                    case FRIDAY -> 1.05;
                    case SATURDAY, SUNDAY -> 1.22;
                };
        return promotion(date) ? week * 2.6 : week;
    }

    /** How much more is said than on an average day: groups are about work breaks, so weekends are quieter. */
    static double talk(LocalDate date) {
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return (weekend ? 0.85 : 1.06) * (promotion(date) ? 1.8 : 1);
    }

    static double shoppingSecond(Dice dice) {
        return (dice.pick(SHOPPING_HOURS) + dice.uniform()) * 3600;
    }

    static double talkingSecond(Dice dice) {
        return (dice.pick(TALKING_HOURS) + dice.uniform()) * 3600;
    }
}
