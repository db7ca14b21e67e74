package io.guanxi.audience.store;

import io.guanxi.audience.expression.Expression;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved audience at its current version.
 *
 * @param id its number
 * @param ready key of the ready-made audience it was made from, or null
 * @param name as people call it
 * @param note what it is for
 * @param folder where it lies, parts parted by {@code /}; empty for none
 * @param owner who answers for it
 * @param version counted from 1
 * @param expression what it asks
 * @param hash of the expression's normal form
 * @param createdAt when it was made
 * @param changedAt when it was changed last
 */
public record AudienceRow(
        long id,
        @Nullable String ready,
        String name,
        String note,
        String folder,
        String owner,
        int version,
        Expression expression,
        String hash,
        Instant createdAt,
        Instant changedAt) {}
