package io.guanxi.experiment.programme;

import io.guanxi.platform.Problem;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a year.
 *
 * @param year e.g. 2026
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-Q([1-4])");

    /**
     * {@return the quarter of a text such as {@code 2026-Q3}}
     *
     * @param text of a user
     */
    public static Quarter of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) < 1970) {
            throw Problem.badRequest("experiment.quarter-invalid", "A quarter looks like 2026-Q3.");
        }
        return new Quarter(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /**
     * {@return the quarter of a day}
     *
     * @param day which
     */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    Days days() {
        LocalDate first = LocalDate.of(year, 3 * number - 2, 1);
        return new Days(first, first.plusMonths(3).minusDays(1));
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
