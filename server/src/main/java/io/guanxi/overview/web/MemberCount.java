package io.guanxi.overview.web;

import io.guanxi.identity.Identities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How many members there are, counted at most every few seconds. */
@Component
class MemberCount {

    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Identities identities;
    private final Clock clock;
    private Counted last = new Counted(Instant.MIN, 0);

    private record Counted(Instant until, long members) {}

    MemberCount(Identities identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    synchronized long members() {
        Instant now = clock.instant();
        if (now.isAfter(last.until())) {
            last = new Counted(now.plus(GOOD_FOR), identities.count());
        }
        return last.members();
    }
}
