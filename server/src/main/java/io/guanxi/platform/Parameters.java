package io.guanxi.platform;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a caller wrote into fields and query parameters, refused by name where it is wrong. */
public final class Parameters {

    /** Rows of a page, and names in a list, at most. */
    public static final int MOST = 200;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Parameters() {}

    /**
     * {@return rows of a page}
     *
     * @param limit as the caller says
     */
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw fault("limit", "is " + limit + "; it must be from 1 to " + MOST);
        }
        return limit;
    }

    /**
     * {@return where a page begins}
     *
     * @param cursor as the caller says; null or blank for the first page
     * @param begin where that begins
     */
    public static long cursor(@Nullable String cursor, long begin) {
        try {
            return cursor == null || cursor.isBlank() ? begin : Long.parseLong(cursor.strip());
        } catch (NumberFormatException e) {
            throw fault("cursor", "is none of ours; begin without it");
        }
    }

    /**
     * {@return a number, or null for none}
     *
     * @param field which
     * @param text as the caller says
     */
    public static @Nullable Long number(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw fault(field, "is not a number of ours");
        }
    }

    /**
     * {@return names separated by commas, each once; an event's name has none}
     *
     * @param field which
     * @param text as the caller says, or null for none
     */
    public static List<String> names(String field, @Nullable String text) {
        List<String> names = text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (names.size() > MOST) {
            throw fault(field, "holds " + names.size() + " names; at most " + MOST + " are taken");
        }
        return names;
    }

    /**
     * {@return a text without white space around it}
     *
     * @param field which
     * @param text as the caller says; null is empty
     * @param least characters
     * @param most characters
     */
    public static String words(String field, @Nullable String text, int least, int most) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < least || stripped.length() > most || stripped.indexOf('\0') >= 0) {
            throw fault(field, "must have " + least + " to " + most + " characters");
        }
        return stripped;
    }

    /**
     * {@return a lower-case word}
     *
     * @param field which
     * @param text as the caller says
     */
    public static String word(String field, @Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (!stripped.matches("[a-z][a-z0-9-]{0,29}")) {
            throw fault(field, "must be a lower-case word of at most 30 letters");
        }
        return stripped;
    }

    /**
     * {@return a text to look for, or null where it does not matter}
     *
     * @param field which
     * @param text as the caller says, up to {@link #MOST} characters
     */
    public static @Nullable String filter(String field, @Nullable String text) {
        return text == null ? null : words(field, text, 0, MOST);
    }

    /**
     * {@return a moment, or null for none}
     *
     * @param field which
     * @param moment as the caller says, in this century or the next
     */
    public static @Nullable Instant moment(String field, @Nullable Instant moment) {
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            throw fault(field, "must be from " + EARLIEST + " to " + LATEST);
        }
        return moment;
    }

    /**
     * {@return something that must be there}
     *
     * @param field which
     * @param value as the caller says
     * @param <T> what it is
     */
    public static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw fault(field, "is missing");
        }
        return value;
    }

    /**
     * {@return a refusal, code {@code request.invalid}}
     *
     * @param field which is wrong
     * @param message what is wrong with it, after its name and without a full stop
     */
    public static Problem fault(String field, String message) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                field + " " + message + ".",
                List.of(new Problem.Fault(null, field, message)));
    }
}
