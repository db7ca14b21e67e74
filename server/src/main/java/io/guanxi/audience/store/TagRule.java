package io.guanxi.audience.store;

import io.guanxi.tag.TagSource;
import java.time.Instant;

/**
 * An audience that keeps a tag current.
 *
 * @param id its number
 * @param tag the tag's number
 * @param audience the audience's number
 * @param name the audience's name when the rule was made
 * @param since the audience's changes up to here are in the members whom the rule began with
 * @param createdBy by whom
 * @param createdAt when
 */
public record TagRule(long id, int tag, long audience, String name, long since, String createdBy, Instant createdAt) {

    /** {@return the rule as who puts the tag on members} */
    public TagSource source() {
        return new TagSource(TagSource.Kind.RULE, name, Long.toString(id));
    }
}
