package io.guanxi.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a member can be worth something by; each is scored from 0 to 100. */
public enum Dimension {
    /** What they buy. */
    @JsonProperty("consumption")
    CONSUMPTION,
    /** What they write. */
    @JsonProperty("content")
    CONTENT,
    /** How they take part. */
    @JsonProperty("interaction")
    INTERACTION,
    /** Whom they bring and reach. */
    @JsonProperty("social")
    SOCIAL;

    /** {@return the number the SQL models know it by, 1 to 4} */
    public int number() {
        return ordinal() + 1;
    }

    /** {@return the name in JSON, YAML and SQL} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
