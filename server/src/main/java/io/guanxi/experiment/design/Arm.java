package io.guanxi.experiment.design;

import io.guanxi.platform.InvalidField;
import java.util.regex.Pattern;

/**
 * One of the things compared.
 *
 * @param key lower-case word, e.g. {@code control}
 * @param name as people call it
 * @param weight above 0; only the proportions of weights count
 */
public record Arm(String key, String name, double weight) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    /** Refuses what is no arm. */
    public Arm {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidField(
                    "key",
                    "an arm's key has 1 to 40 lower-case letters, digits, - or _, and begins with a letter or digit");
        }
        if (name.isBlank() || name.length() > 100) {
            throw new InvalidField("name", "an arm's name has 1 to 100 characters");
        }
        if (!(weight > 0) || weight > 1e6) {
            throw new InvalidField("weight", "an arm's weight is above 0 and at most a million");
        }
    }
}
