package io.guanxi.audience.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.audience.expression.AiplStage;
import io.guanxi.audience.expression.CommunityRole;
import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Figure;
import io.guanxi.audience.expression.Measure;
import io.guanxi.audience.expression.Test.Range;
import io.guanxi.audience.expression.Window;
import io.guanxi.community.CommunityStage;
import io.guanxi.platform.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers worked out by hand. Today is Friday, 20 November 2026. */
class EngineTest {

    private final SmallWorld world = new SmallWorld()
            .aMember(1, 100, "live-code")
            .aMember(2, 100, "shop")
            .aMember(3, 5, null)
            .aRun();

    @AfterEach
    void close() throws SQLException {
        world.close();
    }

    private static Expression ordered(Window during, Range is) {
        return new Expression.Did(EventMatch.named("Order Completed"), during, Measure.COUNT, null, is);
    }

    @Test
    void theLastThirtyDaysAreTodayAndTwentyNineBefore() {
        world.anEvent(1, "Order Completed", 29).anEvent(2, "Order Completed", 30);
        assertThat(world.asked(ordered(new Window.Last(30), Range.SOME))).containsExactly(1);
    }

    @Test
    void whoseLastOrderGrowsTooOldLeavesAtMidnight() {
        Expression recent = ordered(new Window.Last(30), Range.SOME);
        world.anEvent(1, "Order Completed", 29);
        assertThat(world.asked(recent)).containsExactly(1);
        world.today = SmallWorld.TODAY.plusDays(1);
        world.engine().follow();
        assertThat(world.asked(recent)).isEmpty();
    }

    @Test
    void atMostOneOrderTakesInThoseWithoutAny() {
        world.anEvent(1, "Order Completed", 3).anEvent(2, "Order Completed", 3).anEvent(2, "Order Completed", 2);
        assertThat(world.asked(ordered(new Window.Ever(), new Range(null, null, 1.0, null))))
                .containsExactly(1, 3);
    }

    @Test
    void eventsOfAMergedMemberCountForTheSurvivor() {
        Expression twice = ordered(new Window.Ever(), Range.atLeast(2));
        world.anEvent(1, "Order Completed", 3).anEvent(2, "Order Completed", 2);
        assertThat(world.asked(twice)).isEmpty();
        world.aMerge(2, 1).engine().follow();
        assertThat(world.asked(twice)).containsExactly(1);
        assertThat(world.asked(new Expression.Not(twice))).containsExactly(3);
    }

    private void chain(int length) {
        world.definitions.put(1L, new Expression.Channel(List.of("shop")));
        for (long id = 2; id <= length; id++) {
            Expression before = new Expression.InAudience(id - 1, null);
            world.definitions.put(id, new Expression.All(List.of(before, before)));
        }
    }

    @Test
    void anAudienceThatIsAskedForTwiceIsAnsweredOnce() {
        chain(Engine.DEEPEST);
        Expression asked = new Expression.Not(new Expression.InAudience(Engine.DEEPEST, null));
        assertThat(world.asked(asked)).containsExactly(1, 3);
        assertThat(world.definitionsRead).isEqualTo(Engine.DEEPEST);
        assertThat(world.engine().explain(asked, 2, SmallWorld.limit()).holds()).isFalse();
        assertThat(world.definitionsRead).isLessThan(3 * Engine.DEEPEST);
    }

    @Test
    void aChainOfAudiencesThatIsTooLongIsRefused() {
        chain(5000);
        for (int length : List.of(Engine.DEEPEST + 1, 5000)) {
            Expression asked = new Expression.InAudience(length, null);
            assertThatThrownBy(() -> world.asked(asked))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("audience.too-deep"));
        }
    }

    @Test
    void whoIsErasedIsInNothing() {
        world.anEvent(1, "Order Completed", 3).anErasure(1).engine().follow();
        assertThat(world.asked(ordered(new Window.Ever(), Range.SOME))).isEmpty();
        assertThat(world.asked(new Expression.Everyone())).containsExactly(2, 3);
    }

    @Test
    void aRangeWithOneBoundMovedFindsWhatItWouldFindAlone() {
        for (int no = 1; no <= 3; no++) {
            world.scored(no, valued(no * 10.0));
        }
        world.aRun();
        assertThat(world.asked(value(new Range(null, 10.0, null, null)))).containsExactly(2, 3);
        assertThat(world.asked(value(new Range(10.0, null, null, null)))).containsExactly(1, 2, 3);
        assertThat(world.asked(value(new Range(25.0, null, null, null)))).containsExactly(3);
        assertThat(world.asked(value(new Range(null, 10.0, null, 30.0)))).containsExactly(2);
        assertThat(world.asked(value(new Range(null, 10.0, 30.0, null)))).containsExactly(2, 3);
        assertThat(world.asked(value(new Range(5.0, null, 15.0, null)))).containsExactly(1);
    }

    @Test
    void anotherBoundOfHowOftenFindsWhatItWouldFindAlone() {
        Window month = new Window.Last(30);
        world.anEvent(1, "Order Completed", 1).anEvent(1, "Order Completed", 2).anEvent(2, "Order Completed", 29);
        assertThat(world.asked(ordered(month, Range.atLeast(2)))).containsExactly(1);
        assertThat(world.asked(ordered(month, Range.SOME))).containsExactly(1, 2);
        assertThat(world.asked(ordered(month, new Range(null, 1.0, null, null))))
                .containsExactly(1);
        assertThat(world.asked(ordered(month, new Range(null, null, 1.5, null))))
                .containsExactly(2, 3);
        assertThat(world.asked(ordered(month, new Range(1.0, null, null, 2.0)))).containsExactly(2);
        assertThat(world.asked(ordered(month, Range.atLeast(1e12)))).isEmpty();
        assertThat(world.asked(ordered(new Window.Last(29), Range.SOME))).containsExactly(1);
    }

    @Test
    void whatIsKeptOfHowOftenFollowsEventsMergesAndDays() {
        Window month = new Window.Last(30);
        world.anEvent(1, "Order Completed", 1).anEvent(2, "Order Completed", 29);
        assertThat(world.asked(ordered(month, Range.atLeast(2)))).isEmpty();
        world.anEvent(3, "Order Completed", 0).anEvent(3, "Order Completed", 1);
        world.engine().follow();
        assertThat(world.asked(ordered(month, new Range(2.0, null, 2.0, null)))).containsExactly(3);
        world.aMerge(2, 1).engine().follow();
        assertThat(world.asked(ordered(month, new Range(2.0, null, 3.0, null)))).containsExactly(1, 3);
        assertThat(world.asked(ordered(month, new Range(null, null, null, 2.0))))
                .isEmpty();
        world.today = SmallWorld.TODAY.plusDays(1);
        world.engine().follow();
        assertThat(world.asked(ordered(month, new Range(2.0, null, 4.0, null)))).containsExactly(3);
    }

    @Test
    void aMovedBoundIsNotAppliedToWhatARunBeforeFound() {
        world.scored(1, valued(5)).aRun();
        assertThat(world.asked(value(Range.atLeast(10)))).isEmpty();
        world.rescored(1, valued(11)).aRun(); // published, and not followed yet
        assertThat(world.asked(value(Range.atLeast(12)))).isEmpty();
    }

    private static Expression value(Range is) {
        return new Expression.Score(Figure.VALUE, is);
    }

    private static SmallWorld.Scores valued(double value) {
        return new SmallWorld.Scores(
                SmallWorld.TODAY,
                Map.<String, @Nullable Double>of("value", value),
                "AWARENESS",
                0,
                0,
                0,
                "NEW",
                "ORDINARY",
                false,
                false,
                0);
    }

    @Test
    void nobodyBelongsToACommunityBeforeTheFirstRun() {
        world.withoutARun();
        assertThat(world.asked(community(List.of(), List.of()))).isEmpty();
        assertThat(world.asked(community(List.of(CommunityStage.GOLDEN), List.of(CommunityRole.OWNER))))
                .isEmpty();
    }

    private static Expression community(List<CommunityStage> stages, List<CommunityRole> roles) {
        return new Expression.Community(List.of(), stages, roles, false);
    }

    @Test
    void aSequenceNeedsTheSecondAfterTheFirstAndInTime() {
        Expression joinedThenOrdered = new Expression.Sequence(
                EventMatch.named("Community Joined"), EventMatch.named("Order Completed"), 7, new Window.Ever());
        world.anEvent(1, "Community Joined", 20)
                .anEvent(1, "Order Completed", 13)
                .anEvent(2, "Order Completed", 20)
                .anEvent(2, "Community Joined", 19)
                .anEvent(3, "Community Joined", 20)
                .anEvent(3, "Order Completed", 12);
        assertThat(world.asked(joinedThenOrdered)).containsExactly(1);
    }

    @Test
    void amountsOfTheWindowAreAddedToTheCent() {
        world.arrive(List.of(
                new SmallWorld.Happening(1, "Order Completed", SmallWorld.at(1, 9), 60.10, null, "o1", null, Map.of()),
                new SmallWorld.Happening(1, "Order Completed", SmallWorld.at(2, 9), 39.90, null, "o2", null, Map.of()),
                new SmallWorld.Happening(
                        2, "Order Completed", SmallWorld.at(1, 9), 99.99, null, "o3", null, Map.of())));
        assertThat(world.asked(new Expression.Did(
                        EventMatch.named("Order Completed"),
                        new Window.Last(7),
                        Measure.AMOUNT,
                        null,
                        Range.atLeast(100))))
                .containsExactly(1);
    }

    @Test
    void theFirstOrderWithinAWeekOfJoiningIsToldFromALaterOne() {
        // member 3 joined 5 days ago, member 1 100 days ago
        world.anEvent(3, "Order Completed", 2).anEvent(1, "Order Completed", 2);
        assertThat(world.asked(new Expression.Did(
                        EventMatch.named("Order Completed"),
                        new Window.SinceJoining(7),
                        Measure.FIRST,
                        null,
                        Range.SOME)))
                .containsExactly(3);
    }

    private static SmallWorld.Happening review(int member, int daysAgo, Map<String, Object> said) {
        return new SmallWorld.Happening(
                member, "Review Posted", SmallWorld.at(daysAgo, 9), null, null, null, null, said);
    }

    private static Expression reviewed(Measure measure, @Nullable String property, Range is) {
        return new Expression.Did(EventMatch.named("Review Posted"), new Window.Last(30), measure, property, is);
    }

    @Test
    void aPropertyIsAddedUpAndItsValuesToldApart() {
        world.arrive(List.of(
                review(1, 1, Map.of("stars", 4, "topic", "tea")),
                review(1, 2, Map.of("stars", "0.5", "topic", "tea")),
                review(1, 3, Map.of("stars", "many")),
                review(1, 40, Map.of("stars", 9, "topic", "cups")),
                review(2, 1, Map.of("stars", 1, "topic", "tea")),
                review(2, 1, Map.of("stars", 1, "topic", "milk"))));
        // 4 + 0.5; what is no number and what lies outside of the window adds nothing
        assertThat(world.asked(reviewed(Measure.SUM, "stars", new Range(4.5, null, 4.5, null))))
                .containsExactly(1);
        assertThat(world.asked(reviewed(Measure.SUM, "stars", new Range(null, null, 2.0, null))))
                .containsExactly(2, 3);
        assertThat(world.asked(reviewed(Measure.DISTINCT, "topic", Range.atLeast(2))))
                .containsExactly(2);
    }

    @Test
    void theFirstOfEventsThatCarrySomethingIsSoughtAmongThoseAlone() {
        Expression firstOnTea = new Expression.Did(
                new EventMatch(
                        "Review Posted",
                        List.of(new EventMatch.Condition(
                                null, "topic", new io.guanxi.audience.expression.Test.OneOf(List.of("tea")))),
                        null),
                new Window.Last(7),
                Measure.FIRST,
                null,
                Range.SOME);
        world.arrive(List.of(
                review(1, 20, Map.of("topic", "milk")),
                review(1, 3, Map.of("topic", "tea")),
                review(2, 20, Map.of("topic", "tea")),
                review(2, 3, Map.of("topic", "tea"))));
        assertThat(world.asked(firstOnTea)).containsExactly(1);
    }

    @Test
    void birthdaysOfTheNextWeekReachIntoTheNextYear() {
        world.traits.put(1, new HashMap<>(Map.of("birthday", "1990-01-01")));
        world.traits.put(2, new HashMap<>(Map.of("birthday", "2000-02-29T08:00:00Z")));
        world.traits.put(3, new HashMap<>(Map.of("birthday", "spring")));
        Expression week = new Expression.TraitDay("birthday", new Window.Next(7), true);
        world.today = LocalDate.of(2026, 12, 26);
        world.engine().follow();
        assertThat(world.asked(week)).containsExactly(1);
        world.today = LocalDate.of(2027, 2, 22);
        world.engine().follow();
        assertThat(world.asked(week)).containsExactly(2); // on 28 February
        world.today = LocalDate.of(2027, 3, 1);
        world.engine().follow();
        assertThat(world.asked(week)).isEmpty();
        assertThat(world.asked(new Expression.TraitDay("birthday", new Window.Ever(), false)))
                .containsExactly(1, 2);
    }

    @Test
    void whoBoughtSinceThatDayMovedToPurchase() {
        world.scored(1, scores(0b1, 0b1, 100)).scored(2, scores(0b1, 0b1, 100)).aRun();
        world.anEvent(1, "Order Completed", 3).anEvent(2, "Order Completed", 10);
        assertThat(world.asked(
                        new Expression.Moved(List.of(AiplStage.AWARENESS), List.of(AiplStage.PURCHASE), null, 7)))
                .containsExactly(1);
    }

    @Test
    void movingIsSeenFromOneMonthsEndToTheNext() {
        // purchase is held this month (bit 0) only; interest in this month and the one before
        world.scored(1, scores(0b11, 0b01, 100))
                .scored(2, scores(0b11, 0b11, 100))
                .scored(3, scores(0b11, 0b01, 5));
        Expression moved = new Expression.Moved(List.of(AiplStage.INTEREST), List.of(AiplStage.PURCHASE), 1, null);
        // member 3 had not joined at the end of October
        assertThat(world.asked(moved)).containsExactly(1);
        assertThat(world.asked(new Expression.Stage(List.of(AiplStage.INTEREST), 1, null)))
                .containsExactly(1);
    }

    private static SmallWorld.Scores scores(long interest, long purchase, int joinedDaysAgo) {
        return new SmallWorld.Scores(
                SmallWorld.TODAY.minusDays(joinedDaysAgo),
                Map.<String, @Nullable Double>of("value", 1.0, "orders", 0.0),
                purchase % 2 == 1 ? "PURCHASE" : "INTEREST",
                interest,
                purchase,
                0,
                "NEW",
                "ORDINARY",
                false,
                false,
                0);
    }

    @Test
    void theSecondAskingIsAnsweredFromWhatIsKept() {
        Expression asks = ordered(new Window.Last(30), Range.SOME);
        assertThat(world.engine().ask(asks, SmallWorld.limit()).cached()).isFalse();
        assertThat(world.engine().ask(asks, SmallWorld.limit()).cached()).isTrue();
        world.anEvent(3, "Order Completed", 0).engine().follow();
        Answer patched = world.engine().ask(asks, SmallWorld.limit());
        assertThat(patched.cached()).isTrue();
        assertThat(patched.members().toArray()).containsExactly(3);
    }

    private static final String ENDLESS =
            "SELECT CAST(a.range AS INTEGER) AS member_no FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = -1";

    @Test
    void aQuestionThatTakesTooLongIsStopped() throws SQLException {
        try (Connection connection = world.connect()) {
            assertThatThrownBy(() -> Bits.of(connection, ENDLESS, List.of(), Limit.of(Duration.ofSeconds(1))))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("audience.too-slow"));
        }
    }

    @Test
    void aQuestionCanBeCancelledWhileItRuns() throws SQLException, InterruptedException {
        Limit limit = Limit.of(Duration.ofSeconds(60));
        CountDownLatch begins = new CountDownLatch(1);
        Thread canceller = Thread.ofVirtual().start(() -> {
            try {
                begins.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            limit.cancel();
        });
        try (Connection connection = world.connect()) {
            begins.countDown();
            assertThatThrownBy(() -> Bits.of(connection, ENDLESS, List.of(), limit))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("audience.cancelled"));
        }
        canceller.join();
    }
}
