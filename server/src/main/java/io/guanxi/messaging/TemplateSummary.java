package io.guanxi.messaging;

import java.util.List;

/**
 * A template, as other modules know it.
 *
 * @param id its number
 * @param name as people call it
 * @param channel on which it is said
 * @param category to which caps and consents count it
 * @param version the current one, from 1
 * @param variables names of its own variables, whose values an intent brings
 */
public record TemplateSummary(
        long id, String name, String channel, String category, int version, List<String> variables) {

    /** Copies the names. */
    public TemplateSummary {
        variables = List.copyOf(variables);
    }
}
