package io.guanxi.audience.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.engine.Explained.Stay;
import io.guanxi.audience.expression.CommunityRole;
import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.EventMatch.Column;
import io.guanxi.audience.expression.EventMatch.Condition;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Measure;
import io.guanxi.audience.expression.Test.Known;
import io.guanxi.audience.expression.Test.Range;
import io.guanxi.audience.expression.Window;
import io.guanxi.community.CommunityStage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts worked out by hand. Today is Friday, 20 November 2026; members 1 and 2 joined on 12 August, member 3 on 15 November. */
class FactsTest {

    private static final List<String> DRAWN = List.of("31.5132", "70.4886", "28.5326");
    private static final String JOINED = "Community Joined";
    private static final String ORDERED = "Order Completed";

    private final SmallWorld world = new SmallWorld()
            .aMember(1, 100, "live-code")
            .aMember(2, 100, "shop")
            .aMember(3, 5, null)
            .aRun();

    @AfterEach
    void close() throws SQLException {
        world.close();
    }

    private Explained explained(Expression expression, int member) {
        return world.engine().explain(expression, member, SmallWorld.limit());
    }

    private static Expression joinedThenOrdered(Window during) {
        return new Expression.Sequence(EventMatch.named(JOINED), EventMatch.named(ORDERED), 7, during);
    }

    @Test
    void ofASequenceTheNearestPairIsTold() {
        world.anEvent(1, JOINED, 40)
                .anEvent(1, ORDERED, 33)
                .anEvent(1, JOINED, 20)
                .anEvent(1, ORDERED, 17)
                .anEvent(1, ORDERED, 2);
        Explained why = explained(joinedThenOrdered(new Window.Ever()), 1);
        assertThat(why.holds()).isTrue();
        assertThat(why.facts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "first_on", "2026-10-31", "then_on", "2026-11-03", "days_between", "3", "days_allowed", "7"));
    }

    @Test
    void ofASequenceThatTookTooLongTheNearestMissIsTold() {
        world.anEvent(1, JOINED, 20)
                .anEvent(1, ORDERED, 12)
                .anEvent(1, JOINED, 60)
                .anEvent(1, ORDERED, 45);
        Explained why = explained(joinedThenOrdered(new Window.Ever()), 1);
        assertThat(why.holds()).isFalse();
        assertThat(why.facts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "first_on", "2026-10-31", "then_on", "2026-11-08", "days_between", "8", "days_allowed", "7"));
    }

    @Test
    void ofASequenceWithoutItsEndTheLastBeginningIsTold() {
        world.anEvent(1, ORDERED, 20)
                .anEvent(1, JOINED, 25)
                .anEvent(1, JOINED, 19)
                .anEvent(1, JOINED, 18);
        // 25 days ago the order followed 5 days later; within the last 20 days it never did
        Explained why = explained(joinedThenOrdered(new Window.Last(20)), 1);
        assertThat(why.holds()).isFalse();
        assertThat(why.facts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("first_on", "2026-11-02", "then_on", "never", "days_allowed", "7"));
        assertThat(explained(joinedThenOrdered(new Window.Ever()), 1).facts())
                .containsEntry("first_on", "2026-10-26")
                .containsEntry("days_between", "5");
    }

    @Test
    void ofASequenceThatNeverBeganItIsToldThatTheOtherWasDone() {
        world.anEvent(1, ORDERED, 3);
        assertThat(explained(joinedThenOrdered(new Window.Ever()), 1).facts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "first_on", "never", "then_on", "never", "then_last", "2026-11-17", "days_allowed", "7"));
        assertThat(explained(joinedThenOrdered(new Window.Ever()), 2).facts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("first_on", "never", "then_on", "never", "days_allowed", "7"));
    }

    @Test
    void onOneDayTheHourDecidesWhatCameFirst() {
        world.arrive(List.of(at(1, JOINED, 4, 9, null), at(1, ORDERED, 4, 10, null), at(2, JOINED, 4, 10, null)))
                .arrive(List.of(at(2, ORDERED, 4, 9, null), at(2, ORDERED, 3, 9, null)));
        assertThat(explained(joinedThenOrdered(new Window.Ever()), 1).facts()).containsEntry("days_between", "0");
        assertThat(explained(joinedThenOrdered(new Window.Ever()), 2).facts()).containsEntry("days_between", "1");
    }

    @Test
    void aSequenceOfEventsWithPropertiesIsToldFromTheLake() {
        EventMatch tea = new EventMatch(ORDERED, List.of(new Condition(Column.OBJECT, null, new Known(true))), null);
        world.arrive(List.of(at(1, JOINED, 9, 9, null), at(1, ORDERED, 8, 9, null), at(1, ORDERED, 7, 9, "tea")));
        Expression asks = new Expression.Sequence(EventMatch.named(JOINED), tea, 7, new Window.Ever());
        assertThat(explained(asks, 1).facts())
                .containsEntry("first_on", "2026-11-11")
                .containsEntry("then_on", "2026-11-13")
                .containsEntry("days_between", "2");
    }

    private static SmallWorld.Happening at(int member, String event, int daysAgo, int hour, @Nullable String object) {
        return new SmallWorld.Happening(member, event, SmallWorld.at(daysAgo, hour), 10.0, 2.0, object, null, Map.of());
    }

    @Test
    void ofAShareTheNumberDrawnStandsBesideThePercent() {
        // SplitMix64 of FNV-1a("spring") and the member, worked out apart from this code
        Expression share = new Expression.Share(30.5, "spring");
        for (int member = 1; member <= 3; member++) {
            Explained why = explained(share, member);
            assertThat(why.facts())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("drawn", DRAWN.get(member - 1), "percent", "30.5"));
            assertThat(why.holds()).isEqualTo(member == 3);
        }
    }

    @Test
    void sinceJoiningOnlyTheDaysAfterItCount() {
        world.anEvent(3, ORDERED, 9).anEvent(3, ORDERED, 4).anEvent(3, ORDERED, 1);
        Explained why = explained(
                new Expression.Did(
                        EventMatch.named(ORDERED), new Window.SinceJoining(2), Measure.COUNT, null, Range.SOME),
                3);
        assertThat(why.facts())
                .containsEntry("joined_day", "2026-11-15")
                .containsEntry("count", "1")
                .containsEntry("first", "2026-11-16");
        Explained first = explained(
                new Expression.Did(
                        EventMatch.named(ORDERED), new Window.SinceJoining(2), Measure.FIRST, null, Range.SOME),
                3);
        assertThat(first.holds()).isFalse();
        assertThat(first.facts())
                .containsExactlyInAnyOrderEntriesOf(Map.of("joined_day", "2026-11-15", "first", "2026-11-11"));
    }

    @Test
    void whatIsMeasuredIsAmongTheFacts() {
        world.arrive(List.of(at(1, ORDERED, 3, 9, "tea"), at(1, ORDERED, 3, 11, "milk"), at(1, ORDERED, 2, 9, "tea")));
        assertThat(explained(did(Measure.DAYS), 1).facts())
                .containsEntry("days", "2")
                .containsEntry("count", "3");
        assertThat(explained(did(Measure.QUANTITY), 1).facts()).containsEntry("quantity", "6.000");
        assertThat(explained(did(Measure.OBJECTS), 1).facts()).containsEntry("objects", "2");
        assertThat(explained(did(Measure.AMOUNT), 1).facts()).containsEntry("amount", "30.00");
    }

    private static Expression did(Measure measure) {
        return new Expression.Did(EventMatch.named(ORDERED), new Window.Ever(), measure, null, Range.SOME);
    }

    @Test
    void theCommunitiesAreToldWithPeriodAndRoleWhereTheyMatter() {
        world.aCommunity("tea-lovers", "GOLDEN")
                .aCommunity("runners", "SILVER")
                .aStay(1, "tea-lovers", true)
                .aStay(1, "runners", true)
                .aStay(1, "walkers", false)
                .arrive(List.of(new SmallWorld.Happening(
                        1, JOINED, SmallWorld.at(9, 9), null, null, null, "runners", Map.of("role", "owner"))));
        assertThat(explained(new Expression.Community(List.of("walkers"), List.of(), List.of(), false), 1)
                        .stays())
                .containsExactly(
                        new Stay("walkers", false, null, null),
                        new Stay("runners", true, null, null),
                        new Stay("tea-lovers", true, null, null));
        Explained owns = explained(
                new Expression.Community(
                        List.of(), List.of(CommunityStage.GOLDEN), List.of(CommunityRole.OWNER), false),
                1);
        assertThat(owns.holds()).isFalse();
        assertThat(owns.stays())
                .containsExactly(
                        new Stay("runners", true, CommunityStage.SILVER, CommunityRole.OWNER),
                        new Stay("tea-lovers", true, CommunityStage.GOLDEN, CommunityRole.MEMBER),
                        new Stay("walkers", false, null, CommunityRole.MEMBER));
        assertThat(explained(new Expression.Community(List.of(), List.of(), List.of(), false), 2)
                        .stays())
                .isEmpty();
    }

    @Test
    void anotherAudienceIsToldByItsOwnConditionsUpToFourDeep() {
        world.anEvent(1, ORDERED, 3);
        world.definitions.put(1L, new Expression.All(List.of(new Expression.Everyone(), did(Measure.COUNT))));
        for (long id = 2; id <= 6; id++) {
            world.definitions.put(id, new Expression.Not(new Expression.InAudience(id - 1, null)));
        }
        Explained shallow = explained(new Expression.Not(new Expression.InAudience(1, null)), 1);
        Explained audience = shallow.of().getFirst();
        assertThat(audience.pointer()).isEqualTo("/of");
        assertThat(audience.holds()).isTrue();
        Explained own = audience.of().getFirst();
        assertThat(own.pointer()).isEmpty();
        assertThat(own.of()).extracting(Explained::pointer).containsExactly("/of/0", "/of/1");
        assertThat(own.of().get(1).facts()).containsEntry("count", "1");

        List<Boolean> holds = new ArrayList<>();
        Explained deep = explained(new Expression.InAudience(6, null), 1);
        while (!deep.of().isEmpty()) {
            holds.add(deep.holds());
            deep = deep.of().getFirst();
        }
        // in 1; not in 2; in 3; not in 4; in 5; not in 6: the audience, and the denial that defines it
        assertThat(holds).containsExactly(false, false, true, true, false, false, true, true);
        assertThat(deep.expression()).isEqualTo(new Expression.InAudience(2, null));
        assertThat(deep.holds()).isFalse();
    }

    @Test
    void aQuestionFullOfAudiencesOpensTwentyOfThem() {
        world.definitions.put(1L, new Expression.Everyone());
        List<Expression> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(new Expression.InAudience(1, null));
        }
        Explained why = explained(new Expression.Any(many), 1);
        assertThat(why.of()).hasSize(30).allMatch(Explained::holds);
        assertThat(why.of().stream().filter(it -> !it.of().isEmpty())).hasSize(20);
    }
}
