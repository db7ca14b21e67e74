package io.guanxi.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That something is to be said to a member. Whether it may be said is judged when it is due, not now.
 *
 * @param key says that two intents are the same one; 1 to 200 characters, e.g. {@code journey:7:instance:4711:welcome}
 * @param memberNo to whom; a number of a member who was merged reaches the survivor
 * @param templateId what
 * @param origin why
 * @param category which frequency caps and consents count, e.g. {@code marketing}; empty for the template's own
 * @param priority 0 to 9, the highest goes first; 5 where nothing speaks for another
 * @param notBefore when it is due, or null for at once
 * @param expires when it makes no sense any more, or null
 * @param values of the template's own variables, by name
 */
public record Intent(
        String key,
        int memberNo,
        long templateId,
        Origin origin,
        String category,
        int priority,
        @Nullable Instant notBefore,
        @Nullable Instant expires,
        Map<String, String> values) {

    private static final Pattern CATEGORY = Pattern.compile("[a-z0-9-]{0,30}");

    /** Checks and copies. */
    public Intent {
        if (key.isEmpty() || key.length() > 200) {
            throw new IllegalArgumentException("the key of an intent has 1 to 200 characters, not " + key.length());
        }
        if (priority < 0 || priority > 9) {
            throw new IllegalArgumentException("a priority is from 0 to 9, not " + priority);
        }
        if (!CATEGORY.matcher(category).matches()) {
            throw new IllegalArgumentException("a category is a lower-case word, not " + category);
        }
        values = Map.copyOf(values);
    }
}
