package io.guanxi.tag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag.
 *
 * @param id its number
 * @param groupId the group it lies in
 * @param groupName that group's name
 * @param name unique in its group
 * @param colour in which it is shown
 * @param note what it says of a member
 * @param members how many carry it
 * @param createdBy by whom it was made
 * @param createdAt when
 * @param archivedAt since when nobody new gets it, or null
 */
public record Tag(
        int id,
        int groupId,
        String groupName,
        String name,
        TagColour colour,
        String note,
        long members,
        String createdBy,
        Instant createdAt,
        @Nullable Instant archivedAt) {}
