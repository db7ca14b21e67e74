package io.guanxi.tag.governance;

import io.guanxi.platform.Bounds;
import java.time.Duration;

/** How long it may take to find how tags stand. */
public final class StandingLimit extends Bounds {

    private static final Codes CODES =
            new Codes("tag.too-slow", "tag.too-big", "tag.cancelled", "archive tags that nobody needs");

    private StandingLimit(Duration span) {
        super(span, CODES);
    }

    /**
     * {@return a limit that begins now}
     *
     * @param span how long
     */
    public static StandingLimit of(Duration span) {
        return new StandingLimit(span);
    }
}
