package io.guanxi.experiment.web;

import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.analysis.LiveReports;
import io.guanxi.experiment.assignment.Experiment;
import io.guanxi.experiment.assignment.Experiments;
import io.guanxi.experiment.assignment.ExposureTable;
import io.guanxi.experiment.assignment.State;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.report.Report;
import io.guanxi.experiment.report.Report.Population;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Experiments: planned, run, read. */
@RestController
@RequestMapping("/api/experiments")
@Tag(name = "Experiments")
class ExperimentController {

    private static final int MOST_MEMBERS = 100_000;

    private final Experiments experiments;
    private final Assignments assignments;
    private final ExposureTable exposures;
    private final LiveReports reports;
    private final JsonMapper json;
    private final Clock clock;

    ExperimentController(
            Experiments experiments,
            Assignments assignments,
            ExposureTable exposures,
            LiveReports reports,
            JsonMapper json,
            Clock clock) {
        this.experiments = experiments;
        this.assignments = assignments;
        this.exposures = exposures;
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An experiment as it is shown.
     *
     * @param id its number
     * @param subject the thing a holdout belongs to, {@code kind:number}, or null
     * @param design what was planned
     * @param state how far it is
     * @param exposed members so far
     * @param reports whose reports are kept: EXPOSED, INTENDED
     * @param createdBy by whom
     * @param createdAt when
     * @param startedAt when members were first assigned, or null
     * @param stoppedAt when that ended, or null
     */
    record ShownExperiment(
            long id,
            @Nullable String subject,
            Design design,
            State state,
            long exposed,
            List<Population> reports,
            String createdBy,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt) {}

    /**
     * Members to divide.
     *
     * @param members their numbers
     * @param expose whether they are recorded as exposed now
     */
    record WantedAssignments(List<Integer> members, boolean expose) {}

    /**
     * Members by arm.
     *
     * @param arms by key; who takes no part is in none
     * @param firstExposed for how many it was the first exposure
     */
    record MadeAssignments(Map<String, List<Integer>> arms, long firstExposed) {}

    @GetMapping
    @Operation(summary = "All experiments and holdouts, the latest first")
    Page<ShownExperiment> list() {
        Map<Long, List<Population>> kept = reports.kept();
        return new Page<>(
                experiments.all().stream()
                        .map(experiment -> shown(experiment, kept))
                        .toList(),
                null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plan an experiment")
    ShownExperiment plan(@RequestBody @Schema(implementation = Design.class) JsonNode design) {
        return shown(experiments.plan(read(design)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "An experiment")
    ShownExperiment get(@PathVariable long id) {
        return shown(experiments.get(id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a plan; what runs cannot be changed")
    ShownExperiment replan(@PathVariable long id, @RequestBody @Schema(implementation = Design.class) JsonNode design) {
        return shown(experiments.replan(id, read(design)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a draft")
    void delete(@PathVariable long id) {
        experiments.delete(id);
    }

    @PostMapping("/{id}/start")
    @Operation(summary = "Start: members are assigned from now on")
    ShownExperiment start(@PathVariable long id) {
        return shown(experiments.start(id));
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop: nobody new is exposed; windows that are open still count")
    ShownExperiment stop(@PathVariable long id) {
        return shown(experiments.stop(id));
    }

    @PostMapping("/{id}/assignments")
    @Operation(
            summary =
                    "Divide members, at most 100,000 a call, and record them as exposed if asked; for systems outside")
    MadeAssignments assign(@PathVariable long id, @RequestBody WantedAssignments wanted) {
        if (wanted.members().isEmpty() || wanted.members().size() > MOST_MEMBERS) {
            throw Problem.badRequest(
                    "experiment.members-invalid", "Name 1 to " + MOST_MEMBERS + " members by their numbers.");
        }
        RoaringBitmap members = new RoaringBitmap();
        wanted.members().forEach(members::add);
        long first = wanted.expose() ? assignments.expose(id, members, clock.instant()) : 0;
        Map<String, List<Integer>> arms = new TreeMap<>();
        assignments.assign(id, members).forEach((arm, in) -> {
            List<Integer> numbers = new ArrayList<>();
            in.forEach((int memberNo) -> {
                numbers.add(memberNo);
            });
            arms.put(arm, numbers);
        });
        return new MadeAssignments(arms, first);
    }

    @GetMapping("/{id}/report")
    @Operation(summary = "The report as it was last worked out; 404 experiment.no-report before")
    Report report(@PathVariable long id, @RequestParam(defaultValue = "EXPOSED") Population population) {
        experiments.get(id);
        return reports.kept(id, population)
                .orElseThrow(() -> Problem.notFound(
                        "experiment.no-report",
                        "No report of this experiment has been worked out yet; POST makes one."));
    }

    @PostMapping("/{id}/report")
    @Operation(summary = "Work the report out now and keep it: by exposure (EXPOSED) or by intention (INTENDED)")
    Report makeReport(@PathVariable long id, @RequestParam(defaultValue = "EXPOSED") Population population) {
        if (population == Population.FILE) {
            throw Problem.badRequest("experiment.population-invalid", "The population is EXPOSED or INTENDED.");
        }
        return reports.make(id, population);
    }

    private ShownExperiment shown(Experiment experiment) {
        return shown(experiment, reports.kept());
    }

    private ShownExperiment shown(Experiment experiment, Map<Long, List<Population>> kept) {
        return new ShownExperiment(
                experiment.id(),
                experiment.subject(),
                experiment.design(),
                experiment.state(),
                experiment.state() == State.DRAFT ? 0 : exposures.exposed(experiment.id()),
                kept.getOrDefault(experiment.id(), List.of()),
                experiment.createdBy(),
                experiment.createdAt(),
                experiment.startedAt(),
                experiment.stoppedAt());
    }

    private Design read(JsonNode design) {
        try {
            return json.treeToValue(design, Design.class);
        } catch (JacksonException | NullPointerException e) {
            Throwable why = e;
            while (why.getCause() != null) {
                why = why.getCause();
            }
            String said = why instanceof IllegalArgumentException ? String.valueOf(why.getMessage()) : "";
            throw Problem.badRequest(
                    "experiment.design-invalid",
                    said.isEmpty()
                            ? "The design lacks something or has a field of the wrong kind; see /api/openapi.json."
                            : Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
        }
    }
}
