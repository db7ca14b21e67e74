package io.guanxi.journey.engine;

import io.guanxi.audience.AudienceChange;
import io.guanxi.audience.AudienceChanges;
import io.guanxi.experiment.Holdouts;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.EnrolmentTable;
import io.guanxi.journey.store.JourneyGate;
import io.guanxi.platform.Brand;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves journeys on. All it knows is in PostgreSQL, so several of it, in several processes, share the work: each claims what no
 * other has claimed, and what it does to a batch is one transaction.
 */
public final class JourneyEngine {

    private static final Logger log = LoggerFactory.getLogger(JourneyEngine.class);
    static final int BATCH = 10_000;
    private static final int EVENTS = 20_000;
    private static final int CHANGES = 20;
    private static final String CONSUMER = "journey";

    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final JourneyGate gate;
    private final PublishedJourneys published;
    private final Brand brand;
    private final Clock clock;
    private final Moving moving;
    private final Enrolment enrolment;
    private final Walk walk;
    private final Events events;
    private final Memberships memberships;
    private final Merges merges;
    private final Schedules schedules;
    private final Succession succession;
    private final Questions questions;
    private final Inflow inflow;
    private final AudienceChanges changes;
    private final int batch;
    private final Lanes lanes;
    private final Set<Long> troubled = ConcurrentHashMap.newKeySet();
    private int mostEvents = EVENTS;

    /** Where tracked events come from: {@code Arrivals}, or a test. */
    interface Inflow {
        int consume(String consumer, int most, IntConsumer reaction);
    }

    JourneyEngine(
            JdbcClient postgres,
            TransactionOperations transaction,
            JourneyGate gate,
            PublishedJourneys published,
            Holdouts holdouts,
            LongSupplier lastMerge,
            Questions questions,
            Deeds deeds,
            Inflow inflow,
            AudienceChanges changes,
            Brand brand,
            Clock clock,
            int batch,
            Lanes lanes) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.gate = gate;
        this.published = published;
        this.brand = brand;
        this.clock = clock;
        this.moving = new Moving(postgres);
        this.enrolment = new Enrolment(postgres, published, holdouts, batch);
        this.walk = new Walk(postgres, published, moving, enrolment, questions, deeds);
        Silence silence = new Silence(postgres, deeds);
        this.events = new Events(postgres, published, moving, walk, enrolment, silence);
        this.memberships = new Memberships(postgres, published, moving, enrolment, silence);
        this.merges = new Merges(postgres, lastMerge, moving, silence);
        this.schedules = new Schedules(postgres, published, enrolment, questions);
        this.succession = new Succession(postgres, published, moving, silence);
        this.questions = questions;
        this.inflow = inflow;
        this.changes = changes;
        this.batch = batch;
        this.lanes = lanes;
    }

    /**
     * Does what there is to do now: merges, events, audiences, schedules, enrolments, then what is due.
     *
     * @return whether there may be more to do at once
     */
    public boolean turn() {
        transaction.executeWithoutResult(_ -> {
            gate.move();
            merges.follow(moment());
        });
        troubled.clear();
        boolean more = follow();
        more |= changes.consume(CONSUMER, CHANGES, this::react) == CHANGES;
        for (long journey : schedules.due(moment())) {
            more |= attempt(journey, moment -> schedules.enter(journey, moment)) > 0;
        }
        return more | moveOn();
    }

    /**
     * Moves on what is due, and nothing else: events, audiences and schedules are the server's. Who comes to a branch goes on there.
     *
     * @return whether there may be more to do at once
     */
    boolean share() {
        troubled.clear();
        return moveOn();
    }

    /** Follows a batch of events, a smaller one where somebody did very much in it. {@return whether there may be more} */
    private boolean follow() {
        try {
            boolean full = inflow.consume(CONSUMER, mostEvents, _ -> {
                        gate.move();
                        events.react(moment());
                    })
                    == mostEvents;
            mostEvents = Math.min(EVENTS, 2 * mostEvents);
            return full;
        } catch (Events.TooManyWaves e) {
            mostEvents = Math.max(Events.MOST_WAVES, mostEvents / 4);
            return true;
        }
    }

    private void react(AudienceChange change) {
        gate.move();
        memberships.react(change, moment());
    }

    /** {@return the running journeys in which something is due, the longest waiting first} */
    private List<Long> due() {
        return postgres.sql("""
                        SELECT j.id FROM journey j
                        CROSS JOIN LATERAL (SELECT due_at FROM journey_instance i WHERE i.journey_id = j.id AND i.due_at <= ?
                                            ORDER BY due_at LIMIT 1) first
                        WHERE j.state = 'RUNNING' AND j.deleted_at IS NULL ORDER BY first.due_at
                        """).param(moment().at()).query(Long.class).list();
    }

    /** Lets a batch of each enrolment in and moves one of each journey on, several at a time. {@return whether there may be more} */
    private boolean moveOn() {
        List<Callable<Integer>> work = new ArrayList<>();
        for (EnrolmentTable.Running one : enrolment.running()) {
            work.add(() -> attempt(one.journey(), moment -> enrolment.next(one.id(), moment)));
        }
        List<Long> due = due();
        due.forEach(journey -> work.add(() -> step(journey)));
        while (!due.isEmpty() && work.size() < lanes.many()) {
            work.add(() -> step(due.getFirst()));
        }
        return lanes.doAll(work).stream().anyMatch(moved -> moved > 0);
    }

    /** Moves one batch of a journey on. {@return how many; 0 where none was due, all are others' or it is in trouble} */
    private int step(long journey) {
        return attempt(journey, moment -> {
            moving.begin();
            int claimed = moving.claim(
                    journey, moment, batch, questions.answered() ? List.of() : published.branches(journey));
            if (claimed > 0) {
                walk.go(moment);
                moving.settle(moment);
            }
            return claimed;
        });
    }

    /** Does something for one journey, in a transaction; where it fails the fault is the journey's, and the others go on. */
    private int attempt(long journey, ToIntFunction<Moment> work) {
        try {
            Integer done = transaction.execute(_ -> {
                gate.move();
                return work.applyAsInt(moment());
            });
            if (!troubled.contains(journey)) {
                trouble(journey, null);
            }
            return Objects.requireNonNullElse(done, 0);
        } catch (RuntimeException e) {
            log.warn("journey {} does not get on and is tried again: {}", journey, e.toString());
            troubled.add(journey);
            trouble(journey, String.valueOf(e.getMessage()));
            return 0;
        }
    }

    private void trouble(long journey, @Nullable String trouble) {
        postgres.sql(
                        "UPDATE journey SET trouble = left(:trouble, 500) WHERE id = :id AND trouble IS DISTINCT FROM left(:trouble, 500)")
                .param("trouble", trouble, java.sql.Types.VARCHAR)
                .param("id", journey)
                .update();
    }

    /**
     * Lets members into a journey from now on, as far as they may come: up to a batch at once, more batch by batch.
     *
     * @param journey which
     * @param members who
     * @param key tells instances of one member apart, empty for one
     * @param by who wants it
     * @return the number of the enrolment; empty where the journey does not run
     */
    public OptionalLong enter(long journey, RoaringBitmap members, String key, String by) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            gate.move();
            return published.entered(journey).isPresent()
                    ? OptionalLong.of(enrolment.begin(journey, members, key, by, moment()))
                    : OptionalLong.empty();
        }));
    }

    /**
     * Lets the members of an audience in, but for whom its holdout keeps back.
     *
     * @param journey which
     * @param audience its number
     * @param members who is in it
     * @param key tells instances of one member apart, empty for one
     * @param by who wants it
     * @return the number of the enrolment; empty where the journey does not run
     */
    public OptionalLong enter(long journey, long audience, RoaringBitmap members, String key, String by) {
        return Objects.requireNonNull(
                transaction.execute(_ -> published.entered(journey).isPresent()
                        ? enter(journey, enrolment.ofAudience(audience, members, moment()), key, by)
                        : OptionalLong.empty()));
    }

    /**
     * {@return where those inside would go on}
     *
     * @param journey which
     * @param to the nodes of what would be published
     * @param places other nodes than those of the same name, by name
     */
    public List<Landing> landings(long journey, List<Node> to, Map<String, String> places) {
        return succession.landings(journey, null, to, places);
    }

    /**
     * Moves those in earlier versions on to one; in the transaction of who changes the journey.
     *
     * @param into the later version
     * @param places other nodes than those of the same name, by name
     * @return how many
     */
    public int move(Published into, Map<String, String> places) {
        return succession.move(into, places, moment());
    }

    /**
     * Ends all who are in a journey, and takes back what it was to say; in the transaction of who changes it.
     *
     * @param journey which
     * @param except but for those in this version; 0 for none
     * @return how many
     */
    public int stop(long journey, int except) {
        if (except == 0) {
            enrolment.cancelAll(journey, moment());
        }
        return succession.stop(journey, except, moment());
    }

    /**
     * Takes one out of a journey, with what was to be said to them.
     *
     * @param journey which
     * @param instance who
     * @return whether they were in it
     */
    public boolean takeOut(long journey, long instance) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            gate.move();
            return succession.takeOut(journey, instance, moment());
        }));
    }

    private Moment moment() {
        return new Moment(clock.instant(), brand.zone(), Moment.GRACE);
    }
}
