package io.guanxi.tag.carry;

import io.guanxi.identity.Identities;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.store.CarrierTable;
import io.guanxi.tag.store.CarrierTable.Moved;
import io.guanxi.tag.store.TagChangeTable;
import io.guanxi.tag.store.TagChangeTable.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What happens to tags by itself: some expire, those of merged members move to the survivor, old changes are forgotten. */
@Component
class TagUpkeep {

    private static final Duration CHANGES_KEPT = Duration.ofDays(401);
    private static final Duration FORGETTING = Duration.ofDays(1);

    private final CarrierTable carriers;
    private final TagChangeTable changes;
    private final Identities identities;
    private final TransactionOperations transaction;
    private final Clock clock;
    private Instant forgotten = Instant.EPOCH;

    TagUpkeep(
            CarrierTable carriers,
            TagChangeTable changes,
            Identities identities,
            TransactionOperations transaction,
            Clock clock) {
        this.carriers = carriers;
        this.changes = changes;
        this.identities = identities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what is due. */
    synchronized void run() {
        followMerges();
        if (carriers.anyExpired()) {
            write(Reason.EXPIRED, carriers::expire);
        }
        Instant now = clock.instant();
        if (now.isAfter(forgotten.plus(FORGETTING))) {
            changes.expire(now.minus(CHANGES_KEPT));
            forgotten = now;
        }
    }

    private void followMerges() {
        long upTo = identities.lastChange();
        long since = carriers.memberChange();
        if (upTo != since) {
            // After a backup was restored members may be behind tags: then all merges are gone through again.
            write(Reason.MERGED, () -> carriers.follow(upTo < since ? 0 : since, upTo));
        }
    }

    interface Work {
        Map<Integer, Moved> run();
    }

    /** Writes what some work moved. */
    void write(Reason reason, Work work) {
        transaction.executeWithoutResult(_ -> {
            carriers.lockAll();
            work.run()
                    .forEach((tag, moved) ->
                            changes.write(tag, reason, TagSource.SYSTEM, moved.added(), moved.removed()));
        });
    }
}
