package io.guanxi.tag;

/**
 * What tagging or untagging many members did.
 *
 * @param asked how many different members were named
 * @param changed how many got the tag, or lost it
 * @param confirmed how many carried it already, whose expiry was put off, whose tag a person took over from a rule, or on whom
 *     a rule keeps it from now on
 * @param unknown how many of those named are no live members
 * @param members how many carry it now
 */
public record TagEffect(long asked, long changed, long confirmed, long unknown, long members) {}
