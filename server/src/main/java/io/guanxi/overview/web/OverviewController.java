package io.guanxi.overview.web;

import io.guanxi.community.Communities;
import io.guanxi.identity.Identities;
import io.guanxi.mart.Mart;
import io.guanxi.overview.figures.Aipl;
import io.guanxi.overview.figures.LayerTable;
import io.guanxi.overview.figures.OverviewFigures;
import io.guanxi.overview.figures.Scored;
import io.guanxi.overview.web.Overview.CommunityBoard;
import io.guanxi.overview.web.Overview.Totals;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first screen, in one call. */
@RestController
@RequestMapping("/api")
@Tag(name = "Overview")
class OverviewController {

    /** So many of the highest and of the lowest communities are on the board. */
    private static final int ENDS = 12;

    private final Freshness freshness;
    private final Identities members;
    private final ScoringRuns runs;
    private final Communities communities;
    private final OverviewFigures figures;

    OverviewController(Freshness freshness, Identities members, ScoringRuns runs, Communities communities, Mart mart) {
        this.freshness = freshness;
        this.members = members;
        this.runs = runs;
        this.communities = communities;
        this.figures = new OverviewFigures(mart.sql());
    }

    @GetMapping("/freshness")
    @Operation(summary = "How far every step of the road has come")
    List<StepFreshness> freshness() {
        return freshness.steps();
    }

    @GetMapping("/overview")
    @Operation(summary = "Where members, communities and money stand, and how fresh that is")
    Overview overview() {
        LocalDate asOf = communities.asOf().orElse(null);
        Communities.Board board = communities.board(ENDS);
        ScoringRun run = runs.latest().orElse(null);
        CommunityBoard shown = new CommunityBoard(board.golden(), board.silver(), board.rule(), board.board());
        return asOf == null ? unscored(run, shown) : scored(asOf, run, board.communities(), shown);
    }

    private Overview scored(LocalDate asOf, @Nullable ScoringRun run, int all, CommunityBoard board) {
        Scored scored = figures.scored();
        return new Overview(
                asOf,
                run,
                freshness.steps(),
                new Totals(members.count(), scored.members(), scored.highValue(), all, scored.orders(), scored.spend()),
                figures.newcomers(),
                figures.levels(),
                figures.aipl(asOf),
                figures.layers(),
                board,
                figures.topSpenders(),
                figures.activity());
    }

    private Overview unscored(@Nullable ScoringRun run, CommunityBoard board) {
        Scored none = Scored.NONE;
        return new Overview(
                null,
                run,
                freshness.steps(),
                new Totals(members.count(), 0, 0, 0, none.orders(), none.spend()),
                null,
                List.of(),
                new Aipl(List.of(), List.of(), List.of()),
                new LayerTable(List.of(), List.of(), List.of()),
                board,
                null,
                List.of());
    }
}
