package io.guanxi.audience.live;

import io.guanxi.audience.engine.Engine;
import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Every second: has anything come, has a day begun, has a run ended? Then saved audiences are refreshed. On a brand where that
 * takes long it happens less often, so that it never takes more than a fifth of the time.
 */
@Component
final class Refresher extends Rounds {

    private final Engine engine;
    private final Memberships memberships;
    private final ReadyMade readyMade;
    private boolean installed;
    private boolean due = true;

    Refresher(Engine engine, Memberships memberships, ReadyMade readyMade) {
        super("audience", "audiences could not be refreshed");
        this.engine = engine;
        this.memberships = memberships;
        this.readyMade = readyMade;
    }

    @Override
    protected Duration round() {
        long begun = System.nanoTime();
        if (!installed) {
            readyMade.install();
            installed = true;
        }
        due |= engine.follow();
        if (due) {
            memberships.refresh();
            due = false;
        }
        return aFifthAtMost(begun);
    }
}
