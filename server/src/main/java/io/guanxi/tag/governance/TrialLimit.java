package io.guanxi.tag.governance;

import io.guanxi.platform.Bounds;
import java.time.Duration;

/** How long a trial of tags may take. */
public final class TrialLimit extends Bounds {

    private static final Codes CODES =
            new Codes("tag.too-slow", "tag.too-big", "tag.cancelled", "ask for fewer days after the split day");

    private TrialLimit(Duration span) {
        super(span, CODES);
    }

    /**
     * {@return a limit that begins now}
     *
     * @param span how long
     */
    public static TrialLimit of(Duration span) {
        return new TrialLimit(span);
    }
}
