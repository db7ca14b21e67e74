package io.guanxi.community.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a community.
 *
 * @param key the key its events carry
 * @param name shown
 * @param kind the brand's own word, e.g. {@code interest}, or null
 * @param owner who looks after it, or null
 * @param created when it began, or null for the day of its first event
 * @param tags the brand's own words
 */
public record RegisteredCommunity(
        String key,
        String name,
        @Nullable String kind,
        @Nullable String owner,
        @Nullable LocalDate created,
        List<String> tags) {

    /** Copies the tags. */
    public RegisteredCommunity {
        tags = List.copyOf(tags);
    }
}
