package io.guanxi.audience.engine;

import io.guanxi.audience.engine.SmallWorld.Happening;
import io.guanxi.audience.engine.SmallWorld.Scores;
import io.guanxi.audience.expression.AiplStage;
import io.guanxi.audience.expression.CommunityRole;
import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.EventMatch.Column;
import io.guanxi.audience.expression.EventMatch.Condition;
import io.guanxi.audience.expression.EventMatch.Hours;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Figure;
import io.guanxi.audience.expression.GrowthLevel;
import io.guanxi.audience.expression.Mark;
import io.guanxi.audience.expression.Measure;
import io.guanxi.audience.expression.References;
import io.guanxi.audience.expression.RelationshipLayer;
import io.guanxi.audience.expression.Test;
import io.guanxi.audience.expression.Test.Range;
import io.guanxi.audience.expression.Window;
import io.guanxi.community.CommunityStage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Draws worlds and expressions; the same seed draws the same. Values are few, so that conditions meet. */
final class RandomWorld {

    private static final List<String> EVENTS =
            List.of("Order Completed", "Message Sent", "Checked In", "Community Joined", "Community Role Changed");
    private static final List<String> COMMUNITIES = List.of("c1", "c2", "c3");
    private static final List<String> WORDS = List.of("tea", "milk tea", "10", "7.5");
    private static final List<String> DAYS =
            List.of("1990-11-25", "2000-02-29", "2026-11-01", "1988-12-31", "2001-01-03", "tomorrow", "2026-02-31");
    private static final List<LocalDate> SNAPSHOTS =
            List.of(SmallWorld.TODAY.minusDays(1), SmallWorld.TODAY.minusDays(30));
    private static final List<String> SHOWN =
            List.of("tea", "10", "c2", "test", "import", "2.50", "12.75", "3.0", "3", "0.00");
    private static final List<String> PARTS = List.of("te", "t", "1", "c", "3.", ".5", "0");
    private final Random dice;
    private final int members;

    RandomWorld(long seed) {
        dice = new Random(seed);
        members = 3 + dice.nextInt(12);
    }

    SmallWorld world() {
        SmallWorld world = new SmallWorld();
        for (int no = 1; no <= members; no++) {
            if (no == 1 || dice.nextInt(4) > 0) {
                world.aMember(no, dice.nextInt(60), channel());
            } else {
                world.aNewcomer(no, dice.nextInt(60), channel());
            }
            if (dice.nextInt(4) > 0) {
                world.scored(no, scores());
            }
            world.traits.put(no, new HashMap<>(Map.of("city", oneOf(WORDS), "birthday", oneOf(DAYS))));
            world.consents.put(no, Map.of("sms", dice.nextBoolean()));
        }
        world.aRun();
        COMMUNITIES.forEach(key -> world.aCommunity(key, oneOf("GOLDEN", "SILVER")));
        for (int i = 0; i < members; i++) {
            world.aStay(member(), oneOf(COMMUNITIES), dice.nextBoolean());
        }
        RoaringBitmap list = new RoaringBitmap();
        list.add(member(), member());
        world.lists.put(1L, list);
        for (LocalDate day : SNAPSHOTS) {
            RoaringBitmap then = new RoaringBitmap();
            some(this::member).forEach(then::add);
            world.snapshots.put(new References.Snapshot(1, day), then);
        }
        for (int i = 0; i < members; i++) {
            world.aTag(1 + dice.nextInt(3), member(), true);
        }
        world.definitions.put(1L, expression(2, false));
        world.arrive(events(dice.nextInt(60)));
        return world;
    }

    /** Somebody comes, two merge, somebody is erased, things happen. */
    void goOn(SmallWorld world) {
        int newcomer = members + 1;
        if (dice.nextBoolean() && !world.members.containsKey(newcomer)) {
            world.aNewcomer(newcomer, 0, "shop");
        }
        if (dice.nextBoolean() && world.members.containsKey(2) && world.members.containsKey(3)) {
            world.aMerge(3, 2);
        } else if (dice.nextBoolean() && world.members.containsKey(2)) {
            world.anErasure(2);
        }
        if (dice.nextBoolean()) {
            world.aTag(1 + dice.nextInt(3), oneOf(List.copyOf(world.members.keySet())), dice.nextBoolean());
        }
        world.arrive(events(dice.nextInt(10)));
    }

    private Scores scores() {
        Map<String, @Nullable Double> figures = new HashMap<>();
        for (Figure figure : Figure.values()) {
            figures.put(figure.column(), dice.nextInt(4) == 0 ? null : (double) dice.nextInt(50));
        }
        for (Figure figure : List.of(Figure.VALUE, Figure.MONETARY, Figure.SPEND)) {
            figures.put(figure.column(), dice.nextInt(200) * 0.25 - (figure == Figure.SPEND ? 5 : 0));
        }
        figures.put("recency_days", dice.nextBoolean() ? null : (double) dice.nextInt(60));
        figures.put("r", dice.nextBoolean() ? null : (double) (1 + dice.nextInt(5)));
        figures.put("orders", (double) dice.nextInt(4));
        return new Scores(
                SmallWorld.TODAY.minusDays(dice.nextInt(200)),
                figures,
                oneOf(AiplStage.values()).name(),
                dice.nextInt(64),
                dice.nextInt(64),
                dice.nextInt(64),
                oneOf(RelationshipLayer.values()).name(),
                oneOf(GrowthLevel.values()).name(),
                dice.nextBoolean(),
                dice.nextBoolean(),
                dice.nextLong() >>> 4);
    }

    private List<Happening> events(int count) {
        List<Happening> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> properties = new HashMap<>();
            if (dice.nextBoolean()) {
                properties.put("category", oneOf(WORDS));
            }
            if (dice.nextBoolean()) {
                properties.put("role", oneOf("owner", "ADMIN", "member", "guest"));
            }
            if (dice.nextBoolean()) {
                properties.put("size", dice.nextInt(20));
            }
            events.add(new Happening(
                    member(),
                    oneOf(EVENTS),
                    SmallWorld.at(dice.nextInt(45), dice.nextInt(24)).plusSeconds(dice.nextInt(1000)),
                    dice.nextBoolean() ? null : dice.nextInt(400) * 0.25,
                    dice.nextBoolean() ? null : (double) dice.nextInt(5),
                    dice.nextBoolean() ? null : oneOf(WORDS),
                    dice.nextBoolean() ? null : oneOf(COMMUNITIES),
                    properties));
        }
        return events;
    }

    private @Nullable String channel() {
        return dice.nextInt(3) == 0 ? null : oneOf("live-code", "shop");
    }

    private int member() {
        return 1 + dice.nextInt(members);
    }

    Expression expression(int depth) {
        return expression(depth, true);
    }

    private Expression expression(int depth, boolean others) {
        return switch (depth == 0 ? 3 : dice.nextInt(6)) {
            case 0 -> new Expression.All(some(() -> expression(depth - 1, others)));
            case 1 -> new Expression.Any(some(() -> expression(depth - 1, others)));
            case 2 -> new Expression.Not(expression(depth - 1, others));
            default -> leaf(others);
        };
    }

    private Expression leaf(boolean others) {
        return switch (dice.nextInt(others ? 23 : 22)) {
            case 0 -> new Expression.Everyone();
            case 1 -> new Expression.Trait("city", test());
            case 2 -> new Expression.Channel(some(() -> oneOf("live-code", "shop", "store")));
            case 3 -> new Expression.Joined(window(false));
            case 4 -> new Expression.Consent("sms", dice.nextBoolean());
            case 5 -> new Expression.Score(oneOf(Figure.values()), range(40));
            case 6 -> new Expression.Marked(oneOf(Mark.values()));
            case 7 -> new Expression.ActiveDays(1 + dice.nextInt(60), range(30));
            case 8 ->
                dice.nextBoolean()
                        ? new Expression.Stage(some(() -> oneOf(AiplStage.values())), dice.nextInt(5), null)
                        : new Expression.Stage(some(() -> oneOf(AiplStage.values())), 0, day());
            case 9 -> moved(dice.nextBoolean());
            case 10 ->
                dice.nextInt(3) == 0
                        ? new Expression.LayerMoved(
                                some(() -> oneOf(RelationshipLayer.values())),
                                some(() -> oneOf(RelationshipLayer.values())),
                                1 + dice.nextInt(45))
                        : new Expression.Layer(
                                some(() -> oneOf(RelationshipLayer.values())), dice.nextBoolean() ? null : day());
            case 11 -> new Expression.Level(some(() -> oneOf(GrowthLevel.values())));
            case 12, 13, 14 -> did();
            case 15 -> new Expression.Sequence(event(), event(), dice.nextInt(10), window(false));
            case 16 ->
                new Expression.Community(
                        dice.nextBoolean() ? List.of() : some(() -> oneOf(COMMUNITIES)),
                        dice.nextBoolean() ? List.of() : some(() -> oneOf(CommunityStage.values())),
                        dice.nextBoolean() ? List.of() : some(() -> oneOf(CommunityRole.values())),
                        dice.nextBoolean());
            case 17 -> new Expression.Share(1 + dice.nextInt(100), oneOf("a", "b"));
            case 18 -> new Expression.InList(1);
            case 19 -> new Expression.Tagged(some(() -> 1 + dice.nextInt(3)));
            case 20 -> traitDay();
            case 21 -> new Expression.InAudience(1, oneOf(SNAPSHOTS));
            default -> new Expression.InAudience(1, null);
        };
    }

    private LocalDate day() {
        return SmallWorld.TODAY.minusDays(dice.nextInt(45));
    }

    private Expression moved(boolean byDay) {
        return new Expression.Moved(
                some(() -> oneOf(AiplStage.values())),
                some(() -> oneOf(AiplStage.values())),
                byDay ? null : 1 + dice.nextInt(4),
                byDay ? 1 + dice.nextInt(45) : null);
    }

    private Expression traitDay() {
        int late = dice.nextInt(300);
        return dice.nextBoolean()
                ? new Expression.TraitDay(
                        "birthday", oneOf(window(false), new Window.Next(1 + dice.nextInt(60))), false)
                : new Expression.TraitDay(
                        "birthday",
                        oneOf(
                                new Window.Next(1 + dice.nextInt(366)),
                                new Window.Last(1 + dice.nextInt(366)),
                                new Window.Ago(late + dice.nextInt(60), late)),
                        true);
    }

    private Expression did() {
        Measure measure = oneOf(Measure.values());
        return switch (measure) {
            case FIRST, LAST ->
                new Expression.Did(
                        dice.nextBoolean() ? EventMatch.named(oneOf(EVENTS)) : event(),
                        window(true),
                        measure,
                        null,
                        Range.SOME);
            case SUM, DISTINCT ->
                new Expression.Did(event(), window(true), measure, oneOf("size", "category", "none"), range(20));
            case COUNT, DAYS, AMOUNT, QUANTITY, OBJECTS ->
                new Expression.Did(event(), window(true), measure, null, dice.nextBoolean() ? Range.SOME : range(6));
        };
    }

    /** {@return how often something was done within a few days, whatever the bounds} */
    Expression.Did counted() {
        EventMatch event =
                new EventMatch(dice.nextInt(5) == 0 ? null : oneOf(oneOf(EVENTS), "Never Seen"), List.of(), null);
        return new Expression.Did(event, window(false), Measure.COUNT, null, Range.SOME);
    }

    /** {@return the same within other bounds} */
    Expression.Did bounded(Expression.Did did) {
        Range is = dice.nextInt(4) == 0 ? Range.SOME : range(6);
        return new Expression.Did(did.event(), did.during(), did.measure(), did.property(), is);
    }

    private EventMatch event() {
        List<Condition> where = dice.nextInt(3) > 0
                ? List.of()
                : some(() -> dice.nextBoolean()
                        ? new Condition(null, oneOf("category", "size", "none"), test())
                        : new Condition(oneOf(Column.values()), null, columnTest()));
        Hours hours = dice.nextInt(4) > 0 ? null : new Hours(dice.nextInt(24), dice.nextInt(24));
        return new EventMatch(dice.nextInt(5) == 0 ? null : oneOf(oneOf(EVENTS), "Never Seen"), where, hours);
    }

    private Test test() {
        return switch (dice.nextInt(5)) {
            case 0 -> new Test.OneOf(some(() -> oneOf(WORDS)));
            case 1 -> new Test.Contains(oneOf("tea", "1", "m"));
            case 2 -> new Test.StartsWith(oneOf("m", "te", "7"));
            case 3 -> new Test.Known(dice.nextBoolean());
            default -> range(12);
        };
    }

    private Test columnTest() {
        return switch (dice.nextInt(5)) {
            case 0 -> new Test.OneOf(some(() -> oneOf(SHOWN)));
            case 1 -> new Test.Contains(oneOf(PARTS));
            case 2 -> new Test.StartsWith(oneOf(PARTS));
            case 3 -> new Test.Known(dice.nextBoolean());
            default -> range(oneOf(4, 12, 100));
        };
    }

    private Range range(int most) {
        Double low = dice.nextInt(3) == 0 ? null : (double) dice.nextInt(most);
        Double high = low != null && dice.nextBoolean() ? null : (double) dice.nextInt(most);
        boolean open = dice.nextBoolean();
        return new Range(open ? null : low, open ? low : null, open ? high : null, open ? null : high);
    }

    private Window window(boolean joining) {
        int late = dice.nextInt(30);
        return switch (dice.nextInt(joining ? 5 : 4)) {
            case 0 -> new Window.Ever();
            case 1 -> new Window.Last(1 + dice.nextInt(45));
            case 2 -> new Window.Ago(late + dice.nextInt(20), late);
            case 3 ->
                new Window.Between(
                        dice.nextBoolean() ? null : SmallWorld.TODAY.minusDays(late + dice.nextInt(20)),
                        SmallWorld.TODAY.minusDays(late));
            default -> new Window.SinceJoining(dice.nextInt(40));
        };
    }

    private <T> List<T> some(Supplier<T> draw) {
        List<T> drawn = new ArrayList<>();
        int count = 1 + dice.nextInt(3);
        for (int i = 0; i < count; i++) {
            drawn.add(draw.get());
        }
        return drawn;
    }

    @SafeVarargs
    private <T> T oneOf(T... words) {
        return words[dice.nextInt(words.length)];
    }

    private <T> T oneOf(List<T> words) {
        return words.get(dice.nextInt(words.size()));
    }
}
