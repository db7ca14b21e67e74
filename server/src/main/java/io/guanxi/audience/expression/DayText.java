package io.guanxi.audience.expression;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days as members' data write them: {@code 1990-05-01}, also with a time behind it. */
public final class DayText {

    private static final int LENGTH = "1990-05-01".length();
    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2300, 1, 1);

    private DayText() {}

    /**
     * {@return the day at the beginning of a text, as a journey's wait for a date reads it; null where there is none between 1800 and
     * 2300}
     *
     * @param text any
     */
    public static @Nullable LocalDate read(String text) {
        if (text.length() < LENGTH || (text.length() > LENGTH && Character.isDigit(text.charAt(LENGTH)))) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, LENGTH));
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
