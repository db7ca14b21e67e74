package io.guanxi.audience.expression;

import io.guanxi.audience.engine.Shares;
import io.guanxi.audience.engine.SmallWorld;
import io.guanxi.audience.engine.SmallWorld.Happening;
import io.guanxi.audience.engine.SmallWorld.Scores;
import io.guanxi.value.ValueModel.LayerRules;
import io.guanxi.value.ValueModel.StageRules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The meaning of the language, written down member by member and event by event, with no thought of speed. */
public final class NaiveEvaluator {

    private final SmallWorld world;

    public NaiveEvaluator(SmallWorld world) {
        this.world = world;
    }

    public boolean holds(Expression expression, int member) {
        return switch (expression) {
            case Expression.Everyone() -> true;
            case Expression.All(var of) -> of.stream().allMatch(it -> holds(it, member));
            case Expression.Any(var of) -> of.stream().anyMatch(it -> holds(it, member));
            case Expression.Not(var of) -> !holds(of, member);
            case Expression.Trait(var name, var is) ->
                test(is, world.traits.getOrDefault(member, Map.of()).get(name));
            case Expression.TraitDay(var name, var during, var yearly) -> {
                String said = world.traits.getOrDefault(member, Map.of()).get(name);
                yield said != null
                        && said.matches("\\d{4}-\\d{2}-\\d{2}")
                        && YearMonth.parse(said.substring(0, 7)).isValidDay(Integer.parseInt(said.substring(8)))
                        && lies(LocalDate.parse(said), during, yearly);
            }
            case Expression.Channel(var in) -> {
                String channel =
                        Objects.requireNonNull(world.members.get(member)).channel();
                yield channel != null && in.contains(channel);
            }
            case Expression.Joined(var during) -> during.on(world.today).holds(joined(member));
            case Expression.Consent(var channel, var granted) ->
                Objects.equals(world.consents.getOrDefault(member, Map.of()).get(channel), granted);
            case Expression.Score(var figure, var is) ->
                score(member, it -> number(is, it.figures().get(figure.column())));
            case Expression.Marked(var mark) ->
                score(member, it -> mark == Mark.HIGH_VALUE ? it.highValue() : it.topSpender());
            case Expression.ActiveDays(var within, var is) ->
                score(
                        member,
                        it -> is.holds(IntStream.range(0, within)
                                .filter(day -> (it.recentDays() >> day & 1) == 1)
                                .count()));
            case Expression.Stage(var in, var _, var on)
            when on != null -> stood(member, on) && in.contains(stageOn(member, on));
            case Expression.Stage(var in, var ago, var _) ->
                score(member, it -> (ago == 0 || joinedMonthsAgo(it) >= ago) && in.contains(stage(it, ago)));
            case Expression.Moved(var from, var to, var _, var days)
            when days != null ->
                score(member, it -> to.contains(AiplStage.valueOf(it.stage())))
                        && stood(member, world.today.minusDays(days))
                        && from.contains(stageOn(member, world.today.minusDays(days)));
            case Expression.Moved(var from, var to, var months, var _) ->
                score(member, it -> IntStream.range(0, Objects.requireNonNull(months))
                        .anyMatch(k -> joinedMonthsAgo(it) >= k + 1
                                && from.contains(stage(it, k + 1))
                                && to.contains(stage(it, k))));
            case Expression.Layer(var in, var on) ->
                on == null
                        ? score(member, it -> in.contains(RelationshipLayer.valueOf(it.layer())))
                        : stood(member, on) && in.contains(layerOn(member, on));
            case Expression.LayerMoved(var from, var to, var days) ->
                score(member, it -> to.contains(RelationshipLayer.valueOf(it.layer())))
                        && stood(member, world.today.minusDays(days))
                        && from.contains(layerOn(member, world.today.minusDays(days)));
            case Expression.Level(var in) -> score(member, it -> in.contains(GrowthLevel.valueOf(it.level())));
            case Expression.Did did -> did(did, member);
            case Expression.Sequence sequence -> sequence(sequence, member);
            case Expression.Community community ->
                world.stays.stream()
                        .filter(stay -> world.survivor(stay.member()) == member && stay.belongs() != community.past())
                        .filter(stay ->
                                community.in().isEmpty() || community.in().contains(stay.community()))
                        .filter(stay -> community.roles().isEmpty()
                                || community.roles().contains(role(member, stay.community())))
                        .anyMatch(stay -> community.stages().isEmpty()
                                || community.stages().stream()
                                        .anyMatch(it -> it.name().equals(world.communityStages.get(stay.community()))));
            case Expression.Tagged(var in) ->
                in.stream()
                        .anyMatch(tag -> world.tags.getOrDefault(tag, Set.of()).contains(member));
            case Expression.InAudience(long id, var on)
            when on != null ->
                Objects.requireNonNull(world.snapshots.get(new References.Snapshot(id, on))).stream()
                        .anyMatch(no -> world.survivor(no) == member);
            case Expression.InAudience(long id, var _) ->
                holds(Objects.requireNonNull(world.definitions.get(id)), member);
            case Expression.InList(long id) ->
                Objects.requireNonNull(world.lists.get(id)).stream().anyMatch(no -> world.survivor(no) == member);
            case Expression.Share share -> Shares.holds(share, member);
        };
    }

    private boolean stood(int member, LocalDate on) {
        return !joined(member).isAfter(on);
    }

    private List<LocalDate> days(int member, LocalDate on, Predicate<String> event) {
        return world.happenings.stream()
                .filter(it -> world.survivor(it.member()) == member && !it.day().isAfter(on) && event.test(it.event()))
                .map(Happening::day)
                .toList();
    }

    private static long monthsAgo(LocalDate day, LocalDate on) {
        return ChronoUnit.MONTHS.between(day.withDayOfMonth(1), on.withDayOfMonth(1));
    }

    private AiplStage stageOn(int member, LocalDate on) {
        StageRules rules = SmallWorld.MODEL.stages();
        List<LocalDate> orders = days(member, on, "Order Completed"::equals);
        boolean bought = orders.stream()
                .anyMatch(day -> monthsAgo(day, on) < rules.purchase().months());
        StageRules.Loyalty loyalty = rules.loyalty();
        boolean again = orders.stream()
                .filter(day -> monthsAgo(day, on) < loyalty.months())
                .anyMatch(day -> orders.stream()
                                .filter(other ->
                                        !other.isAfter(day) && !other.isBefore(day.minusDays(loyalty.withinDays())))
                                .count()
                        >= loyalty.orders());
        boolean advocated = days(member, on, loyalty.advocacy()::contains).stream()
                .anyMatch(day -> monthsAgo(day, on) < loyalty.months());
        if (again || (bought && advocated)) {
            return AiplStage.LOYALTY;
        }
        return bought
                ? AiplStage.PURCHASE
                : days(member, on, rules.interest().events()::contains).stream()
                                .anyMatch(day ->
                                        monthsAgo(day, on) < rules.interest().months())
                        ? AiplStage.INTEREST
                        : AiplStage.AWARENESS;
    }

    private RelationshipLayer layerOn(int member, LocalDate on) {
        LayerRules rules = SmallWorld.MODEL.layers();
        List<LocalDate> active =
                days(member, on, event -> !SmallWorld.MODEL.passive().contains(event));
        if (active.isEmpty()) {
            return RelationshipLayer.NEW;
        }
        long recent = active.stream()
                .filter(day -> day.isAfter(on.minusDays(rules.withinDays())))
                .distinct()
                .count();
        if (recent < rules.activeDays()) {
            return RelationshipLayer.ACTING;
        }
        long orders = days(member, on, "Order Completed"::equals).stream()
                .filter(day -> day.isAfter(on.minusDays(rules.ordersWithinDays())))
                .count();
        return orders < rules.orders() ? RelationshipLayer.ACTIVE : RelationshipLayer.LOYAL;
    }

    /** The last that was told; who joins without one is a plain member. */
    private CommunityRole role(int member, String community) {
        List<String> known =
                Stream.of(CommunityRole.values()).map(CommunityRole::name).toList();
        return world.happenings.stream()
                .filter(it -> world.survivor(it.member()) == member && community.equals(it.community()))
                .filter(it -> it.event().equals("Community Joined")
                        || (it.event().equals("Community Role Changed") && known.contains(told(it))))
                .max(Comparator.comparing(Happening::ts))
                .filter(it -> known.contains(told(it)))
                .map(it -> CommunityRole.valueOf(told(it)))
                .orElse(CommunityRole.MEMBER);
    }

    private static String told(Happening it) {
        return String.valueOf(it.properties().get("role")).toUpperCase(Locale.ROOT);
    }

    private boolean score(int member, Predicate<Scores> holds) {
        Scores scores = world.scores.get(member);
        return scores != null && holds.test(scores);
    }

    private static int joinedMonthsAgo(Scores scores) {
        LocalDate joined = scores.joined();
        return (SmallWorld.TODAY.getYear() - joined.getYear()) * 12
                + SmallWorld.TODAY.getMonthValue()
                - joined.getMonthValue();
    }

    private static AiplStage stage(Scores scores, int monthsAgo) {
        if (monthsAgo == 0) {
            return AiplStage.valueOf(scores.stage());
        }
        if ((scores.loyaltyHeld() >> monthsAgo & 1) == 1) {
            return AiplStage.LOYALTY;
        }
        if ((scores.purchaseHeld() >> monthsAgo & 1) == 1) {
            return AiplStage.PURCHASE;
        }
        return (scores.interestHeld() >> monthsAgo & 1) == 1 ? AiplStage.INTEREST : AiplStage.AWARENESS;
    }

    private LocalDate joined(int member) {
        LocalDate created = Objects.requireNonNull(world.members.get(member)).created();
        Scores scores = world.scores.get(member);
        return scores != null && scores.joined().isBefore(created) ? scores.joined() : created;
    }

    private boolean within(Window window, int member, LocalDate day) {
        if (window instanceof Window.SinceJoining(int days)) {
            LocalDate joined = joined(member);
            return !day.isBefore(joined) && !day.isAfter(joined.plusDays(days));
        }
        return window.on(world.today).holds(day);
    }

    private List<Happening> events(EventMatch match, int member) {
        return world.happenings.stream()
                .filter(it -> world.survivor(it.member()) == member)
                .filter(it -> matches(match, it))
                .toList();
    }

    private boolean did(Expression.Did did, int member) {
        List<Happening> all = events(did.event(), member);
        List<Happening> inside = all.stream()
                .filter(it -> within(did.during(), member, it.day()))
                .toList();
        return switch (did.measure()) {
            case COUNT -> did.is().holds(inside.size());
            case DAYS ->
                did.is().holds(inside.stream().map(Happening::day).distinct().count());
            case OBJECTS ->
                did.is()
                        .holds(inside.stream()
                                .map(Happening::object)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count());
            case AMOUNT ->
                did.is()
                        .holds(inside.stream()
                                .map(Happening::amount)
                                .filter(Objects::nonNull)
                                .mapToDouble(it -> it)
                                .sum());
            case SUM ->
                did.is()
                        .holds(said(did, inside)
                                .mapToDouble(NaiveEvaluator::summand)
                                .sum());
            case DISTINCT -> did.is().holds(said(did, inside).distinct().count());
            case QUANTITY ->
                did.is()
                        .holds(inside.stream()
                                .map(Happening::quantity)
                                .filter(Objects::nonNull)
                                .mapToDouble(it -> it)
                                .sum());
            case FIRST ->
                all.stream()
                        .map(Happening::day)
                        .min(LocalDate::compareTo)
                        .filter(day -> within(did.during(), member, day))
                        .isPresent();
            case LAST ->
                all.stream()
                        .map(Happening::day)
                        .max(LocalDate::compareTo)
                        .filter(day -> within(did.during(), member, day))
                        .isPresent();
        };
    }

    private static Stream<String> said(Expression.Did did, List<Happening> events) {
        return events.stream()
                .map(it -> it.properties().get(Objects.requireNonNull(did.property())))
                .filter(Objects::nonNull)
                .map(Object::toString);
    }

    private static double summand(String said) {
        Double number = parsed(said);
        return number == null ? 0 : number;
    }

    /** Day by day through the window, as one would on a wall calendar. */
    private boolean lies(LocalDate day, Window during, boolean yearly) {
        Window.Span span = during.on(world.today);
        if (!yearly) {
            return span.holds(day);
        }
        return Objects.requireNonNull(span.from())
                .datesUntil(Objects.requireNonNull(span.to()).plusDays(1))
                .anyMatch(it -> it.equals(day.plusYears(it.getYear() - day.getYear())));
    }

    private boolean sequence(Expression.Sequence sequence, int member) {
        return events(sequence.first(), member).stream()
                .filter(a -> within(sequence.during(), member, a.day()))
                .anyMatch(a -> events(sequence.then(), member).stream()
                        .anyMatch(b -> a.ts().isBefore(b.ts())
                                && !b.day().isAfter(a.day().plusDays(sequence.withinDays()))));
    }

    private static boolean matches(EventMatch match, Happening event) {
        return (match.name() == null || match.name().equals(event.event()))
                && (match.hours() == null || match.hours().holds(event.hour()))
                && match.where().stream().allMatch(it -> test(it.is(), value(it, event)));
    }

    private static @Nullable String value(EventMatch.Condition condition, Happening event) {
        if (condition.column() == null) {
            Object value = event.properties().get(Objects.requireNonNull(condition.property()));
            return value == null ? null : value.toString();
        }
        return switch (condition.column()) {
            case OBJECT -> event.object();
            case COMMUNITY -> event.community();
            case AMOUNT -> event.amount() == null ? null : String.format(Locale.ROOT, "%.2f", event.amount());
            case QUANTITY -> event.quantity() == null ? null : event.quantity().toString();
            case SOURCE -> event.source();
        };
    }

    private static boolean test(Test test, @Nullable String value) {
        return switch (test) {
            case Test.Known(var known) -> (value != null) == known;
            case Test.OneOf(var in) -> value != null && in.contains(value);
            case Test.Contains(var part) -> value != null && value.contains(part);
            case Test.StartsWith(var start) -> value != null && value.startsWith(start);
            case Test.Range range -> number(range, parsed(value));
        };
    }

    private static boolean number(Test.Range range, @Nullable Double value) {
        return value != null && range.holds(value);
    }

    private static @Nullable Double parsed(@Nullable String value) {
        try {
            return value == null ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
