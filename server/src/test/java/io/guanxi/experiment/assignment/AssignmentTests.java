package io.guanxi.experiment.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.experiment.Split;
import io.guanxi.experiment.design.Arm;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.design.Unit;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Problem;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AssignmentTests {

    private static final Instant MORNING = Instant.parse("2026-05-01T01:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-05-01T12:00:00Z");
    private static final RoaringBitmap MEMBERS = RoaringBitmap.bitmapOfRange(900_001, 902_001);

    @Autowired
    Assignments assignments;

    @Autowired
    Experiments experiments;

    @Autowired
    GlobalHoldout globalHoldout;

    @Autowired
    HoldoutPeriods periods;

    @Autowired
    Brand brand;

    @Autowired
    JdbcClient postgres;

    @Autowired
    DataSource source;

    @Autowired
    Standings standings;

    @Autowired
    ExposureTable exposures;

    private static Design design(String name, Unit unit, @Nullable String layer, double share) {
        return new Design(
                name,
                "",
                unit,
                List.of(new Arm("control", "Control", 1), new Arm("gift", "Gift", 1)),
                null,
                layer,
                share,
                List.of(),
                14,
                0.05,
                null);
    }

    private long started(Design design) {
        return experiments.start(experiments.plan(design).id()).id();
    }

    @Test
    void postgresFindsTheSameArms() {
        Split split = new Split("same", List.of(1.0, 2.0, 3.0));
        List<Integer> arms = postgres.sql("SELECT " + split.sql("n") + " FROM generate_series(1, 2000) AS n ORDER BY n")
                .query(Integer.class)
                .list();
        for (int member = 1; member <= 2000; member++) {
            assertThat(arms.get(member - 1)).isEqualTo(split.armOf(member));
        }
    }

    @Test
    void aFirstExposureIsKeptAndRepeatingChangesNothing() {
        long id = started(design("first exposure", Unit.MEMBER, null, 1));
        assertThat(assignments.expose(id, MEMBERS, MORNING)).isEqualTo(2000);
        assertThat(assignments.expose(id, MEMBERS, EVENING)).isZero();
        Map<String, RoaringBitmap> arms = assignments.assign(id, MEMBERS);
        assertThat(arms.keySet()).containsExactly("control", "gift");
        assertThat(postgres.sql("""
                                SELECT count(*) FROM experiment_exposure
                                WHERE experiment_id = ? AND arm = 1 AND exposed_at = '2026-05-01T01:00:00Z'""").param(id).query(Long.class).single())
                .isEqualTo(arms.getOrDefault("gift", new RoaringBitmap()).getLongCardinality());
    }

    @Test
    void aWorkerLeavesItToTheServerToNoteHowTheExposedStand() {
        long id = started(design("exposed by a worker", Unit.MEMBER, null, 1));
        RoaringBitmap scored = standings.everybody();
        scored.add(950_001); // nobody's number
        new ExposureTable(postgres, source, new UnknownStandings()).insert(id, 0, null, scored, MORNING);
        assertThat(noted(id)).isZero();

        exposures.noteStandings();

        assertThat(noted(id)).isEqualTo(scored.getLongCardinality());
    }

    private long noted(long id) {
        return postgres.sql("SELECT count(*) FROM experiment_exposure WHERE experiment_id = ? AND standing_noted")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void noMemberIsInTwoExperimentsOfALayerAndAFullLayerRefuses() {
        long one = started(design("layer one", Unit.MEMBER, "assignment-test", 0.4));
        long two = started(design("layer two", Unit.MEMBER, "assignment-test", 0.6));
        RoaringBitmap first = union(assignments.assign(one, MEMBERS));
        RoaringBitmap second = union(assignments.assign(two, MEMBERS));
        assertThat(RoaringBitmap.intersects(first, second)).isFalse();
        assertThat(RoaringBitmap.or(first, second)).isEqualTo(MEMBERS);
        long three = experiments
                .plan(design("layer three", Unit.MEMBER, "assignment-test", 0.01))
                .id();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> experiments.start(three))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.layer-full"));
        experiments.stop(one);
        assertThat(experiments.start(three).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void placesOfAStoppedExperimentStayTakenUntilItsWindowsHaveClosed() {
        long one = started(design("all of it", Unit.MEMBER, "windows-open", 1));
        assignments.expose(one, MEMBERS, MORNING);
        experiments.stop(one);
        long two =
                experiments.plan(design("next", Unit.MEMBER, "windows-open", 1)).id();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> experiments.start(two))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.layer-full"));
        postgres.sql("UPDATE experiment SET stopped_at = stopped_at - INTERVAL '31 days' WHERE id = ?")
                .param(one)
                .update();
        assertThat(experiments.start(two).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void membersOfACommunityShareItsArm() {
        long id = started(design("communities", Unit.COMMUNITY, null, 1));
        List<String> groups = List.of("assign-a", "assign-b", "assign-c", "assign-d");
        Map<String, List<String>> arms = assignments.assignCommunities(id, groups);
        assertThat(arms.values().stream().mapToInt(List::size).sum()).isEqualTo(4);
        String group = arms.values().stream().flatMap(List::stream).findFirst().orElseThrow();
        assertThat(assignments.exposeCommunities(id, Map.of(group, RoaringBitmap.bitmapOf(910_001, 910_002)), MORNING))
                .isEqualTo(2);
        assertThat(arms.keySet()).containsExactly("control", "gift");
        assertThat(postgres.sql("SELECT DISTINCT arm FROM experiment_exposure WHERE experiment_id = ? AND cluster = ?")
                        .params(id, group)
                        .query(Integer.class)
                        .single())
                .isEqualTo(arms.getOrDefault("control", List.of()).contains(group) ? 0 : 1);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> assignments.expose(id, MEMBERS, MORNING))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.other-unit"));
    }

    @Test
    void whoBelongsToCommunitiesOfTwoArmsIsNotedInBoth() {
        long id = started(design("two arms", Unit.COMMUNITY, null, 1));
        Map<String, List<String>> arms = assignments.assignCommunities(
                id, List.of("both-a", "both-b", "both-c", "both-d", "both-e", "both-f", "both-g", "both-h"));
        String control = arms.getOrDefault("control", List.of()).getFirst();
        String gift = arms.getOrDefault("gift", List.of()).getFirst();
        Map<String, RoaringBitmap> communities = Map.of(
                control, RoaringBitmap.bitmapOf(920_001, 920_002), gift, RoaringBitmap.bitmapOf(920_002, 920_003));
        assertThat(assignments.exposeCommunities(id, communities, MORNING)).isEqualTo(3);
        assertThat(assignments.exposeCommunities(id, communities, MORNING)).isZero();
        assertThat(postgres.sql(
                                "SELECT member_no FROM experiment_exposure WHERE experiment_id = ? AND other_arm IS NOT NULL")
                        .param(id)
                        .query(Integer.class)
                        .list())
                .containsExactly(920_002);
    }

    @Test
    void aLayerIsOfMembersOrOfCommunitiesAndNobodyIsInTwoOfItsExperiments() {
        long one = started(design("groups one", Unit.COMMUNITY, "layer-of-groups", 0.5));
        long two = started(design("groups two", Unit.COMMUNITY, "layer-of-groups", 0.5));
        List<String> keys = List.of("lay-a", "lay-b", "lay-c", "lay-d", "lay-e", "lay-f", "lay-g", "lay-h");
        String ofOne = firstOf(one, keys);
        String ofTwo = firstOf(two, keys);
        RoaringBitmap both = RoaringBitmap.bitmapOf(930_001);
        assertThat(assignments.exposeCommunities(one, Map.of(ofOne, both), MORNING))
                .isEqualTo(1);
        assertThat(assignments.exposeCommunities(two, Map.of(ofTwo, both), MORNING))
                .isZero();
        long members = experiments
                .plan(design("members", Unit.MEMBER, "layer-of-groups", 0.01))
                .id();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> experiments.start(members))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.layer-other-unit"));
    }

    private String firstOf(long experiment, List<String> keys) {
        return assignments.assignCommunities(experiment, keys).values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatRunsCannotBeChanged() {
        long id = started(design("no change", Unit.MEMBER, null, 1));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> experiments.replan(id, design("changed", Unit.MEMBER, null, 1)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("experiment.runs-already"));
    }

    @Test
    void whoIsHeldOutGloballyIsInNoExperimentWhileThePeriodRuns() {
        long id = started(design("global", Unit.MEMBER, null, 1));
        assertThat(globalHoldout.heldOut(MEMBERS).isEmpty()).isTrue();
        LocalDate today = LocalDate.now(brand.zone());
        HoldoutPeriod period = periods.plan(0.02, today, today.plusDays(89));
        try {
            RoaringBitmap heldOut = globalHoldout.heldOut(MEMBERS);
            RoaringBitmap expected = new RoaringBitmap();
            for (int member : MEMBERS) {
                if (period.split().armOf(member) == 0) {
                    expected.add(member);
                }
            }
            assertThat(heldOut).isEqualTo(expected);
            assertThat(heldOut.getCardinality()).isBetween(15, 70);
            assertThat(globalHoldout.holdsOut(heldOut.first())).isTrue();
            RoaringBitmap assigned = union(assignments.assign(id, MEMBERS));
            assertThat(RoaringBitmap.intersects(assigned, heldOut)).isFalse();
            assertThat(RoaringBitmap.or(assigned, heldOut)).isEqualTo(MEMBERS);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> periods.plan(0.02, today.plusDays(10), today.plusDays(20)))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("holdout.overlaps"));
        } finally {
            periods.end(period.id());
        }
        assertThat(globalHoldout.current())
                .as("ended on its first day, it holds out nobody more")
                .isEmpty();
        assertThat(periods.all()).extracting(HoldoutPeriod::id).doesNotContain(period.id());
    }

    @Test
    void aPeriodThatEndsKeepsTheDaysItHadAndHoldsOutNobodyMore() {
        LocalDate today = LocalDate.now(brand.zone());
        HoldoutPeriod period = periods.plan(0.02, today, today.plusDays(9));
        postgres.sql("UPDATE experiment_global_holdout SET from_day = from_day - 5 WHERE id = ?")
                .param(period.id())
                .update();
        periods.end(period.id());
        assertThat(globalHoldout.current()).isEmpty();
        assertThat(periods.all())
                .filteredOn(HoldoutPeriod::id, period.id())
                .extracting(HoldoutPeriod::untilDay)
                .containsExactly(today.minusDays(1));
    }

    private static RoaringBitmap union(Map<String, RoaringBitmap> arms) {
        RoaringBitmap all = new RoaringBitmap();
        arms.values().forEach(all::or);
        return all;
    }
}
