package io.guanxi.overview.web;

import io.guanxi.collect.Intake;
import io.guanxi.collect.IntakeState;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeHead;
import io.guanxi.mart.Mart;
import io.guanxi.mart.MartPosition;
import io.guanxi.overview.web.StepFreshness.Step;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far every step of the road has come. Costs four look-ups, whatever the size of the brand. */
@Component
class Freshness {

    private final Intake intake;
    private final Lake lake;
    private final Mart mart;
    private final ScoringRuns runs;
    private final Clock clock;

    Freshness(Intake intake, Lake lake, Mart mart, ScoringRuns runs, Clock clock) {
        this.intake = intake;
        this.lake = lake;
        this.mart = mart;
        this.runs = runs;
        this.clock = clock;
    }

    List<StepFreshness> steps() {
        IntakeState state = intake.state();
        LakeHead head = lake.head();
        MartPosition followed = mart.position();
        ScoringRun run = runs.latestDone().orElse(null);
        return List.of(inbox(state), lake(state), mart(state, head, followed), score(state, followed, run));
    }

    private static StepFreshness inbox(IntakeState state) {
        return new StepFreshness(Step.INBOX, state.acknowledged() == 0 ? null : state.acknowledged(), newest(state), 0);
    }

    /** Whatever came before the oldest that waits is in the lake. */
    private StepFreshness lake(IntakeState state) {
        Instant taken = state.waitingSince() == null ? newest(state) : state.waitingSince();
        return new StepFreshness(
                Step.LAKE,
                state.taken() == 0 ? null : state.taken(),
                state.taken() == 0 ? null : taken,
                since(state.waitingSince()));
    }

    /** What came last, by the tracking API or by an import; null where nothing came yet. */
    private static @Nullable Instant newest(IntakeState state) {
        Instant sent = state.acknowledged() == 0 ? null : state.acknowledgedAt();
        Instant imported = state.importedAt();
        return sent == null || (imported != null && imported.isAfter(sent)) ? imported : sent;
    }

    /** While it is behind, its lag is the time since it last followed: nothing it lacks is older. */
    private StepFreshness mart(IntakeState state, LakeHead head, MartPosition followed) {
        boolean behind = followed.sequence() < head.sequence();
        double lag = behind && followed.followedAt() != null
                ? Math.max(since(followed.followedAt()), since(state.waitingSince()))
                : since(state.waitingSince());
        return new StepFreshness(
                Step.MART, behind || state.taken() == 0 ? null : state.taken(), followed.followedAt(), lag);
    }

    /** Anything that reached the inbox or the mart after a run began is not in its figures. */
    private StepFreshness score(IntakeState state, MartPosition followed, @Nullable ScoringRun run) {
        Instant start = run == null ? null : run.startedAt();
        if (start == null) {
            return new StepFreshness(Step.SCORE, null, null, 0);
        }
        boolean newer = (state.acknowledged() > 0 && state.acknowledgedAt().isAfter(start))
                || (followed.followedAt() != null && followed.followedAt().isAfter(start));
        return new StepFreshness(Step.SCORE, null, start, newer ? since(start) : 0);
    }

    private double since(@Nullable Instant then) {
        return then == null
                ? 0
                : Math.max(0, Duration.between(then, clock.instant()).toMillis() / 1000.0);
    }
}
