package io.guanxi.messaging;

import java.util.Map;

/**
 * What intents have in common that say the same to many members, from now on and at any time.
 *
 * @param templateId what
 * @param origin why
 * @param priority 0 to 9, the highest goes first; 5 where nothing speaks for another
 * @param values of the template's own variables, by name
 */
public record SameIntent(long templateId, Origin origin, int priority, Map<String, String> values) {

    /** Checks and copies. */
    public SameIntent {
        if (priority < 0 || priority > 9) {
            throw new IllegalArgumentException("a priority is from 0 to 9, not " + priority);
        }
        values = Map.copyOf(values);
    }
}
