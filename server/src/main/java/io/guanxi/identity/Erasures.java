package io.guanxi.identity;

import io.guanxi.access.Actor;
import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.Page;
import io.guanxi.platform.StoreTrouble;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A person's rights: all that is held of them, and its erasure. Erasing goes store by store along the road of an event, each
 * store on its own; a server that is killed meanwhile goes on after its restart.
 */
@Component
public final class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private final ErasureTable table;
    private final MemberRecords records;
    private final ErasureRun run;
    private final Audit audit;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final ReentrantLock working = new ReentrantLock();
    private final Map<Long, ErasureProgress> running = new ConcurrentHashMap<>();

    Erasures(
            ErasureTable table,
            MemberRecords records,
            ErasureRun run,
            Audit audit,
            CurrentUser currentUser,
            Clock clock) {
        this.table = table;
        this.records = records;
        this.run = run;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * {@return all that is held of a member, by store}
     *
     * @param memberNo a live member
     */
    public Map<String, Object> export(int memberNo) {
        Person person = records.person(memberNo);
        Map<String, Object> held = new LinkedHashMap<>();
        run.stores().forEach(store -> held.put(store.name(), store.export(person)));
        audit.record("member.exported", "member:" + memberNo, Map.of());
        return held;
    }

    /**
     * Starts to erase a member, with all who were merged into them; goes on in the background.
     *
     * @param memberNo a live member
     * @param reason goes into the certificate
     * @return the certificate's number
     */
    public long erase(int memberNo, String reason) {
        Actor actor = currentUser.actor();
        long id = table.open(records.person(memberNo), reason, actor.name());
        audit.record(actor, "member.erasure-started", "member:" + memberNo, Map.of("erasure", id));
        Thread.ofVirtual().name("erasure").start(this::work);
        return id;
    }

    /**
     * {@return the certificate}
     *
     * @param id its number
     */
    public Optional<Erasure> certificate(long id) {
        return table.find(id);
    }

    /**
     * {@return erasures, the newest first, each with how far it is}
     *
     * @param before those of lower numbers, or null for all
     * @param limit at most so many
     */
    public Page<ErasureWork> page(@Nullable Long before, int limit) {
        List<ErasureWork> found = table.before(before == null ? Long.MAX_VALUE : before, limit + 1);
        List<ErasureWork> shown = found.subList(0, Math.min(limit, found.size())).stream()
                .map(this::live)
                .toList();
        return new Page<>(
                shown, found.size() > limit ? Long.toString(shown.getLast().id()) : null);
    }

    private ErasureWork live(ErasureWork kept) {
        ErasureProgress progress = running.get(kept.id());
        return progress == null ? kept : kept.at(progress);
    }

    /** Erases whatever was asked for and is not done: also after a restart, and after a store failed. */
    @Scheduled(initialDelay = 2_000, fixedDelay = 60_000)
    void work() {
        working.lock();
        try {
            table.running().forEach(this::carryOut);
        } finally {
            working.unlock();
        }
    }

    private void carryOut(long id) {
        ErasureProgress progress = new ErasureProgress(run.stores().size(), clock);
        running.put(id, progress);
        try {
            run.run(id, progress);
            int memberNo = table.personOf(id).memberNo();
            audit.record(Actor.SYSTEM, "member.erased", "member:" + memberNo, Map.of("erasure", id));
        } catch (RuntimeException e) {
            log.error("erasure {} is not done; trying again in a minute", id, e);
            table.failed(
                    id,
                    StoreTrouble.isDiskFull(e)
                            ? "The server's disk is full; it is tried again every minute."
                            : "The server's log says why; it is tried again every minute.");
        } finally {
            running.remove(id);
        }
    }
}
