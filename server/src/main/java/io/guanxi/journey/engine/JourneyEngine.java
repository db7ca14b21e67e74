package io.guanxi.journey.engine;

import io.guanxi.audience.AudienceChanges;
import io.guanxi.journey.graph.Node;
import io.guanxi.platform.Brand;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
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
    private final Inflow inflow;
    private final AudienceChanges changes;
    private final int batch;

    /** Where tracked events come from: {@code Arrivals}, or a test. */
    interface Inflow {
        int consume(String consumer, int most, IntConsumer reaction);
    }

    JourneyEngine(
            JdbcClient postgres,
            TransactionOperations transaction,
            PublishedJourneys published,
            LongSupplier lastMerge,
            Questions questions,
            Deeds deeds,
            Inflow inflow,
            AudienceChanges changes,
            Brand brand,
            Clock clock,
            int batch) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.brand = brand;
        this.clock = clock;
        this.moving = new Moving(postgres);
        this.enrolment = new Enrolment(postgres, published);
        this.walk = new Walk(postgres, published, moving, enrolment, questions, deeds);
        this.events = new Events(postgres, published, moving, walk, enrolment);
        this.memberships = new Memberships(postgres, published, moving, enrolment);
        this.merges = new Merges(postgres, lastMerge, moving);
        this.schedules = new Schedules(postgres, published, enrolment, questions);
        this.succession = new Succession(postgres, published, moving);
        this.inflow = inflow;
        this.changes = changes;
        this.batch = batch;
    }

    /**
     * Does what there is to do now: merges, events, audiences, schedules, then what is due.
     *
     * @return whether there may be more to do at once
     */
    public boolean turn() {
        transaction.executeWithoutResult(_ -> merges.follow(moment()));
        int arrived = inflow.consume(CONSUMER, EVENTS, _ -> events.react(moment()));
        int changed = changes.consume(CONSUMER, CHANGES, change -> memberships.react(change, moment()));
        Integer scheduled = transaction.execute(_ -> schedules.enter(moment()));
        boolean more = false;
        for (long journey : due()) {
            more |= step(journey) > 0;
        }
        return more || arrived == EVENTS || changed == CHANGES || (scheduled != null && scheduled > 0);
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

    /**
     * Moves one batch of a journey on.
     *
     * @param journey which
     * @return how many instances; 0 where none was due, or all are others' or it is in trouble
     */
    public int step(long journey) {
        try {
            Integer moved = transaction.execute(_ -> {
                Moment moment = moment();
                moving.begin();
                int claimed = moving.claim(journey, moment, batch);
                if (claimed > 0) {
                    walk.go(moment);
                    moving.settle(moment);
                }
                return claimed;
            });
            trouble(journey, null);
            return Objects.requireNonNullElse(moved, 0);
        } catch (RuntimeException e) {
            log.warn("journey {} does not get on and is tried again: {}", journey, e.toString());
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
     * Lets members into a version now, as far as they may come.
     *
     * @param version which
     * @param members who
     * @param key tells instances of one member apart, empty for one
     * @return how many came in
     */
    public int enter(Published version, RoaringBitmap members, String key) {
        Integer entered = transaction.execute(_ -> enrolment.enter(version, members, key, moment()));
        return Objects.requireNonNullElse(entered, 0);
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
     * Moves those in earlier versions on to one.
     *
     * @param into the later version
     * @param places other nodes than those of the same name, by name
     * @return how many
     */
    public int move(Published into, Map<String, String> places) {
        Integer moved = transaction.execute(_ -> succession.move(into, places, moment()));
        return Objects.requireNonNullElse(moved, 0);
    }

    /**
     * Ends all who are in a journey.
     *
     * @param journey which
     * @param except but for those in this version; 0 for none
     * @return how many
     */
    public int stop(long journey, int except) {
        Integer ended = transaction.execute(_ -> succession.stop(journey, except, moment()));
        return Objects.requireNonNullElse(ended, 0);
    }

    private Moment moment() {
        return new Moment(clock.instant(), brand.zone(), Moment.GRACE);
    }
}
