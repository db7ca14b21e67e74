package io.guanxi.journey.saved;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.journey.engine.JourneyEngine;
import io.guanxi.journey.engine.Landing;
import io.guanxi.journey.engine.PublishedJourneys;
import io.guanxi.journey.engine.Schedules;
import io.guanxi.journey.graph.Entry;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.store.JourneyGate;
import io.guanxi.journey.store.JourneyRow;
import io.guanxi.journey.store.JourneyState;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.messaging.Messages;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Problem.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Drafts, publishing and states of journeys. A draft may be unfinished; what is published holds together. */
@Component
public class SavedJourneys {

    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 100;

    private final JourneyTable table;
    private final JourneyGate gate;
    private final JourneyEngine engine;
    private final PublishedJourneys published;
    private final JourneyCheck check;
    private final Messages messages;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Brand brand;
    private final Clock clock;

    SavedJourneys(
            JourneyTable table,
            JourneyGate gate,
            JourneyEngine engine,
            PublishedJourneys published,
            JourneyCheck check,
            Messages messages,
            TransactionOperations transaction,
            CurrentUser currentUser,
            Audit audit,
            Brand brand,
            Clock clock) {
        this.table = table;
        this.gate = gate;
        this.engine = engine;
        this.published = published;
        this.check = check;
        this.messages = messages;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
        this.brand = brand;
        this.clock = clock;
    }

    /** What becomes of those who are in earlier versions. */
    public enum Inside {
        /** They go on as they began. */
        DRAIN,
        /** They go on in the new version. */
        MOVE,
        /** Their journey ends. */
        STOP
    }

    /**
     * {@return a journey}
     *
     * @param id its number
     */
    public JourneyRow get(long id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Keeps a new draft.
     *
     * @param definition what it is to do; it may be unfinished, but has a name
     * @return the journey
     */
    public JourneyRow create(JsonNode definition) {
        String name = name(definition);
        long id = Objects.requireNonNull(transaction.execute(_ -> {
            if (table.all().size() >= MOST) {
                throw Problem.conflict("journey.too-many", "There are " + MOST + " journeys; delete some first.");
            }
            long made = table.insert(null, name, definition, currentUser.actor().name())
                    .orElseThrow();
            audit.record("journey.created", "journey:" + made, Map.of());
            return made;
        }));
        return get(id);
    }

    /**
     * Keeps another draft.
     *
     * @param id which journey
     * @param revision the draft that was edited
     * @param definition what it is to do
     * @return the journey
     */
    public JourneyRow update(long id, int revision, JsonNode definition) {
        String name = name(definition);
        transaction.executeWithoutResult(_ -> {
            get(id);
            if (!table.update(id, revision, name, definition)) {
                throw changedMeanwhile();
            }
            audit.record("journey.changed", "journey:" + id, Map.of("revision", revision + 1));
        });
        return get(id);
    }

    /**
     * Publishes the draft: members enter it from now on.
     *
     * @param id which journey
     * @param revision the draft that was looked at
     * @param note why, may be empty
     * @param inside what becomes of those in earlier versions
     * @param places where {@code inside} is to move: other nodes than those of the same name, by name
     * @return the journey
     */
    public JourneyRow publish(long id, int revision, String note, Inside inside, Map<String, String> places) {
        transaction.executeWithoutResult(_ -> {
            gate.change();
            JourneyRow journey = get(id);
            if (journey.revision() != revision) {
                throw changedMeanwhile();
            }
            Graph graph = check.publishable(id, journey.draft());
            int version = table.publish(
                    id, graph, journey.draft(), note, currentUser.actor().name(), firstEntry(journey, graph));
            switch (inside) {
                case DRAIN -> {}
                case MOVE -> engine.move(published.get(version), places);
                case STOP -> engine.stop(id, version);
            }
            audit.record(
                    "journey.published",
                    "journey:" + id,
                    Map.of("version", journey.published() + 1, "inside", inside.name()));
        });
        return get(id);
    }

    private @Nullable Instant firstEntry(JourneyRow journey, Graph graph) {
        return switch (graph.entry()) {
            case Entry.BySchedule schedule -> Schedules.next(schedule, clock.instant(), brand.zone());
            case Entry.ByAudience entry -> entry.existing() && journey.published() == 0 ? clock.instant() : null;
            case Entry.ByEvent _, Entry.ByCall _ -> null;
        };
    }

    /**
     * {@return where those inside would go on if the draft were published so}
     *
     * @param id which journey
     * @param places other nodes than those of the same name, by name
     */
    public List<Landing> landings(long id, Map<String, String> places) {
        JourneyRow journey = get(id);
        return engine.landings(id, check.publishable(id, journey.draft()).nodes(), places);
    }

    /**
     * Lets nobody enter or move on until it is resumed; what it was to say is held.
     *
     * @param id which
     * @return the journey
     */
    public JourneyRow pause(long id) {
        return become(id, JourneyState.PAUSED, EnumSet.of(JourneyState.RUNNING), "journey.paused", _ -> {});
    }

    /**
     * Lets it go on; what it was to say and was held is judged again. Times at which an audience was to be let in meanwhile are over; the next one counts.
     *
     * @param id which
     * @return the journey
     */
    public JourneyRow resume(long id) {
        return become(
                id,
                JourneyState.RUNNING,
                EnumSet.of(JourneyState.PAUSED, JourneyState.STOPPED),
                "journey.resumed",
                journey -> {
                    schedule(journey);
                    messages.release("journey", Long.toString(id), "JOURNEY_RESUMED");
                });
    }

    private void schedule(JourneyRow journey) {
        if (journey.versionId() != null
                && published.get(journey.versionId()).graph().entry() instanceof Entry.BySchedule schedule) {
            table.next(journey.id(), Schedules.next(schedule, clock.instant(), brand.zone()));
        }
    }

    /**
     * Takes everybody out, takes back what was to be said to them, and lets nobody in.
     *
     * @param id which
     * @return the journey
     */
    public JourneyRow stop(long id) {
        return become(
                id,
                JourneyState.STOPPED,
                EnumSet.of(JourneyState.RUNNING, JourneyState.PAUSED),
                "journey.stopped",
                _ -> engine.stop(id, 0));
    }

    private JourneyRow become(
            long id, JourneyState to, Set<JourneyState> from, String fact, Consumer<JourneyRow> besides) {
        transaction.executeWithoutResult(_ -> {
            gate.change();
            JourneyRow journey = get(id);
            if (!from.contains(journey.state())) {
                throw Problem.conflict(
                        "journey.state",
                        "Journey " + id + " is " + journey.state() + ", so it cannot become " + to + ".");
            }
            table.state(id, to);
            besides.accept(journey);
            audit.record(fact, "journey:" + id, Map.of());
        });
        return get(id);
    }

    /**
     * Deletes one in which nobody is.
     *
     * @param id which
     */
    public void delete(long id) {
        transaction.executeWithoutResult(_ -> {
            gate.change();
            JourneyRow journey = get(id);
            if (journey.state() == JourneyState.RUNNING || journey.state() == JourneyState.PAUSED) {
                throw Problem.conflict("journey.running", "Stop journey " + id + " before it is deleted.");
            }
            table.delete(id);
            audit.record("journey.deleted", "journey:" + id, Map.of());
        });
    }

    private static String name(JsonNode definition) {
        String name = definition.path("name").asString("").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "journey.name",
                    "A journey has a name of 1 to " + LONGEST_NAME + " characters.",
                    List.of(new Fault(null, "/name", "1 to " + LONGEST_NAME + " characters are wanted here")));
        }
        return name;
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict(
                "journey.changed-meanwhile", "Somebody saved another draft meanwhile; load it and try again.");
    }

    private static Problem unknown(long id) {
        return Problem.notFound("journey.unknown", "There is no journey with the number " + id + ".");
    }
}
