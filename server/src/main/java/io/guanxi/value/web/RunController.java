package io.guanxi.value.web;

import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.value.LateData;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scoring runs. */
@RestController
@RequestMapping("/api/runs")
@Tag(name = "Scoring runs")
class RunController {

    private final ScoringRuns runs;

    RunController(ScoringRuns runs) {
        this.runs = runs;
    }

    record WantedRun(@Nullable LocalDate asOf, @Nullable LateData lateData) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Score the brand as of a day; what was acknowledged before counts",
            description =
                    "The run that finished last is shown. Audiences, and the tags, journeys and experiments that ask for"
                            + " them, follow only a run of no older day than the one they stand on; the figure audiences says whether"
                            + " they have moved, and which run they stand on.")
    ScoringRun start(@RequestBody(required = false) @Nullable WantedRun wanted) {
        WantedRun run = wanted == null ? new WantedRun(null, null) : wanted;
        return runs.start(run.asOf(), run.lateData() == null ? LateData.INCLUDE : run.lateData());
    }

    @GetMapping
    @Operation(summary = "Runs, the latest first")
    Page<ScoringRun> page(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return runs.page(Parameters.number("cursor", cursor), Parameters.limit(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A run, with its progress or its figures")
    ScoringRun run(@PathVariable long id) {
        return runs.find(id).orElseThrow(() -> ScoringRuns.unknown(id));
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Stop a run that waits or runs")
    ScoringRun cancel(@PathVariable long id) {
        return runs.cancel(id);
    }
}
