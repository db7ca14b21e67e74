package io.guanxi.journey.web;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.audience.Audiences;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.ExpressionReader;
import io.guanxi.identity.Identities;
import io.guanxi.journey.engine.JourneyEngine;
import io.guanxi.journey.saved.SavedJourneys;
import io.guanxi.journey.store.EnrolmentTable;
import io.guanxi.journey.store.EnrolmentTable.Enrolment;
import io.guanxi.journey.store.InstanceTable;
import io.guanxi.journey.store.InstanceTable.Instance;
import io.guanxi.journey.store.InstanceTable.Step;
import io.guanxi.journey.store.JourneyRow;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.journey.store.KeyWords;
import io.guanxi.messaging.Messages;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who is in journeys, where they stand and how they came there. */
@RestController
@RequestMapping("/api")
@Tag(name = "Journeys")
class InstanceController {

    private static final int MOST = 200;
    private static final int MOST_MEMBERS = 10_000;
    private static final int LONGEST_KEY = 200;
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 500;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SavedJourneys journeys;
    private final JourneyTable table;
    private final InstanceTable instances;
    private final JourneyEngine engine;
    private final Audiences audiences;
    private final Identities identities;
    private final EnrolmentTable enrolments;
    private final KeyWords words;
    private final TransactionOperations transaction;
    private final Messages messages;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Clock clock;

    InstanceController(
            SavedJourneys journeys,
            JourneyTable table,
            InstanceTable instances,
            JourneyEngine engine,
            Audiences audiences,
            Identities identities,
            EnrolmentTable enrolments,
            KeyWords words,
            TransactionOperations transaction,
            Messages messages,
            CurrentUser currentUser,
            Audit audit,
            Clock clock) {
        this.journeys = journeys;
        this.table = table;
        this.instances = instances;
        this.engine = engine;
        this.audiences = audiences;
        this.identities = identities;
        this.enrolments = enrolments;
        this.words = words;
        this.transaction = transaction;
        this.messages = messages;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An instance with its past.
     *
     * @param instance which
     * @param steps the nodes it left, in order
     */
    record InstanceTimeline(Instance instance, List<Step> steps) {}

    /**
     * Who is to enter: members by number, a saved audience, or whoever an expression holds for now.
     *
     * @param members numbers, at most 10,000, or null
     * @param audience a saved audience, or null
     * @param expression a question in the audience language, or null
     * @param key tells instances of one member apart, or null
     * @param values what messages say of the key, by the name of the template's variable, or null
     */
    record JourneyEntries(
            @Nullable List<Integer> members,
            @Nullable Long audience,

            @Schema(implementation = Expression.class) @Nullable
            JsonNode expression,

            @Nullable String key,
            @Nullable Map<String, String> values) {}

    @GetMapping("/journeys/{id}/counts")
    @Operation(
            summary = "How many arrived, wait and passed, node by node; of the latest version unless one is named",
            description = "What became of messages is that of all versions in which the node had its name.")
    JourneyCounts counts(@PathVariable long id, @RequestParam(required = false) @Nullable Integer version) {
        JourneyRow journey = journeys.get(id);
        JourneyTable.Version found = table.versions(id).stream()
                .filter(it -> it.version() == (version == null ? journey.published() : version))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "journey.version-unknown", "Journey " + id + " has no such version; it may not be published."));
        return JourneyCounts.of(
                found.version(), instances.counts(found.id()), messages.tally("journey", Long.toString(id)));
    }

    @GetMapping("/journeys/{id}/instances")
    @Operation(summary = "Instances of a journey, the latest first")
    Page<Instance> page(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(required = false) @Nullable Integer member,
            @RequestParam(required = false) @Nullable Boolean living,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        journeys.get(id);
        int most = Math.clamp(limit, 1, MOST);
        List<Instance> found =
                instances.page(id, node, member, living, cursor == null ? Long.MAX_VALUE : cursor, most + 1);
        boolean more = found.size() > most;
        List<Instance> shown = more ? found.subList(0, most) : found;
        return new Page<>(shown, more ? Long.toString(shown.getLast().id()) : null);
    }

    @GetMapping("/journeys/{id}/instances/{instance}")
    @Operation(summary = "An instance and the nodes it left")
    InstanceTimeline one(@PathVariable long id, @PathVariable long instance) {
        journeys.get(id);
        Instance found = instances
                .find(instance)
                .filter(it -> it.journey() == id)
                .orElseThrow(() -> Problem.notFound(
                        "journey.instance-unknown", "Journey " + id + " has no instance " + instance + "."));
        return new InstanceTimeline(found, instances.history(instance));
    }

    @PostMapping("/journeys/{id}/instances/{instance}/end")
    @Operation(summary = "Take one member out: what waits to be said to them is taken back")
    InstanceTimeline takeOut(@PathVariable long id, @PathVariable long instance) {
        one(id, instance);
        if (!engine.takeOut(id, instance)) {
            throw Problem.conflict("journey.instance-ended", "Instance " + instance + " has ended already.");
        }
        audit.record("journey.taken-out", "journey:" + id, Map.of("instance", instance));
        return one(id, instance);
    }

    @GetMapping("/members/{no}/journeys")
    @Operation(summary = "In which journeys a member is and was, the latest first")
    Page<Instance> of(@PathVariable int no) {
        return new Page<>(instances.of(List.of(no), MOST), null);
    }

    @PostMapping("/journeys/{id}/entries")
    @Operation(summary = "Let members enter from now on, as far as they may come: many come in batch by batch")
    Enrolment enter(@PathVariable long id, @RequestBody JourneyEntries entries) {
        journeys.get(id);
        String key = entries.key() == null ? "" : entries.key();
        if (key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            throw Problem.badRequest("journey.key", "A key has at most " + LONGEST_KEY + " characters.");
        }
        Map<String, String> values = values(entries, key);
        RoaringBitmap members = members(entries);
        String by = currentUser.actor().name();
        Long audience = entries.audience();
        long enrolment = Objects.requireNonNull(transaction.execute(_ -> {
                    OptionalLong begun = audience == null
                            ? engine.enter(id, members, key, by)
                            : engine.enter(id, audience, members, key, by);
                    if (begun.isPresent() && !values.isEmpty()) {
                        words.tell(id, key, values);
                    }
                    return begun;
                }))
                .orElseThrow(() -> Problem.conflict(
                        "journey.not-running", "Journey " + id + " does not run, so nobody can enter."));
        Map<String, Object> details = new HashMap<>();
        details.put("asked", members.getLongCardinality());
        details.put("enrolment", enrolment);
        if (!key.isEmpty()) {
            details.put("key", key);
        }
        audit.record("journey.entries", "journey:" + id, details);
        return enrolment(id, enrolment);
    }

    private static Map<String, String> values(JourneyEntries entries, String key) {
        Map<String, String> values = entries.values() == null ? Map.of() : entries.values();
        boolean sound = values.entrySet().stream()
                .allMatch(it -> it.getValue() != null
                        && it.getKey().length() <= LONGEST_KEY
                        && it.getValue().length() <= LONGEST_VALUE
                        && (it.getKey() + it.getValue()).indexOf('\0') < 0);
        if (!sound || values.size() > MOST_VALUES || (key.isEmpty() && !values.isEmpty())) {
            throw Problem.badRequest(
                    "journey.entry-values",
                    "Values are told of a key: at most " + MOST_VALUES + ", each a text of at most " + LONGEST_VALUE
                            + " characters.");
        }
        return values;
    }

    @GetMapping("/journeys/{id}/enrolments")
    @Operation(summary = "Who was let in together, the latest first")
    Page<Enrolment> enrolments(@PathVariable long id) {
        journeys.get(id);
        return new Page<>(enrolments.of(id, MOST), null);
    }

    @GetMapping("/journeys/{id}/enrolments/{enrolment}")
    @Operation(summary = "How far an enrolment is")
    Enrolment enrolment(@PathVariable long id, @PathVariable long enrolment) {
        return enrolments
                .find(enrolment)
                .filter(it -> it.journey() == id)
                .orElseThrow(() -> Problem.notFound(
                        "journey.enrolment-unknown", "Journey " + id + " has no enrolment " + enrolment + "."));
    }

    @PostMapping("/journeys/{id}/enrolments/{enrolment}/cancel")
    @Operation(summary = "Let nobody else in by an enrolment; who came in stays")
    Enrolment cancel(@PathVariable long id, @PathVariable long enrolment) {
        enrolment(id, enrolment);
        if (!enrolments.cancel(enrolment, clock.instant())) {
            throw Problem.conflict("journey.enrolment-ended", "Enrolment " + enrolment + " has ended already.");
        }
        Enrolment cancelled = enrolment(id, enrolment);
        audit.record(
                "journey.enrolment-cancelled",
                "journey:" + id,
                Map.of("enrolment", enrolment, "entered", cancelled.entered()));
        return cancelled;
    }

    private RoaringBitmap members(JourneyEntries entries) {
        JsonNode expression = entries.expression();
        long ways = Stream.of(entries.members(), entries.audience(), expression)
                .filter(Objects::nonNull)
                .count();
        if (ways == 1 && entries.audience() != null) {
            return audiences.members(entries.audience(), LONGEST);
        }
        if (ways == 1 && expression != null) {
            Expression asked = ExpressionReader.read(expression).orProblem();
            audiences.check(asked);
            return audiences.ask(asked, LONGEST);
        }
        if (ways != 1 || entries.members() == null || entries.members().size() > MOST_MEMBERS) {
            throw Problem.badRequest(
                    "journey.entries",
                    "Name up to " + MOST_MEMBERS + " members by number, or one audience, or one expression.");
        }
        RoaringBitmap members = new RoaringBitmap();
        identities
                .members(entries.members().stream().filter(Objects::nonNull).toList())
                .keySet()
                .forEach(members::add);
        return members;
    }
}
