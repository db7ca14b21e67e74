package io.guanxi.value.web;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.value.ValueModel;
import io.guanxi.value.model.ModelChanges;
import io.guanxi.value.model.ModelChanges.Change;
import io.guanxi.value.model.ValueModelStore;
import io.guanxi.value.model.ValueModelVersion;
import io.guanxi.value.model.ValueModels;
import io.guanxi.value.trial.Calibration;
import io.guanxi.value.trial.Calibrations;
import io.guanxi.value.trial.Preview;
import io.guanxi.value.trial.Previews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The value model: reading, trying out and changing it. */
@RestController
@RequestMapping("/api/value-model")
@Tag(name = "Value model")
class ValueModelController {

    private static final int MOST_EXAMPLES = 10;

    private final ValueModelStore store;
    private final Previews previews;
    private final Calibrations calibrations;
    private final CurrentUser currentUser;
    private final Audit audit;

    ValueModelController(
            ValueModelStore store, Previews previews, Calibrations calibrations, CurrentUser currentUser, Audit audit) {
        this.store = store;
        this.previews = previews;
        this.calibrations = calibrations;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** A saved version and what it changed. */
    record Saved(int version, String note, String createdBy, Instant createdAt, List<Change> changes) {}

    /** A model, as JSON or as the text of {@code value-model.yaml}, and why. */
    record NewModel(
            @Nullable JsonNode model,
            @Nullable String yaml,
            @Nullable String note) {}

    record Trial(
            @Nullable JsonNode model,
            @Nullable String yaml,
            @Nullable List<Integer> members) {}

    record Fitting(
            @Nullable JsonNode model,
            @Nullable String yaml,
            @Nullable Double share,
            @Nullable Double score) {}

    @GetMapping
    @Operation(summary = "The value model in force")
    ValueModelVersion current() {
        return store.current();
    }

    @GetMapping("/versions")
    @Operation(summary = "All versions, the latest first, each with what it changed")
    Page<Saved> versions() {
        store.current();
        List<ValueModelVersion> all = store.all();
        List<Saved> saved = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ValueModelVersion version = all.get(i);
            List<Change> changes =
                    i + 1 < all.size() ? ModelChanges.between(all.get(i + 1).model(), version.model()) : List.of();
            saved.add(new Saved(version.version(), version.note(), version.createdBy(), version.createdAt(), changes));
        }
        return new Page<>(saved, null);
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "The value model as it was")
    ValueModelVersion version(@PathVariable int version) {
        return store.find(version)
                .orElseThrow(() -> Problem.notFound(
                        "value-model.unknown", "There is no version " + version + " of the value model."));
    }

    @PutMapping
    @Transactional
    @Operation(summary = "Save a new version; the next run uses it")
    ValueModelVersion save(@RequestBody NewModel wanted) {
        ValueModel model = required(wanted.model(), wanted.yaml());
        ValueModelVersion before = store.current();
        List<Change> changes = ModelChanges.between(before.model(), model);
        if (changes.isEmpty()) {
            return before;
        }
        ValueModelVersion saved = store.save(
                model,
                wanted.note() == null ? "" : wanted.note().strip(),
                currentUser.actor().name());
        audit.record(
                "value-model.changed",
                "value-model:" + saved.version(),
                Map.of("fields", changes.stream().map(Change::field).limit(50).toList()));
        return saved;
    }

    @PostMapping("/preview")
    @Operation(summary = "How values and levels would change under an edited model; nothing is saved")
    Preview preview(@RequestBody Trial trial) {
        List<Integer> members = trial.members() == null ? List.of() : trial.members();
        if (members.size() > MOST_EXAMPLES) {
            throw Parameters.fault(
                    "members", "has " + members.size() + " entries; at most " + MOST_EXAMPLES + " are shown");
        }
        return previews.compare(store.current().model(), required(trial.model(), trial.yaml()), members);
    }

    @PostMapping("/calibrate")
    @Operation(summary = "Scales that fit the brand, for a model given or the one in force; nothing is saved")
    Calibration calibrate(@RequestBody(required = false) @Nullable Fitting fitting) {
        Fitting wish = fitting == null ? new Fitting(null, null, null, null) : fitting;
        double share = wish.share() == null ? 0.9 : wish.share();
        double score = wish.score() == null ? 90 : wish.score();
        if (!(share > 0 && share <= 1)) {
            throw Parameters.fault("share", "must be above 0, up to 1");
        }
        if (!(score > 0 && score < 100)) {
            throw Parameters.fault("score", "must be above 0, below 100");
        }
        ValueModel model = wish.model() == null && wish.yaml() == null
                ? store.current().model()
                : required(wish.model(), wish.yaml());
        return calibrations.fit(model, share, score);
    }

    private static ValueModel required(@Nullable JsonNode model, @Nullable String yaml) {
        if (yaml != null) {
            return ValueModels.parse(yaml);
        }
        if (model == null || model.isNull()) {
            throw Parameters.fault("model", "is missing: the value model as JSON, or as text in yaml");
        }
        return ValueModels.parse(model.toString());
    }
}
