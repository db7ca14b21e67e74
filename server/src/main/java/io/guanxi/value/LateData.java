package io.guanxi.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a run as of a past day counts events of those days which had not arrived by its end. */
public enum LateData {
    /** They count: what we know today of that day. */
    INCLUDE,
    /** They do not: what was known then. */
    EXCLUDE;

    /** {@return the name in JSON} */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the choice of this name, in any case}
     *
     * @param name include or exclude
     */
    @JsonCreator
    public static LateData of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
