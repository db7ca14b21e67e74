package io.guanxi.collect.tracking;

import java.util.Locale;
import java.util.Optional;

/** The calls of the Segment specification. */
enum CallType {
    TRACK,
    IDENTIFY,
    GROUP,
    PAGE,
    SCREEN,
    ALIAS;

    static Optional<CallType> of(String word) {
        for (CallType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
