package io.guanxi.audience.web;

import io.guanxi.audience.AudienceUses.AudienceUse;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Sentence;
import io.guanxi.audience.live.Memberships;
import io.guanxi.audience.store.AudienceRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A saved audience.
 *
 * @param id its number
 * @param ready key of the ready-made audience it was made from, or null
 * @param name as people call it
 * @param note what it is for
 * @param folder where it lies, parts parted by {@code /}
 * @param owner who answers for it
 * @param version counted from 1
 * @param expression what it asks
 * @param sentence the same in words
 * @param hash of its normal form: audiences of the same hash ask the same
 * @param members how many are in, or null before the first refresh
 * @param refreshedAt when that was found, or null
 * @param millis how long asking took, or null
 * @param problem why the last refresh failed, or null
 * @param usedBy what uses it: audiences that ask for it, tags it keeps current, journeys, experiments
 * @param createdAt when it was made
 * @param changedAt when it was changed last
 */
record AudienceSummary(
        long id,
        @Nullable String ready,
        String name,
        String note,
        String folder,
        String owner,
        int version,
        Expression expression,
        Sentence sentence,
        String hash,
        @Nullable Long members,
        @Nullable Instant refreshedAt,
        @Nullable Long millis,
        @Nullable String problem,
        List<AudienceUse> usedBy,
        Instant createdAt,
        Instant changedAt) {

    static AudienceSummary of(AudienceRow row, Optional<Memberships.State> state, List<AudienceUse> usedBy) {
        return new AudienceSummary(
                row.id(),
                row.ready(),
                row.name(),
                row.note(),
                row.folder(),
                row.owner(),
                row.version(),
                row.expression(),
                Sentence.of(row.expression()),
                row.hash(),
                state.map(it -> it.members().getLongCardinality()).orElse(null),
                state.map(Memberships.State::at).orElse(null),
                state.map(Memberships.State::millis).orElse(null),
                state.map(Memberships.State::problem).orElse(null),
                usedBy,
                row.createdAt(),
                row.changedAt());
    }
}
