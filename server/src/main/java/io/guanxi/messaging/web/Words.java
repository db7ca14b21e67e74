package io.guanxi.messaging.web;

import io.guanxi.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a caller wrote, refused by name where it is wrong. */
final class Words {

    private static final int MOST = 200;

    private Words() {}

    static String of(String field, @Nullable String text, int least, int most) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < least || stripped.length() > most || stripped.indexOf('\0') >= 0) {
            throw fault(field, "must have " + least + " to " + most + " characters");
        }
        return stripped;
    }

    static String word(String field, @Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (!stripped.matches("[a-z][a-z0-9-]{0,29}")) {
            throw fault(field, "must be a lower-case word of at most 30 letters");
        }
        return stripped;
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw fault("limit", "is " + limit + "; it must be from 1 to " + MOST);
        }
        return limit;
    }

    static long cursor(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? Long.MAX_VALUE : Long.parseLong(cursor.strip());
        } catch (NumberFormatException e) {
            throw fault("cursor", "is none of ours; begin without it");
        }
    }

    static Problem fault(String field, String message) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                field + " " + message + ".",
                List.of(new Problem.Fault(null, field, message)));
    }
}
