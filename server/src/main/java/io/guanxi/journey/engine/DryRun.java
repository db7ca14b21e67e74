package io.guanxi.journey.engine;

import io.guanxi.audience.expression.EventMatch;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.Holdouts;
import io.guanxi.journey.engine.Moving.Standing;
import io.guanxi.journey.engine.Moving.Walker;
import io.guanxi.journey.engine.PublishedJourneys.Active;
import io.guanxi.journey.graph.Entry;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.InstanceTable;
import io.guanxi.journey.store.InstanceTable.Instance;
import io.guanxi.journey.store.InstanceTable.NodeCount;
import io.guanxi.journey.store.InstanceTable.Step;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets members go through a journey as it would have been: the very engine, on temporary tables that stand before the real ones in
 * a transaction that is rolled back, with what they did since told again. Nothing is said, nobody is tagged, and nothing is left.
 *
 * <p>Branches ask who members are today, since that is what audiences know. Other journeys are passed at once, and rules by which
 * members leave as they come into an audience do not hold.
 */
@Component
public class DryRun {

    private static final List<String> TABLES = List.of(
            "journey", "journey_version", "journey_node", "journey_instance", "journey_history", "journey_count");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST_MOMENTS = 500;
    private static final int MOST_INSTANCES = 20;

    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final JourneyTable journeys;
    private final InstanceTable instances;
    private final Questions questions;
    private final Assignments assignments;
    private final History history;
    private final JsonMapper json;
    private final Brand brand;

    DryRun(
            JdbcClient postgres,
            TransactionOperations transaction,
            JourneyTable journeys,
            InstanceTable instances,
            Questions questions,
            Assignments assignments,
            History history,
            JsonMapper json,
            Brand brand) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.journeys = journeys;
        this.instances = instances;
        this.questions = questions;
        this.assignments = assignments;
        this.history = history;
        this.json = json;
        this.brand = brand;
    }

    /**
     * How it went.
     *
     * @param events how many events were told again
     * @param within what happens within so long counts as at the same moment, timers after events
     * @param counts how often what happened at which node
     */
    public record Course(int events, Duration within, List<NodeCount> counts) {}

    /**
     * A way through it.
     *
     * @param instance where it came to
     * @param steps the nodes it left, in order
     */
    public record Way(Instance instance, List<Step> steps) {}

    /**
     * {@return how members would have gone through it}. By their events where these let them in, else all at the beginning.
     *
     * @param graph a journey that can be published
     * @param definition the same as JSON
     * @param members who
     * @param from the beginning
     * @param until the end
     */
    public Course audience(Graph graph, JsonNode definition, RoaringBitmap members, Instant from, Instant until) {
        Duration within = Duration.between(from, until).dividedBy(MOST_MOMENTS);
        Duration step = within.compareTo(Moment.GRACE) > 0 ? within : Moment.GRACE;
        return rolledBack(() -> {
            Run run = new Run(graph, definition, members, step);
            boolean all = !(graph.entry() instanceof Entry.ByEvent);
            int events = run.go(all, from, until, until);
            return new Course(events, step, instances.counts(run.published.id()));
        });
    }

    /**
     * {@return how one member goes through it who comes in at a moment}. What they did since is told again; after now nothing
     * happens but time.
     *
     * @param graph a journey that can be published
     * @param definition the same as JSON
     * @param member who
     * @param from when they come in
     * @param now up to when it is known what they did
     * @param until the end
     */
    public List<Way> member(Graph graph, JsonNode definition, int member, Instant from, Instant now, Instant until) {
        return rolledBack(() -> {
            Run run = new Run(graph, definition, RoaringBitmap.bitmapOf(member), Duration.ZERO);
            run.go(true, from, now, until);
            return instances
                    .page(run.published.journey(), null, member, null, Long.MAX_VALUE, MOST_INSTANCES)
                    .reversed()
                    .stream()
                    .map(instance -> new Way(instance, instances.history(instance.id())))
                    .toList();
        });
    }

    private interface Work<T> {
        T done();
    }

    private <T> T rolledBack(Work<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            // Another path than the usual one, so that no statement this connection knows keeps meaning the real
            // tables.
            postgres.sql("SELECT set_config('search_path', 'pg_temp, ' || current_setting('search_path'), TRUE)")
                    .query(_ -> {});
            for (String table : TABLES) {
                postgres.sql("CREATE TEMPORARY TABLE %1$s (LIKE %1$s INCLUDING ALL) ON COMMIT DROP".formatted(table))
                        .update();
            }
            return work.done();
        }));
    }

    /** What a run does: nothing; who would be in which arm of an experiment is told without noting it. */
    private record Foreseen(Assignments assignments) implements Deeds {
        @Override
        public Map<String, RoaringBitmap> part(Node.Trial trial, RoaringBitmap members, Instant at) {
            return assignments.foresee(trial.experiment(), members);
        }

        @Override
        public void say(Published journey, Node.Message message, Standing walkers) {}

        @Override
        public int unsay(String reason, boolean service) {
            return 0;
        }

        @Override
        public int unsayAll(long journey, int except, String reason) {
            return 0;
        }

        @Override
        public void tag(Published journey, Node.Tagging tagging, RoaringBitmap members) {}

        @Override
        public void grant(Published journey, Node.Points points, List<Walker> walkers) {}

        @Override
        public RoaringBitmap heldOut(RoaringBitmap members) {
            return new RoaringBitmap();
        }

        @Override
        public void call(Published journey, Node.Webhook webhook, List<Walker> walkers) {}
    }

    /** One run; the tables are its own. */
    private final class Run {

        private final PublishedJourneys versions = new PublishedJourneys(postgres, json);
        private final Moving moving = new Moving(postgres);
        private final Enrolment enrolment = new Enrolment(postgres, versions, Holdouts.NONE, JourneyEngine.BATCH);
        private final Deeds deeds = new Foreseen(assignments);
        private final Walk walk = new Walk(postgres, versions, moving, enrolment, questions, deeds);
        private final Events events =
                new Events(postgres, versions, moving, walk, enrolment, new Silence(postgres, deeds));
        private final Published published;
        private final RoaringBitmap members;
        private final Duration step;
        private final long begun = System.nanoTime();

        Run(Graph graph, JsonNode definition, RoaringBitmap members, Duration step) {
            long journey = journeys.insert(null, graph.name(), definition, "").orElseThrow();
            this.published = versions.get(journeys.publish(journey, graph, definition, "", "", null));
            this.members = members;
            this.step = step;
        }

        /** {@return how many events were told again} */
        int go(boolean all, Instant from, Instant known, Instant until) {
            moving.begin();
            postgres.sql(
                            "CREATE TEMPORARY TABLE asked_member ON COMMIT DROP AS SELECT unnest(?::integer[]) AS member_no")
                    .param(members.toArray())
                    .update();
            List<String> names = new Triggers(List.of(new Active(published, true, true)))
                    .patterns().keySet().stream()
                            .map(EventMatch::name)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList();
            int told = history.load(names, from, known);
            postgres.sql("""
                            CREATE TEMPORARY TABLE IF NOT EXISTS arrived_event (
                                position bigint, event text, ts timestamptz, identifiers text, member_no integer, community text,
                                amount numeric, quantity double precision, object text, properties jsonb, source text)
                            ON COMMIT DELETE ROWS
                            """).update();
            if (all) {
                enrolment.enter(published, members, "", moment(from));
                move(moment(from));
            }
            for (Optional<Instant> next = next(from, until); next.isPresent(); ) {
                Instant now = next.get();
                tell(now);
                move(moment(now));
                next = next(now, until);
            }
            return told;
        }

        private Moment moment(Instant now) {
            return new Moment(now, brand.zone(), step.compareTo(Moment.GRACE) > 0 ? step : Moment.GRACE);
        }

        /** {@return the next moment at which something happens, or the end of the stretch in which it does} */
        private Optional<Instant> next(Instant now, Instant until) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw Problem.badRequest(
                        "journey.dry-run-long", "This takes more than a minute; take fewer members or a shorter time.");
            }
            return postgres.sql("""
                            SELECT least((SELECT min(ts) FROM past_event WHERE ts > :now),
                                         (SELECT min(due_at) FROM journey_instance)) AS at
                            """)
                    .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                    .single()
                    .map(OffsetDateTime::toInstant)
                    .filter(at -> !at.isAfter(until))
                    .map(at -> at.plus(step).isAfter(until) ? (step.isZero() ? at : until) : at.plus(step));
        }

        private void tell(Instant now) {
            int many = postgres.sql("""
                            WITH told AS (DELETE FROM past_event WHERE ts <= ? RETURNING *)
                            INSERT INTO arrived_event
                            SELECT position, event, ts, NULL, member_no, community, amount, quantity, object, properties, source
                            FROM told
                            """)
                    .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .update();
            if (many > 0) {
                try {
                    events.react(moment(now));
                } catch (Events.TooManyWaves e) {
                    throw Problem.badRequest(
                            "journey.dry-run-large", "A member did too much at once: " + e.getMessage() + ".");
                }
                postgres.sql("DELETE FROM arrived_event").update();
            }
        }

        private void move(Moment moment) {
            while (moving.claim(published.journey(), moment, JourneyEngine.BATCH, List.of()) > 0) {
                walk.go(moment);
                moving.settle(moment);
            }
        }
    }
}
