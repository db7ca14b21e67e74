package io.guanxi.community.web;

import io.guanxi.community.figures.Outlook;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An outlook as a sentence. */
final class OutlookWords {

    private OutlookWords() {}

    static String of(Outlook outlook) {
        String what = outlook.measure().equals("VALUE") ? "Its value" : "Its activity";
        return switch (outlook.verdict()) {
            case WITHIN ->
                "%s is expected to fall below %s in %d %s, in the week of %s (80 %% band: %s to %s)."
                        .formatted(
                                what,
                                line(outlook),
                                outlook.weeks(),
                                Integer.valueOf(1).equals(outlook.weeks()) ? "week" : "weeks",
                                outlook.week(),
                                weekOr(outlook.earliestWeek(), "now"),
                                weekOr(outlook.latestWeek(), "beyond a year"));
            case BEYOND ->
                "%s declines, but is not expected below %s within a year%s."
                        .formatted(what, line(outlook), caution(outlook));
            case RISING ->
                "%s does not decline; a fall below %s is not in sight%s."
                        .formatted(what, line(outlook), caution(outlook));
            case BELOW -> "%s is below %s already.".formatted(what, line(outlook));
            case TOO_YOUNG ->
                "Too young for a forecast: %d full %s known, six are needed."
                        .formatted(outlook.fittedWeeks(), outlook.fittedWeeks() == 1 ? "week is" : "weeks are");
            case EMPTY -> "Nobody belongs to it any more.";
        };
    }

    private static String caution(Outlook outlook) {
        return outlook.earliestWeek() == null
                ? ""
                : ", but could come as early as the week of " + outlook.earliestWeek() + " (80 % band)";
    }

    private static String weekOr(@Nullable LocalDate week, String words) {
        return week == null ? words : week.toString();
    }

    private static String line(Outlook outlook) {
        Double line = outlook.line();
        if (line == null) {
            return "the line";
        }
        return outlook.measure().equals("VALUE")
                ? String.format(Locale.ROOT, "%.1f", line)
                : String.format(Locale.ROOT, "%.0f %% active members", line * 100);
    }
}
