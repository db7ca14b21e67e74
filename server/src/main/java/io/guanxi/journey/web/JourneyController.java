package io.guanxi.journey.web;

import io.guanxi.journey.engine.Landing;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.GraphYaml;
import io.guanxi.journey.saved.JourneyCheck;
import io.guanxi.journey.saved.SavedJourneys;
import io.guanxi.journey.store.InstanceTable;
import io.guanxi.journey.store.InstanceTable.Figures;
import io.guanxi.journey.store.JourneyRow;
import io.guanxi.journey.store.JourneyState;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Problem.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Journeys: drafts, publishing, states. */
@RestController
@RequestMapping("/api/journeys")
@Tag(name = "Journeys")
class JourneyController {

    private final SavedJourneys journeys;
    private final JourneyCheck check;
    private final JourneyTable table;
    private final InstanceTable instances;

    JourneyController(SavedJourneys journeys, JourneyCheck check, JourneyTable table, InstanceTable instances) {
        this.journeys = journeys;
        this.check = check;
        this.table = table;
        this.instances = instances;
    }

    /**
     * A journey as a list shows it.
     *
     * @param id its number
     * @param ready key of the ready-made journey it was made from, or null
     * @param name as people call it
     * @param state how it stands
     * @param revision counts the drafts
     * @param published number of the latest version, 0 before the first
     * @param owner who made it
     * @param changedAt when the draft was last changed
     * @param trouble why it did not get on at the last try, or null
     * @param entered how many came in
     * @param inside how many are in now
     * @param converted how many reached the goal
     * @param givenUp how many calls of webhooks were given up and not made again
     */
    record JourneySummary(
            long id,
            @Nullable String ready,
            String name,
            JourneyState state,
            int revision,
            int published,
            String owner,
            Instant changedAt,
            @Nullable String trouble,
            long entered,
            long inside,
            long converted,
            long givenUp) {}

    /**
     * A journey with its draft.
     *
     * @param summary as a list shows it
     * @param definition the draft
     * @param faults what keeps the draft from being published
     * @param unpublished whether the draft says something else than the latest version
     */
    record JourneyDetail(
            JourneySummary summary,
            @Schema(implementation = Graph.class) JsonNode definition,
            List<Fault> faults,
            boolean unpublished) {}

    /**
     * A draft somebody wants to keep.
     *
     * @param definition what it is to do; unfinished is allowed, a name is not lacking
     * @param revision the draft that was edited; null for a new journey
     */
    record JourneyDraft(
            @Schema(implementation = Graph.class) @Nullable JsonNode definition,
            @Nullable Integer revision) {}

    /**
     * A definition in both forms.
     *
     * @param definition JSON
     * @param yaml YAML
     * @param faults what keeps it from being published
     */
    record JourneyReading(
            @Schema(implementation = Graph.class) JsonNode definition, String yaml, List<Fault> faults) {}

    /**
     * A definition, in one of two forms.
     *
     * @param definition JSON, or null
     * @param yaml YAML, or null
     * @param journey the journey it is of, or null
     */
    record JourneyText(
            @Schema(implementation = Graph.class) @Nullable JsonNode definition,
            @Nullable String yaml,
            @Nullable Long journey) {}

    /**
     * How to publish.
     *
     * @param revision the draft that was looked at
     * @param note why, or null
     * @param inside what becomes of those in earlier versions; null: they go on as they began
     * @param places where they are to move: other nodes than those of the same name, or null
     */
    record JourneyPublishing(
            int revision,
            @Nullable String note,
            SavedJourneys.@Nullable Inside inside,
            @Nullable Map<String, String> places) {}

    /**
     * A version.
     *
     * @param version its number
     * @param definition what it does
     * @param note why it was published
     * @param publishedBy by whom
     * @param publishedAt when
     */
    record JourneyVersion(
            int version,
            @Schema(implementation = Graph.class) JsonNode definition,
            String note,
            String publishedBy,
            Instant publishedAt) {}

    @GetMapping
    @Operation(summary = "Journeys by name, and how they do")
    Page<JourneySummary> page() {
        Map<Long, Figures> figures =
                instances.figures().stream().collect(Collectors.toMap(Figures::journey, Function.identity()));
        return new Page<>(
                table.all().stream()
                        .map(row -> summary(row, figures.getOrDefault(row.id(), Figures.none(row.id()))))
                        .toList(),
                null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keep a new draft")
    JourneyDetail create(@RequestBody JourneyDraft draft) {
        return detail(journeys.create(definition(draft)));
    }

    @PostMapping("/reading")
    @Operation(
            summary =
                    "Read a definition from JSON or YAML, and say what keeps it from being published; nothing is kept")
    JourneyReading reading(@RequestBody JourneyText text) {
        if ((text.definition() == null) == (text.yaml() == null)) {
            throw Problem.badRequest("journey.one-form", "Send a definition as JSON or as YAML, one of both.");
        }
        JsonNode definition = text.yaml() == null ? text.definition() : GraphYaml.toJson(text.yaml());
        if (definition == null || !definition.isObject()) {
            throw Problem.badRequest("journey.one-form", "A journey is an object with a name, an entry and nodes.");
        }
        return new JourneyReading(definition, GraphYaml.toYaml(definition), check.faults(text.journey(), definition));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A journey with its draft")
    JourneyDetail one(@PathVariable long id) {
        return detail(journeys.get(id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Keep another draft; refused where somebody saved one meanwhile")
    JourneyDetail update(@PathVariable long id, @RequestBody JourneyDraft draft) {
        if (draft.revision() == null) {
            throw Problem.badRequest("journey.revision-missing", "Say which draft was edited.");
        }
        return detail(journeys.update(id, draft.revision(), definition(draft)));
    }

    /** {@return the definition of a draft, which callers may have left out} */
    private static JsonNode definition(JourneyDraft draft) {
        JsonNode definition = draft.definition();
        return definition == null ? NullNode.getInstance() : definition;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a journey that does not run")
    void delete(@PathVariable long id) {
        journeys.delete(id);
    }

    @PostMapping("/{id}/publish")
    @Operation(summary = "Publish the draft: members enter it from now on")
    JourneyDetail publish(@PathVariable long id, @RequestBody JourneyPublishing publishing) {
        String note = publishing.note() == null ? "" : publishing.note().strip();
        return detail(journeys.publish(
                id,
                publishing.revision(),
                note.substring(0, Math.min(note.length(), 1000)),
                publishing.inside() == null ? SavedJourneys.Inside.DRAIN : publishing.inside(),
                publishing.places() == null ? Map.of() : publishing.places()));
    }

    @PostMapping("/{id}/landings")
    @Operation(summary = "Where those inside would go on if the draft were published and they moved")
    Page<Landing> landings(@PathVariable long id, @RequestBody(required = false) @Nullable Map<String, String> places) {
        return new Page<>(journeys.landings(id, places == null ? Map.of() : places), null);
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "What a journey did, the latest first")
    Page<JourneyVersion> versions(@PathVariable long id) {
        journeys.get(id);
        return new Page<>(
                table.versions(id).stream()
                        .map(it -> new JourneyVersion(
                                it.version(), it.definition(), it.note(), it.publishedBy(), it.publishedAt()))
                        .toList(),
                null);
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Let nobody enter or move on until it is resumed")
    JourneyDetail pause(@PathVariable long id) {
        return detail(journeys.pause(id));
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Let it go on")
    JourneyDetail resume(@PathVariable long id) {
        return detail(journeys.resume(id));
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Take everybody out and let nobody in")
    JourneyDetail stop(@PathVariable long id) {
        return detail(journeys.stop(id));
    }

    private JourneyDetail detail(JourneyRow row) {
        return new JourneyDetail(
                summary(row, instances.figures(row.id())),
                row.draft(),
                check.faults(row.id(), row.draft()),
                table.unpublished(row.id()));
    }

    private static JourneySummary summary(JourneyRow row, Figures figures) {
        return new JourneySummary(
                row.id(),
                row.ready(),
                row.name(),
                row.state(),
                row.revision(),
                row.published(),
                row.owner(),
                row.changedAt(),
                row.trouble(),
                figures.entered(),
                figures.inside(),
                figures.converted(),
                figures.givenUp());
    }
}
