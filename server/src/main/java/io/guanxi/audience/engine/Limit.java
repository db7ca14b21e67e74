package io.guanxi.audience.engine;

import io.guanxi.platform.Bounds;
import java.time.Duration;

/** How long a question about members may take. */
public final class Limit extends Bounds {

    private static final Codes CODES = new Codes(
            "audience.too-slow",
            "audience.too-big",
            "audience.cancelled",
            "ask for a shorter window or fewer conditions on properties");

    private Limit(Duration span) {
        super(span, CODES);
    }

    /**
     * {@return a limit that begins now}
     *
     * @param span how long
     */
    public static Limit of(Duration span) {
        return new Limit(span);
    }
}
