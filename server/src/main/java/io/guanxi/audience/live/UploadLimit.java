package io.guanxi.audience.live;

import io.guanxi.platform.Bounds;
import java.time.Duration;

/** How long the upload of a list may take, its way here included. */
public final class UploadLimit extends Bounds {

    private static final Codes CODES =
            new Codes("audience.too-slow", "audience.too-big", "audience.cancelled", "upload the list in parts");

    private UploadLimit(Duration span) {
        super(span, CODES);
    }

    /**
     * {@return a limit that begins now}
     *
     * @param span how long
     */
    public static UploadLimit of(Duration span) {
        return new UploadLimit(span);
    }
}
