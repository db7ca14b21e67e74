package io.guanxi.experiment.web;

import io.guanxi.community.Communities;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.analysis.LiveReports;
import io.guanxi.experiment.assignment.Experiment;
import io.guanxi.experiment.assignment.Experiments;
import io.guanxi.experiment.assignment.ExposureTable;
import io.guanxi.experiment.assignment.State;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.report.DayInputs;
import io.guanxi.experiment.report.Report;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.experiment.report.Report.Population;
import io.guanxi.platform.BodyReader;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
import tools.jackson.databind.JsonNode;

/** Experiments: planned, run, read. */
@RestController
@RequestMapping("/api/experiments")
@Tag(name = "Experiments")
class ExperimentController {

    private static final int MOST_AT_ONCE = 100_000;

    private final Experiments experiments;
    private final Assignments assignments;
    private final ExposureTable exposures;
    private final LiveReports reports;
    private final Communities communities;
    private final BodyReader bodies;
    private final Clock clock;

    ExperimentController(
            Experiments experiments,
            Assignments assignments,
            ExposureTable exposures,
            LiveReports reports,
            Communities communities,
            BodyReader bodies,
            Clock clock) {
        this.experiments = experiments;
        this.assignments = assignments;
        this.exposures = exposures;
        this.reports = reports;
        this.communities = communities;
        this.bodies = bodies;
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
     * Whom to divide.
     *
     * @param members their numbers, where members are assigned, else null
     * @param communities their keys, where communities are, else null
     * @param expose whether they are recorded as exposed now; of communities those who belonged in the last scoring run
     */
    record WantedAssignments(
            @Nullable List<Integer> members, @Nullable List<String> communities, boolean expose) {}

    /**
     * Who is in which arm.
     *
     * @param arms members by key of the arm; who takes no part is in none
     * @param communities likewise, where communities are assigned
     * @param firstExposed for how many members it was the first exposure
     */
    record MadeAssignments(Map<String, List<Integer>> arms, Map<String, List<String>> communities, long firstExposed) {}

    @GetMapping
    @Operation(summary = "All experiments and holdouts, the latest first")
    Page<ShownExperiment> list() {
        Map<Long, List<Population>> kept = reports.kept();
        Map<Long, Long> exposed = exposures.exposed();
        return new Page<>(
                experiments.all().stream()
                        .map(experiment -> shown(
                                experiment,
                                exposed.getOrDefault(experiment.id(), 0L),
                                kept.getOrDefault(experiment.id(), List.of())))
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
                    "Divide members, or communities, at most 100,000 a call, and record them as exposed if asked, members else as meant; for systems outside")
    MadeAssignments assign(
            @PathVariable long id, @RequestBody @Schema(implementation = WantedAssignments.class) JsonNode body) {
        WantedAssignments wanted = bodies.read(body, WantedAssignments.class, "experiment.assignments-invalid");
        List<Integer> numbers = wanted.members();
        List<String> keys = wanted.communities();
        if ((numbers == null) == (keys == null)) {
            throw Problem.badRequest(
                    "experiment.assignments-invalid",
                    "Name either members by their numbers or communities by their keys.");
        }
        return keys == null
                ? assignMembers(id, numbers == null ? List.of() : numbers, wanted.expose())
                : assignCommunities(id, keys, wanted.expose());
    }

    private MadeAssignments assignMembers(long id, List<Integer> numbers, boolean expose) {
        if (numbers.isEmpty()
                || numbers.size() > MOST_AT_ONCE
                || numbers.stream().anyMatch(number -> number < 1)) {
            throw Problem.badRequest(
                    "experiment.members-invalid", "Name 1 to " + MOST_AT_ONCE + " members by their numbers.");
        }
        RoaringBitmap members = new RoaringBitmap();
        numbers.forEach(members::add);
        long first = 0;
        if (expose) {
            first = assignments.expose(id, members, clock.instant());
        } else {
            assignments.intend(id, members, clock.instant());
        }
        Map<String, List<Integer>> arms = new TreeMap<>();
        assignments
                .assign(id, members)
                .forEach((arm, in) ->
                        arms.put(arm, Arrays.stream(in.toArray()).boxed().toList()));
        return new MadeAssignments(arms, Map.of(), first);
    }

    private MadeAssignments assignCommunities(long id, List<String> keys, boolean expose) {
        if (keys.isEmpty() || keys.size() > MOST_AT_ONCE || keys.stream().anyMatch(String::isBlank)) {
            throw Problem.badRequest(
                    "experiment.communities-invalid", "Name 1 to " + MOST_AT_ONCE + " communities by their keys.");
        }
        Map<String, List<String>> arms = new TreeMap<>(assignments.assignCommunities(id, keys));
        long first = expose ? assignments.exposeCommunities(id, communities.members(keys), clock.instant()) : 0;
        return new MadeAssignments(Map.of(), arms, first);
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

    @GetMapping("/{id}/report/day")
    @Operation(
            summary =
                    "What a day of the report's cumulative difference is made of; 404 experiment.no-day where that is not kept")
    EffectInputs day(
            @PathVariable long id,
            @RequestParam(defaultValue = "EXPOSED") Population population,
            @RequestParam String metric,
            @RequestParam String arm,
            @RequestParam LocalDate day) {
        experiments.get(id);
        return reports.day(id, population, DayInputs.key(metric, arm, day)).orElseThrow(DayInputs::unknown);
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
        return shown(experiment, exposures.exposed(experiment.id()), reports.keptOf(experiment.id()));
    }

    private static ShownExperiment shown(Experiment experiment, long exposed, List<Population> kept) {
        return new ShownExperiment(
                experiment.id(),
                experiment.subject(),
                experiment.design(),
                experiment.state(),
                exposed,
                kept,
                experiment.createdBy(),
                experiment.createdAt(),
                experiment.startedAt(),
                experiment.stoppedAt());
    }

    private Design read(JsonNode design) {
        return bodies.read(design, Design.class, "experiment.design-invalid");
    }
}
