package io.guanxi.audience.expression;

import io.guanxi.audience.expression.EventMatch.Column;
import io.guanxi.audience.expression.EventMatch.Condition;
import io.guanxi.audience.expression.EventMatch.Hours;
import io.guanxi.community.CommunityStage;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads expressions from JSON, and says where one is wrong. Strict: a field without a meaning is refused, since a condition
 * that was overlooked would let in the wrong people.
 */
public final class ExpressionReader {

    /** How deep groups may lie in each other. */
    public static final int DEEPEST = 12;

    /** How many words an expression may have. */
    public static final int LARGEST = 300;

    private static final int LONGEST_DAYS = 3660;
    private static final int DAYS_OF_A_YEAR = 366;
    private static final int MOST_CONDITIONS = 10;

    private int words;

    private ExpressionReader() {}

    /**
     * {@return the expression, or the place where it is wrong}
     *
     * @param json any JSON
     */
    public static Reading read(JsonNode json) {
        try {
            return new Reading.Understood(new ExpressionReader().expression(new Place(json, ""), 1));
        } catch (Place.Misread misread) {
            return misread.refused();
        }
    }

    private Expression expression(Place place, int depth) {
        if (depth > DEEPEST) {
            throw place.wrong("too-deep", "groups lie more than " + DEEPEST + " deep in each other");
        }
        if (++words > LARGEST) {
            throw place.wrong("too-large", "an expression has at most " + LARGEST + " conditions and groups");
        }
        if (!place.value().isObject()) {
            throw place.wrong("type-wrong", "an object with a field \"kind\" is wanted here");
        }
        String kind = place.required("kind").text();
        return switch (kind) {
            case "everyone" -> {
                place.object("kind");
                yield new Expression.Everyone();
            }
            case "all" -> new Expression.All(group(place, depth));
            case "any" -> new Expression.Any(group(place, depth));
            case "not" ->
                new Expression.Not(expression(place.object("kind", "of").required("of"), depth + 1));
            default -> leaf(kind, place);
        };
    }

    private List<Expression> group(Place place, int depth) {
        return place.object("kind", "of").required("of").list(1, LARGEST, inner -> expression(inner, depth + 1));
    }

    private static Expression.Leaf leaf(String kind, Place place) {
        return switch (kind) {
            case "trait" -> trait(place.object("kind", "name", "is"));
            case "traitDay" -> traitDay(place.object("kind", "name", "during", "yearly"));
            case "channel" ->
                new Expression.Channel(place.object("kind", "in").required("in").list(Place::text));
            case "joined" -> joined(place.object("kind", "during"));
            case "consent" -> consent(place.object("kind", "channel", "granted"));
            case "score" -> score(place.object("kind", "figure", "is"));
            case "mark" ->
                new Expression.Marked(
                        place.object("kind", "mark").required("mark").oneOf(Mark.class));
            case "activeDays" -> activeDays(place.object("kind", "within", "is"));
            case "stage" -> stage(place.object("kind", "in", "monthsAgo", "on"));
            case "moved" -> moved(place.object("kind", "from", "to", "months", "days"));
            case "layer" ->
                new Expression.Layer(
                        layers(place.object("kind", "in", "on").required("in")), place.maybe("on", Place::day));
            case "layerMoved" -> layerMoved(place.object("kind", "from", "to", "days"));
            case "level" ->
                new Expression.Level(place.object("kind", "in").required("in").list(it -> it.oneOf(GrowthLevel.class)));
            case "did" -> did(place.object("kind", "event", "during", "measure", "property", "is"));
            case "sequence" -> sequence(place.object("kind", "first", "then", "withinDays", "during"));
            case "community" -> community(place.object("kind", "in", "stages", "roles", "past"));
            case "tag" ->
                new Expression.Tagged(
                        place.object("kind", "in").required("in").list(it -> it.whole(1, Integer.MAX_VALUE)));
            case "audience" ->
                new Expression.InAudience(
                        place.object("kind", "id", "on").required("id").id(), place.maybe("on", Place::day));
            case "list" ->
                new Expression.InList(place.object("kind", "id").required("id").id());
            case "share" -> share(place.object("kind", "percent", "salt"));
            default ->
                throw place.at("kind").wrong("kind-unknown", "no condition has the kind \"" + shown(kind) + "\"");
        };
    }

    private static Expression.Leaf trait(Place place) {
        return new Expression.Trait(place.required("name").text(), test(place.required("is")));
    }

    private static Expression.Leaf traitDay(Place place) {
        Place during = place.required("during");
        Window window = anyWindow(during);
        if (window instanceof Window.SinceJoining) {
            throw during.wrong(
                    "window-impossible", "a day of a trait takes a window of days that are the same for all");
        }
        Boolean yearly = place.maybe("yearly", Place::truth);
        if (yearly != null && yearly && window.on(LocalDate.EPOCH).days() > DAYS_OF_A_YEAR) {
            throw during.wrong(
                    "window-impossible",
                    "an anniversary takes a window with two bounds, of " + DAYS_OF_A_YEAR + " days at most");
        }
        return new Expression.TraitDay(place.required("name").text(), window, yearly != null && yearly);
    }

    private static Expression.Leaf joined(Place place) {
        Place during = place.required("during");
        Window window = window(during);
        if (window instanceof Window.SinceJoining) {
            throw during.wrong("window-impossible", "the day of joining cannot be counted from itself");
        }
        return new Expression.Joined(window);
    }

    private static Expression.Leaf consent(Place place) {
        Boolean granted = place.maybe("granted", Place::truth);
        return new Expression.Consent(place.required("channel").text(), granted == null || granted);
    }

    private static Expression.Leaf score(Place place) {
        return new Expression.Score(place.required("figure").oneOf(Figure.class), range(place.required("is")));
    }

    private static Expression.Leaf activeDays(Place place) {
        return new Expression.ActiveDays(place.required("within").whole(1, 60), range(place.required("is")));
    }

    private static Expression.Leaf stage(Place place) {
        Integer monthsAgo = place.maybe("monthsAgo", it -> it.whole(0, 36));
        LocalDate on = place.maybe("on", Place::day);
        if (on != null && monthsAgo != null && monthsAgo > 0) {
            throw place.at("on").wrong("field-unknown", "either a day or a month is asked for");
        }
        return new Expression.Stage(stages(place.required("in")), monthsAgo == null ? 0 : monthsAgo, on);
    }

    private static Expression.Leaf layerMoved(Place place) {
        return new Expression.LayerMoved(
                layers(place.required("from")),
                layers(place.required("to")),
                place.required("days").whole(1, DAYS_OF_A_YEAR));
    }

    private static List<RelationshipLayer> layers(Place place) {
        return place.list(it -> it.oneOf(RelationshipLayer.class));
    }

    private static Expression.Leaf moved(Place place) {
        Integer days = place.maybe("days", it -> it.whole(1, DAYS_OF_A_YEAR));
        if (days != null && place.has("months")) {
            throw place.at("days").wrong("field-unknown", "either days or months are asked for");
        }
        return new Expression.Moved(
                stages(place.required("from")),
                stages(place.required("to")),
                days == null ? place.required("months").whole(1, 12) : null,
                days);
    }

    private static List<AiplStage> stages(Place place) {
        return place.list(it -> it.oneOf(AiplStage.class));
    }

    private static Expression.Leaf did(Place place) {
        EventMatch event = event(place.required("event"));
        Window during = during(place);
        Measure given = place.maybe("measure", it -> it.oneOf(Measure.class));
        Measure measure = given == null ? Measure.COUNT : given;
        Test.Range is = place.maybe("is", ExpressionReader::range);
        boolean firstOrLast = measure == Measure.FIRST || measure == Measure.LAST;
        if (firstOrLast && is != null && !is.equals(Test.Range.SOME)) {
            throw place.at("is").wrong("field-unknown", "the first or last event lies in the window or not: no amount");
        }
        boolean ofProperty = measure == Measure.SUM || measure == Measure.DISTINCT;
        if (place.has("property") && !ofProperty) {
            throw place.at("property").wrong("field-unknown", "only SUM and DISTINCT are of a property");
        }
        return new Expression.Did(
                event,
                during,
                measure,
                ofProperty ? property(place.required("property")) : null,
                is == null ? Test.Range.SOME : is);
    }

    private static Expression.Leaf sequence(Place place) {
        Place during = place.at("during");
        Window window = during(place);
        if (window instanceof Window.SinceJoining) {
            throw during.wrong("window-impossible", "a sequence takes a window of days that are the same for all");
        }
        return new Expression.Sequence(
                event(place.required("first")),
                event(place.required("then")),
                place.required("withinDays").whole(0, DAYS_OF_A_YEAR),
                window);
    }

    private static Expression.Leaf community(Place place) {
        List<String> in = place.maybe("in", it -> it.list(0, Place.LONGEST_LIST, Place::text));
        List<CommunityStage> stages =
                place.maybe("stages", it -> it.list(0, Place.LONGEST_LIST, one -> one.oneOf(CommunityStage.class)));
        List<CommunityRole> roles =
                place.maybe("roles", it -> it.list(0, Place.LONGEST_LIST, one -> one.oneOf(CommunityRole.class)));
        Boolean past = place.maybe("past", Place::truth);
        return new Expression.Community(
                in == null ? List.of() : in,
                stages == null ? List.of() : stages,
                roles == null ? List.of() : roles,
                past != null && past);
    }

    private static Expression.Leaf share(Place place) {
        double percent = place.required("percent").number();
        if (percent <= 0 || percent > 100) {
            throw place.at("percent").wrong("value-invalid", "a share is over 0 and at most 100 percent");
        }
        String salt = place.maybe("salt", Place::text);
        return new Expression.Share(percent, salt == null ? "guanxi" : salt);
    }

    private static EventMatch event(Place place) {
        place.object("name", "where", "hours");
        List<Condition> where = place.maybe("where", it -> it.list(0, MOST_CONDITIONS, ExpressionReader::condition));
        return new EventMatch(
                place.maybe("name", Place::text),
                where == null ? List.of() : where,
                place.maybe(
                        "hours",
                        it -> new Hours(
                                it.object("from", "to").required("from").whole(0, 23),
                                it.required("to").whole(0, 23))));
    }

    private static Condition condition(Place place) {
        place.object("column", "property", "is");
        if (place.has("column") == place.has("property")) {
            throw place.wrong("field-missing", "either \"column\" or \"property\" is wanted here");
        }
        return new Condition(
                place.maybe("column", it -> it.oneOf(Column.class)),
                place.maybe("property", ExpressionReader::property),
                test(place.required("is")));
    }

    private static String property(Place place) {
        String property = place.text();
        if (property.indexOf('"') >= 0 || property.indexOf('\\') >= 0) {
            throw place.wrong("value-invalid", "a property's name holds no quote and no backslash");
        }
        return property;
    }

    private static Window during(Place place) {
        Window window = place.maybe("during", ExpressionReader::window);
        return window == null ? new Window.Ever() : window;
    }

    /** A window of what has happened. */
    private static Window window(Place place) {
        Window window = anyWindow(place);
        if (window instanceof Window.Next) {
            throw place.wrong("window-impossible", "only a day that a trait names can lie ahead");
        }
        return window;
    }

    private static Window anyWindow(Place place) {
        if (!place.value().isObject()) {
            throw place.wrong("type-wrong", "a window is wanted here, such as {\"kind\":\"last\",\"days\":30}");
        }
        String kind = place.required("kind").text();
        return switch (kind) {
            case "ever" -> {
                place.object("kind");
                yield new Window.Ever();
            }
            case "last" ->
                new Window.Last(place.object("kind", "days").required("days").whole(1, LONGEST_DAYS));
            case "next" ->
                new Window.Next(place.object("kind", "days").required("days").whole(1, LONGEST_DAYS));
            case "ago" -> ago(place.object("kind", "from", "to"));
            case "between" -> between(place.object("kind", "from", "to"));
            case "sinceJoining" ->
                new Window.SinceJoining(
                        place.object("kind", "days").required("days").whole(0, LONGEST_DAYS));
            default -> throw place.at("kind").wrong("kind-unknown", "no window has the kind \"" + shown(kind) + "\"");
        };
    }

    private static Window ago(Place place) {
        int from = place.required("from").whole(0, LONGEST_DAYS);
        int to = place.required("to").whole(0, LONGEST_DAYS);
        if (from < to) {
            throw place.wrong("window-impossible", "it begins " + from + " days ago and ends before that");
        }
        return new Window.Ago(from, to);
    }

    private static Window between(Place place) {
        Window.Between window = new Window.Between(place.maybe("from", Place::day), place.maybe("to", Place::day));
        if (window.from() == null && window.to() == null) {
            throw place.wrong("window-impossible", "one bound at least is wanted here");
        }
        if (window.from() != null && window.to() != null && window.to().isBefore(window.from())) {
            throw place.wrong("window-impossible", "it ends before it begins");
        }
        return window;
    }

    private static Test test(Place place) {
        place.object("in", "contains", "startsWith", "known", "atLeast", "moreThan", "atMost", "lessThan");
        boolean single = place.value().size() == 1;
        if (single && place.has("in")) {
            return new Test.OneOf(place.at("in").list(Place::scalar));
        }
        if (single && place.has("contains")) {
            return new Test.Contains(place.at("contains").text());
        }
        if (single && place.has("startsWith")) {
            return new Test.StartsWith(place.at("startsWith").text());
        }
        if (single && place.has("known")) {
            return new Test.Known(place.at("known").truth());
        }
        return range(place);
    }

    private static Test.Range range(Place place) {
        place.object("atLeast", "moreThan", "atMost", "lessThan");
        Test.Range range = new Test.Range(
                place.maybe("atLeast", Place::number),
                place.maybe("moreThan", Place::number),
                place.maybe("atMost", Place::number),
                place.maybe("lessThan", Place::number));
        if (range.equals(new Test.Range(null, null, null, null))) {
            throw place.wrong("field-missing", "a bound is wanted here: atLeast, moreThan, atMost or lessThan");
        }
        if ((range.atLeast() != null && range.moreThan() != null)
                || (range.atMost() != null && range.lessThan() != null)) {
            throw place.wrong("value-invalid", "one lower and one upper bound are enough");
        }
        return range;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), 40));
    }
}
