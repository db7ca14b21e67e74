package io.guanxi.journey.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one "now" of a piece of work. What was due a little while ago counts as done when it was due, so that waits do not
 * drift; what is later than that, after a standstill, counts as done now, so that a plan's steps keep their distances.
 *
 * @param now what time it is
 * @param zone the brand's zone
 * @param grace how late counts as in time
 */
record Moment(Instant now, ZoneId zone, Duration grace) {

    static final Duration GRACE = Duration.ofMinutes(5);

    OffsetDateTime at() {
        return OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    OffsetDateTime graceBegins() {
        return OffsetDateTime.ofInstant(now.minus(grace), ZoneOffset.UTC);
    }
}
