package io.guanxi.messaging.template;

import io.guanxi.messaging.TemplateSummary;
import java.time.Instant;

/**
 * A template in its current version.
 *
 * @param id its number
 * @param name as people call it
 * @param channel on which it is said; never changes
 * @param category to which caps and consents count it
 * @param note what it is for
 * @param version from 1
 * @param wording what it says
 * @param createdAt when it was made
 * @param changedAt when it was changed last
 */
public record Template(
        long id,
        String name,
        String channel,
        String category,
        String note,
        int version,
        Wording wording,
        Instant createdAt,
        Instant changedAt) {

    /** {@return it as other modules know it} */
    public TemplateSummary summary() {
        return new TemplateSummary(id, name, channel, category, version, wording.variables());
    }
}
