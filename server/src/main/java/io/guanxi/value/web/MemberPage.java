package io.guanxi.value.web;

import io.guanxi.identity.MemberSearch.Way;
import io.guanxi.value.member.MemberCard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of members.
 *
 * @param items the members, in order
 * @param next cursor of the following page, or null at the end
 * @param asOf the day of the run by which they are judged; null before the first
 * @param found how those of {@code q} were found; null without it
 */
record MemberPage(
        List<MemberCard> items,
        @Nullable String next,
        @Nullable LocalDate asOf,

        @Schema(
                description =
                        "EXACT: what was typed is an identifier or name; EXACT_OF_MORE: so it is, and others that begin so"
                                + " are left out (q with * behind it asks for them); BEGINNING: all that begin so; TOO_MANY: more begin"
                                + " so than are looked at, and nobody is in the list")
        @Nullable
        Way found) {

    /** Copies the rows. */
    MemberPage {
        items = List.copyOf(items);
    }
}
