package io.guanxi.collect.tracking;

import org.jspecify.annotations.Nullable;

/** Thrown while reading one call; becomes a {@link Reading.Malformed}. */
final class MalformedCall extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String field;

    MalformedCall(String code, @Nullable String field, String message) {
        super(message, null, false, false);
        this.code = code;
        this.field = field;
    }

    Reading.Malformed asReading() {
        return new Reading.Malformed(code, field, String.valueOf(getMessage()));
    }
}
