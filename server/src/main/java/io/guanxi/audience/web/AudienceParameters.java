package io.guanxi.audience.web;

import io.guanxi.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Query parameters, refused by name where they are wrong. */
final class AudienceParameters {

    private static final int MOST = 200;

    private AudienceParameters() {}

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

    static Problem fault(String field, String message) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                field + " " + message + ".",
                List.of(new Problem.Fault(null, field, message)));
    }
}
