package io.guanxi.value.web;

import io.guanxi.platform.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Query parameters, refused by name where they are wrong. */
final class Parameters {

    static final int MOST = 200;

    private Parameters() {}

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw fault("limit", "is " + limit + "; it must be from 1 to " + MOST);
        }
        return limit;
    }

    static @Nullable Long number(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw fault(field, "is not a number of ours");
        }
    }

    /** Names separated by commas; an event's name has none. */
    static List<String> names(String field, @Nullable String text) {
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

    static Problem fault(String field, String message) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                field + " " + message + ".",
                List.of(new Problem.Fault(null, field, message)));
    }
}
