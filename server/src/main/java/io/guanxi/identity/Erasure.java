package io.guanxi.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate: that a member was erased, by whom, and what was removed. It holds no personal data; whoever knows an
 * identifier proves that it was erased by finding {@code sha256(salt + "kind:key")} among the proofs.
 *
 * @param id number of the certificate
 * @param memberNo the number the member had
 * @param state {@code RUNNING} until every store is clean, then {@code DONE}
 * @param reason as it was given
 * @param askedBy who asked
 * @param startedAt when
 * @param finishedAt when all was removed, or null
 * @param problem why a store could not be cleaned yet; it is tried again every minute
 * @param salt of the proofs
 * @param proofs hashes of the identifiers, in hex
 * @param parts what was removed, store by store
 */
public record Erasure(
        long id,
        int memberNo,
        String state,
        String reason,
        String askedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        String salt,
        List<String> proofs,
        List<ErasedPart> parts) {

    /** Copies the lists. */
    public Erasure {
        proofs = List.copyOf(proofs);
        parts = List.copyOf(parts);
    }
}
