package io.guanxi.overview.web;

import io.guanxi.community.Communities;
import io.guanxi.overview.figures.ActivityDay;
import io.guanxi.overview.figures.Aipl;
import io.guanxi.overview.figures.LayerTable;
import io.guanxi.overview.figures.LevelShare;
import io.guanxi.overview.figures.Newcomers;
import io.guanxi.overview.figures.TopSpenders;
import io.guanxi.value.ScoringRun;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the first screen shows; {@code docs/modules/overview.md} describes every field. */
record Overview(
        @Nullable LocalDate asOf,
        @Nullable ScoringRun run,
        List<StepFreshness> freshness,
        Totals totals,
        @Nullable Newcomers newcomers,
        List<LevelShare> levels,
        Aipl aipl,
        LayerTable layers,
        CommunityBoard communities,
        @Nullable TopSpenders topSpenders,
        List<ActivityDay> activity) {

    record Totals(long members, long scored, long highValue, int communities, long orders, BigDecimal spend) {}

    record CommunityBoard(int golden, int silver, Communities.Rule rule, List<Communities.Row> board) {}
}
