package io.guanxi.value.web;

import io.guanxi.platform.Parameters;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.guanxi.value.figures.BrandFigures;
import io.guanxi.value.member.MoverFigures;
import io.guanxi.value.member.Movers;
import io.guanxi.value.model.ValueModelStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the last run found of the brand as a whole. */
@RestController
@RequestMapping("/api")
@Tag(name = "Figures")
class FigureController {

    private static final int DAYS = 90;

    private final BrandFigures figures;
    private final MoverFigures movers;
    private final ScoringRuns runs;
    private final ValueModelStore models;

    FigureController(BrandFigures figures, MoverFigures movers, ScoringRuns runs, ValueModelStore models) {
        this.figures = figures;
        this.movers = movers;
        this.runs = runs;
        this.models = models;
    }

    /** Figures of the run's day. */
    record Figures<T>(@Nullable LocalDate asOf, List<T> items) {}

    record RepurchaseFigures(
            @Nullable LocalDate asOf, List<BrandFigures.Repurchase> items, List<BrandFigures.Gap> gaps) {}

    @GetMapping("/activity")
    @Operation(
            summary = "Active members by day and by thirty days, orders, spend, new members; of all, or of one channel")
    Figures<BrandFigures.ActivityDay> activity(
            @RequestParam(defaultValue = "90") int days, @RequestParam(required = false) @Nullable String channel) {
        if (days < 1 || days > DAYS) {
            throw Parameters.fault("days", "is " + days + "; it must be from 1 to " + DAYS);
        }
        return of(figures.activity(days, blankAsNone(channel)));
    }

    @GetMapping("/cohorts")
    @Operation(summary = "Who joined in a month and was active, or bought, in the months since")
    Figures<BrandFigures.CohortMonth> cohorts(@RequestParam(required = false) @Nullable String channel) {
        return of(figures.cohorts(blankAsNone(channel)));
    }

    @GetMapping("/repurchase")
    @Operation(summary = "Who buys again, by channel, and after how many days")
    RepurchaseFigures repurchase() {
        return new RepurchaseFigures(figures.asOf().orElse(null), figures.repurchase(), figures.gaps());
    }

    @GetMapping("/layers")
    @Operation(summary = "Relationship layers by full weeks since joining")
    Figures<BrandFigures.LayerWeek> layers() {
        return of(figures.layers());
    }

    @GetMapping("/stages/flow")
    @Operation(summary = "Moves between the AIPL stages, month by month")
    Figures<BrandFigures.StageFlow> flow() {
        return of(figures.flow());
    }

    @GetMapping("/movers")
    @Operation(summary = "Whose value rose or fell most in the last seven days, and which events made it move")
    Movers movers(@RequestParam(defaultValue = "10") int limit) {
        if (limit < 1 || limit > MoverFigures.MOST) {
            throw Parameters.fault("limit", "is " + limit + "; it must be from 1 to " + MoverFigures.MOST);
        }
        return movers.of(limit);
    }

    @GetMapping("/top-spenders")
    @Operation(summary = "The top tier month by month: its share of spend and who stays")
    Figures<BrandFigures.TopSpenderMonth> topSpenders() {
        Optional<ScoringRun> run = runs.latestDone();
        return of(run.flatMap(done -> models.find(done.modelVersion()))
                .map(version ->
                        figures.topSpenders(version.model().topSpenders().monthDays()))
                .orElse(List.of()));
    }

    private static @Nullable String blankAsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private <T> Figures<T> of(List<T> items) {
        return new Figures<>(figures.asOf().orElse(null), items);
    }
}
