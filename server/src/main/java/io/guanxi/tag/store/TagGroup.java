package io.guanxi.tag.store;

import java.time.Instant;

/**
 * A group of tags.
 *
 * @param id its number
 * @param name unique
 * @param note what its tags are about
 * @param createdBy by whom
 * @param createdAt when
 */
public record TagGroup(int id, String name, String note, String createdBy, Instant createdAt) {}
