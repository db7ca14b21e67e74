package io.guanxi.audience.live;

import io.guanxi.audience.AudienceMembership;
import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who is in each saved audience. A refresh asks its expression anew and writes who entered and who left; the first one only
 * notes who is in. The first refresh of a day closes the day before with a snapshot.
 */
@Component
public class Memberships implements AudienceMembership {

    private static final Logger log = LoggerFactory.getLogger(Memberships.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DAYS_KEPT = 400;

    private final Engine engine;
    private final AudienceTable audiences;
    private final MembershipTable table;
    private final ObjectProvider<AudienceUses> uses;
    private final Clock clock;
    private final Map<Long, State> states = new ConcurrentHashMap<>();
    private @Nullable LocalDate expired;

    Memberships(
            Engine engine,
            AudienceTable audiences,
            MembershipTable table,
            ObjectProvider<AudienceUses> uses,
            Clock clock) {
        this.engine = engine;
        this.audiences = audiences;
        this.table = table;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * How an audience stands.
     *
     * @param members who is in; never changed afterwards
     * @param at when that was found
     * @param millis how long asking took
     * @param problem why it could not be asked last time, or null
     */
    public record State(
            RoaringBitmap members,
            Instant at,
            long millis,
            @Nullable String problem) {}

    /**
     * {@return how an audience stands; empty before its first refresh}
     *
     * @param id which
     */
    public Optional<State> of(long id) {
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public Optional<RoaringBitmap> members(long audience) {
        if (!states.containsKey(audience)) { // the server has just started, or the audience was just made
            audiences.find(audience).ifPresent(this::refresh);
        }
        return of(audience).map(state -> state.members().clone());
    }

    /**
     * {@return who is in an audience now; asked at once where nobody did before}
     *
     * @param audience which
     */
    public RoaringBitmap current(AudienceRow audience) {
        State state = states.get(audience.id());
        if (state == null) {
            refresh(audience);
            state = states.get(audience.id());
        }
        if (state == null) {
            throw Problem.conflict("audience.not-ready", "The audience could not be asked yet; try again in a minute.");
        }
        return state.members();
    }

    /**
     * {@return who is in an audience now; asked within bounds, and for the caller alone, where nobody did before}
     *
     * @param audience which
     * @param limit how long asking may take
     */
    public RoaringBitmap current(AudienceRow audience, Limit limit) {
        State state = states.get(audience.id());
        return state == null ? engine.ask(audience.expression(), limit).members() : state.members();
    }

    /** Refreshes all audiences. */
    public void refresh() {
        for (AudienceRow audience : audiences.all()) {
            refresh(audience);
        }
        LocalDate today = engine.version().today();
        if (!today.equals(expired)) {
            table.expire(
                    today.minusDays(DAYS_KEPT),
                    uses.stream().flatMap(who -> who.snapshots().stream()).toList());
            expired = today;
        }
    }

    /**
     * Refreshes one.
     *
     * @param audience which
     */
    public synchronized void refresh(AudienceRow audience) {
        long id = audience.id();
        State before = states.get(id);
        long begun = System.nanoTime();
        try {
            RoaringBitmap now =
                    engine.ask(audience.expression(), Limit.of(LONGEST)).members();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            note(audience, before, now);
            states.put(id, new State(now, clock.instant(), millis, null));
        } catch (Problem problem) {
            if (before == null || !problem.detail().equals(before.problem())) {
                log.warn("audience {} could not be refreshed: {}", id, problem.detail());
            }
            standing(id, before)
                    .ifPresent(last ->
                            states.put(id, new State(last.members(), last.at(), last.millis(), problem.detail())));
        }
    }

    /** How it stood last; a server that has just started reads what the one before it wrote. */
    private Optional<State> standing(long id, @Nullable State before) {
        return before != null
                ? Optional.of(before)
                : table.writtenAt(id).flatMap(at -> table.current(id).map(members -> new State(members, at, 0, null)));
    }

    /** {@return the brand's day, as questions are answered} */
    LocalDate today() {
        return engine.version().today();
    }

    private void note(AudienceRow audience, @Nullable State before, RoaringBitmap now) {
        long id = audience.id();
        LocalDate today = engine.version().today();
        Optional<LocalDate> last = table.lastDay(id);
        if (last.isEmpty()) {
            table.snapshot(id, today, audience.version(), now);
            return;
        }
        RoaringBitmap then = before == null ? table.current(id).orElseThrow() : before.members();
        boolean newDay = last.get().isBefore(today);
        if (newDay) {
            table.snapshot(id, last.get(), audience.version(), then); // how that day ended
        }
        RoaringBitmap entered = RoaringBitmap.andNot(now, then);
        RoaringBitmap left = RoaringBitmap.andNot(then, now);
        if (!entered.isEmpty() || !left.isEmpty()) {
            table.change(id, audience.version(), entered, left, now.getLongCardinality());
        }
        if (newDay) {
            table.snapshot(id, today, audience.version(), now);
        }
    }

    /** Forgets an audience that was deleted. */
    synchronized void forget(long id) {
        states.remove(id);
    }
}
