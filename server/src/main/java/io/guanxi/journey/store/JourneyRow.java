package io.guanxi.journey.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A journey as it is kept.
 *
 * @param id its number
 * @param ready key of the ready-made journey it was made from, or null
 * @param name as people call it
 * @param state how it stands
 * @param draft what it is to do from the next publishing on
 * @param revision counts the drafts
 * @param published number of the latest version, 0 before the first
 * @param versionId the number of that version among all versions, or null
 * @param owner who made it
 * @param createdAt when
 * @param changedAt when the draft was last changed
 * @param trouble why it did not get on at the last try, or null
 */
public record JourneyRow(
        long id,
        @Nullable String ready,
        String name,
        JourneyState state,
        JsonNode draft,
        int revision,
        int published,
        @Nullable Integer versionId,
        String owner,
        Instant createdAt,
        Instant changedAt,
        @Nullable String trouble) {}
