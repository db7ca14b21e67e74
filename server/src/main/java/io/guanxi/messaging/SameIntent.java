package io.guanxi.messaging;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What intents have in common that say the same to many members, from now on.
 *
 * @param templateId what
 * @param origin why
 * @param priority 0 to 9, the highest goes first; 5 where nothing speaks for another
 * @param values of the template's own variables, by name
 * @param within how long it makes sense from now on, or null: at any time
 */
public record SameIntent(
        long templateId,
        Origin origin,
        int priority,
        Map<String, String> values,
        @Nullable Duration within) {

    /** Checks and copies. */
    public SameIntent {
        if (priority < 0 || priority > 9) {
            throw new IllegalArgumentException("a priority is from 0 to 9, not " + priority);
        }
        values = Map.copyOf(values);
    }
}
