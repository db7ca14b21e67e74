package io.guanxi.tag.governance;

import java.util.List;

/**
 * Whether tags work.
 *
 * @param question what was asked
 * @param members who had joined by the split day and live
 * @param did how many of them did what was hoped for
 * @param tried how many tags could be tried; so many trials the false-discovery rate allows for
 * @param tags each tag, the most telling first
 */
public record TagTrials(TagQuestion question, long members, long did, int tried, List<TagTrial> tags) {

    /** Copies the list. */
    public TagTrials {
        tags = List.copyOf(tags);
    }
}
