package io.guanxi.value.web;

import io.guanxi.platform.Parameters;
import io.guanxi.value.member.Timeline.Moment;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in a time-line as a caller gives it: the cursor of the page before, or a moment in ISO 8601. */
final class Moments {

    private Moments() {}

    static String cursor(Moment moment) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((moment.ts() + "|" + moment.eventId()).getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Moment of(@Nullable String text) {
        return of("before", text);
    }

    static @Nullable Moment of(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.indexOf(':') > 0) {
                return new Moment(
                        OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant(), "");
            }
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            return new Moment(Instant.parse(parts[0]), parts.length == 2 ? parts[1] : "");
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Parameters.fault(field, "is neither a cursor of ours nor a moment like 2026-05-01T08:00:00Z");
        }
    }
}
