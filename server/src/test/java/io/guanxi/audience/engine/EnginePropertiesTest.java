package io.guanxi.audience.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.ExpressionReader;
import io.guanxi.audience.expression.NormalForm;
import io.guanxi.audience.expression.Reading;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.json.JsonMapper;

/** The engine and the naive evaluator agree: over small random worlds, on thousands of random expressions. */
class EnginePropertiesTest {

    private static final int EXPRESSIONS = 40;
    private static final int EXPLAINED = 50;

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void theEngineFindsWhomTheNaiveEvaluatorFinds(@ForAll long seed) throws SQLException {
        RandomWorld random = new RandomWorld(seed);
        try (SmallWorld world = random.world()) {
            for (int i = 0; i < EXPRESSIONS; i++) {
                Expression expression = random.expression(3);
                assertThat(world.asked(expression))
                        .as(NormalForm.json(expression))
                        .isEqualTo(world.naive(expression));
            }
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whatIsKeptStaysRightAsEventsAndMembersCome(@ForAll long seed) throws SQLException {
        RandomWorld random = new RandomWorld(seed);
        try (SmallWorld world = random.world()) {
            List<Expression> expressions = new ArrayList<>();
            for (int i = 0; i < EXPRESSIONS; i++) {
                expressions.add(random.expression(2));
            }
            expressions.forEach(world::asked);
            for (int step = 0; step < 3; step++) {
                random.goOn(world);
                if (step == 2) {
                    world.today = world.today.plusDays(1);
                }
                world.engine().follow();
                for (Expression expression : expressions) {
                    assertThat(world.asked(expression))
                            .as(NormalForm.json(expression))
                            .isEqualTo(world.naive(expression));
                }
            }
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void anotherBoundOfWhatIsKeptFindsWhomItWouldFindAlone(@ForAll long seed) throws SQLException {
        RandomWorld random = new RandomWorld(seed);
        try (SmallWorld world = random.world()) {
            List<Expression.Did> counts =
                    Stream.generate(random::counted).limit(6).toList();
            for (int step = 0; step < 4; step++) {
                for (Expression.Did count : counts) {
                    for (int bound = 0; bound < 4; bound++) {
                        Expression moved = random.bounded(count);
                        assertThat(world.asked(moved))
                                .as(NormalForm.json(moved))
                                .isEqualTo(world.naive(moved));
                    }
                }
                random.goOn(world);
                if (step == 2) {
                    world.today = world.today.plusDays(1);
                }
                world.engine().follow();
            }
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void askingForSomeMembersAloneFindsThoseOfThem(@ForAll long seed) throws SQLException {
        RandomWorld random = new RandomWorld(seed);
        try (SmallWorld world = random.world()) {
            random.goOn(world);
            RoaringBitmap among = RoaringBitmap.bitmapOf(1, 2, 5);
            for (int i = 0; i < EXPRESSIONS; i++) {
                Expression expression = random.expression(2);
                TreeSet<Integer> expected = world.naive(expression);
                expected.retainAll(List.of(1, 2, 5));
                assertThat(SmallWorld.numbers(world.engine()
                                .askOf(expression, among, SmallWorld.limit())
                                .members()))
                        .as(NormalForm.json(expression))
                        .isEqualTo(expected);
            }
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void anExplanationAgreesWithWhoIsIn(@ForAll long seed) throws SQLException {
        RandomWorld random = new RandomWorld(seed);
        try (SmallWorld world = random.world()) {
            random.goOn(world);
            for (int i = 0; i < EXPLAINED; i++) {
                Expression expression = random.expression(3);
                Answer answer = world.engine().ask(expression, SmallWorld.limit());
                List<Integer> members = List.copyOf(world.members.keySet());
                int member = members.get(Math.floorMod(seed + i, members.size()));
                Explained explained = world.engine().explain(expression, member, SmallWorld.limit());
                new Agreement(world, member).check(explained, answer);
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theNormalFormMeansTheSameAndIsReadAsItWasWritten(@ForAll long seed) throws SQLException {
        RandomWorld random = new RandomWorld(seed);
        Expression expression = random.expression(4);
        Expression normal = NormalForm.of(expression);
        assertThat(NormalForm.of(normal)).isEqualTo(normal);
        assertThat(ExpressionReader.read(JsonMapper.shared().readTree(NormalForm.json(expression))))
                .as(NormalForm.json(expression))
                .isEqualTo(new Reading.Understood(expression));
        if (seed % 8 == 0) {
            try (SmallWorld world = random.world()) {
                assertThat(world.asked(normal)).isEqualTo(world.naive(expression));
            }
        }
    }
}
