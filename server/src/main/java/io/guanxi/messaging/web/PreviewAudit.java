package io.guanxi.messaging.web;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A preview follows the writing of a template: who looks at a member's again within ten minutes is still looking. */
@Component
class PreviewAudit {

    private static final Duration ONE_LOOK = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final Audit audit;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final Map<Look, Instant> begun = new LinkedHashMap<>();

    PreviewAudit(Audit audit, CurrentUser currentUser, @RealTime Clock clock) {
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    private record Look(String actor, int memberNo) {}

    void looked(int memberNo) {
        if (begins(new Look(currentUser.actor().name(), memberNo))) {
            audit.viewed("member:" + memberNo);
        }
    }

    private synchronized boolean begins(Look look) {
        Instant now = clock.instant();
        Instant before = begun.get(look);
        if (before != null && before.plus(ONE_LOOK).isAfter(now)) {
            return false;
        }
        begun.remove(look);
        begun.put(look, now);
        if (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
        return true;
    }
}
