package io.guanxi.messaging;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something is said: messages are counted by it.
 *
 * @param kind what has it said, e.g. {@code journey}, {@code manual}, {@code api}; a lower-case word
 * @param id which of them, e.g. the number of a journey
 * @param node where in it, or null
 */
public record Origin(String kind, String id, @Nullable String node) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    /** Checks the words. */
    public Origin {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("the kind of an origin must be a lower-case word, not " + kind);
        }
        if (id.length() > 100 || (node != null && node.length() > 100)) {
            throw new IllegalArgumentException("id and node of an origin have at most 100 characters");
        }
    }
}
