package io.guanxi.tag.web;

import io.guanxi.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Fields and query parameters, refused by name where they are wrong. */
final class TagParameters {

    private static final int MOST = 200;

    private TagParameters() {}

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw fault("limit", "is " + limit + "; it must be from 1 to " + MOST);
        }
        return limit;
    }

    static long cursor(@Nullable String cursor, long begin) {
        try {
            return cursor == null || cursor.isBlank() ? begin : Long.parseLong(cursor.strip());
        } catch (NumberFormatException e) {
            throw fault("cursor", "is none of ours; begin without it");
        }
    }

    static String words(String field, @Nullable String text, int least, int most) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < least || stripped.length() > most || stripped.indexOf('\0') >= 0) {
            throw fault(field, "must have " + least + " to " + most + " characters");
        }
        return stripped;
    }

    static Problem fault(String field, String message) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                field + " " + message + ".",
                List.of(new Problem.Fault(null, field, message)));
    }
}
