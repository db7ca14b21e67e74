package io.guanxi.journey.graph;

import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.ExpressionReader;
import io.guanxi.audience.expression.Reading;
import io.guanxi.platform.Problem.Fault;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads journeys from JSON, and says where one is wrong. Strict: a field without a meaning is refused. */
public final class GraphReader {

    /** How many nodes a journey may have. */
    public static final int MOST_NODES = 300;

    private static final int MOST_RULES = 20;
    private static final int MOST_ARMS = 10;
    private static final int MOST_WORDS = 20;
    private static final int MOST_TAGS = 20;
    private static final int MOST_POINTS = 1_000_000;
    private static final int LONGEST_DAYS = 3660;
    private static final int USUAL_PRIORITY = 5;
    private static final int HIGHEST_PRIORITY = 9;

    private GraphReader() {}

    /** What became of a JSON text that should be a journey. */
    public sealed interface Result {}

    /**
     * It is one; whether it can be published, {@link GraphCheck} knows.
     *
     * @param graph which
     */
    public record Understood(Graph graph) implements Result {}

    /**
     * It is none.
     *
     * @param fault the place as a JSON pointer, and what is wrong there
     */
    public record Refused(Fault fault) implements Result {}

    /**
     * {@return the journey, or the place where it is wrong}
     *
     * @param json any JSON
     */
    public static Result read(JsonNode json) {
        try {
            return new Understood(graph(new Place(json, "")));
        } catch (Place.Misread misread) {
            return new Refused(misread.fault());
        }
    }

    private static Graph graph(Place place) {
        place.object("name", "note", "priority", "entry", "reentry", "goal", "exitWhen", "start", "nodes");
        boolean noted =
                place.has("note") && !place.at("note").value().asString(" ").isEmpty();
        return new Graph(
                place.required("name").name(),
                noted ? place.at("note").text() : "",
                place.has("priority") ? place.at("priority").whole(1, HIGHEST_PRIORITY) : USUAL_PRIORITY,
                entry(place.required("entry")),
                place.has("reentry") ? reentry(place.at("reentry")) : new Graph.Never(),
                place.maybe("goal", GraphReader::goal),
                place.listOrNone("exitWhen", MOST_RULES, GraphReader::exitRule),
                place.required("start").name(),
                place.required("nodes").list(1, MOST_NODES, GraphReader::node));
    }

    private static Entry entry(Place place) {
        return switch (place.kind()) {
            case "event" ->
                new Entry.ByEvent(
                        event(place.object("kind", "event", "keyProperty").required("event")),
                        place.maybe("keyProperty", GraphReader::property));
            case "audience" ->
                new Entry.ByAudience(
                        place.object("kind", "audience", "change", "existing")
                                .required("audience")
                                .id(),
                        change(place),
                        place.truth("existing"));
            case "schedule" ->
                new Entry.BySchedule(
                        place.object("kind", "audience", "at", "days")
                                .required("audience")
                                .id(),
                        place.required("at").time(),
                        place.listOrNone("days", 7, day -> day.oneOf(DayOfWeek.class)));
            case "api" -> {
                place.object("kind");
                yield new Entry.ByCall();
            }
            default -> throw unknown(place, "event, audience, schedule, api");
        };
    }

    private static Entry.Change change(Place place) {
        return place.has("change") ? place.at("change").oneOf(Entry.Change.class) : Entry.Change.ENTERED;
    }

    private static Graph.Reentry reentry(Place place) {
        return switch (place.kind()) {
            case "never" -> {
                place.object("kind");
                yield new Graph.Never();
            }
            case "always" -> {
                place.object("kind");
                yield new Graph.Always();
            }
            case "after" ->
                new Graph.After(place.object("kind", "days").required("days").whole(1, LONGEST_DAYS));
            default -> throw unknown(place, "never, always, after");
        };
    }

    private static Graph.Goal goal(Place place) {
        return new Graph.Goal(event(place.object("event", "exits").required("event")), place.truth("exits"));
    }

    private static Graph.ExitRule exitRule(Place place) {
        return switch (place.kind()) {
            case "event" ->
                new Graph.ExitByEvent(event(place.object("kind", "event").required("event")));
            case "audience" ->
                new Graph.ExitByAudience(
                        place.object("kind", "audience", "change")
                                .required("audience")
                                .id(),
                        change(place));
            default -> throw unknown(place, "event, audience");
        };
    }

    private static Node node(Place place) {
        String kind = place.kind();
        String key = place.required("key").name();
        return switch (kind) {
            case "wait" -> {
                place.object("kind", "key", "until", "next", "otherwise");
                Until until = until(place.required("until"));
                if (place.has("otherwise") && !until.mayMiss()) {
                    throw place.at("otherwise").wrong(Flaw.NEVER_MISSED);
                }
                yield new Node.Wait(key, until, target(place, "next"), target(place, "otherwise"));
            }
            case "branch" ->
                new Node.Branch(
                        key,
                        expression(place.object("kind", "key", "audience", "yes", "no")
                                .required("audience")),
                        target(place, "yes"),
                        target(place, "no"));
            case "reply" -> reply(place.object("kind", "key", "answers", "otherwise"), key);
            case "split" -> split(place.object("kind", "key", "salt", "arms"), key);
            case "experiment" ->
                new Node.Trial(
                        key,
                        place.object("kind", "key", "experiment", "arms", "otherwise")
                                .required("experiment")
                                .id(),
                        trialArms(place.required("arms")),
                        target(place, "otherwise"));
            case "message" ->
                new Node.Message(
                        key,
                        place.object("kind", "key", "template", "values", "within", "next")
                                .required("template")
                                .id(),
                        values(place),
                        place.has("within")
                                ? span(place.at("within").object("kind", "days", "hours", "minutes"))
                                : null,
                        target(place, "next"));
            case "tag" -> {
                place.object("kind", "key", "add", "remove", "next");
                Node.Tagging tagging =
                        new Node.Tagging(key, tags(place, "add"), tags(place, "remove"), target(place, "next"));
                if (tagging.add().isEmpty() && tagging.remove().isEmpty()) {
                    throw place.wrong(Flaw.NO_TAG);
                }
                yield tagging;
            }
            case "points" -> points(place.object("kind", "key", "points", "reason", "next"), key);
            case "webhook" ->
                new Node.Webhook(
                        key,
                        place.object("kind", "key", "url", "values", "next")
                                .required("url")
                                .text(),
                        values(place),
                        target(place, "next"));
            case "journey" ->
                new Node.SubJourney(
                        key,
                        place.object("kind", "key", "journey", "await", "next")
                                .required("journey")
                                .id(),
                        place.truth("await"),
                        target(place, "next"));
            case "goal" -> new Node.ReachGoal(key, target(place.object("kind", "key", "next"), "next"));
            case "exit" -> {
                place.object("kind", "key");
                yield new Node.Exit(key);
            }
            default ->
                throw unknown(
                        place,
                        "wait, branch, reply, split, experiment, message, tag, points, webhook, journey, goal, exit");
        };
    }

    private static Node points(Place place, String key) {
        int points = place.required("points").whole(-MOST_POINTS, MOST_POINTS);
        if (points == 0) {
            throw place.at("points").wrong(Flaw.NO_POINTS);
        }
        boolean reasoned =
                place.has("reason") && !place.at("reason").value().asString(" ").isEmpty();
        return new Node.Points(key, points, reasoned ? place.at("reason").name() : key, target(place, "next"));
    }

    private static List<Integer> tags(Place place, String field) {
        return place.listOrNone(field, MOST_TAGS, tag -> tag.whole(1, Integer.MAX_VALUE));
    }

    private static Map<String, String> values(Place place) {
        Map<String, String> values = new HashMap<>();
        if (place.has("values")) {
            Place given = place.at("values");
            given.object(given.value().propertyNames().toArray(String[]::new));
            given.value()
                    .propertyNames()
                    .forEach(name -> values.put(name, given.at(name).text()));
        }
        return values;
    }

    private static Node reply(Place place, String key) {
        Set<String> known = new HashSet<>();
        List<Node.Answer> answers = place.required("answers")
                .list(
                        1,
                        MOST_ARMS,
                        answer -> new Node.Answer(
                                answer.object("is", "next")
                                        .required("is")
                                        .list(1, MOST_WORDS, word -> word(word, known)),
                                target(answer, "next")));
        return new Node.Reply(key, answers, target(place, "otherwise"));
    }

    private static String word(Place place, Set<String> known) {
        String word = place.name();
        String plain = Replies.plain(word);
        if (plain.isEmpty()) {
            throw place.wrong(Flaw.NO_TEXT, Replies.LONGEST);
        }
        if (!known.add(plain)) {
            throw place.wrong(Flaw.SAME_ANSWER, word);
        }
        return word;
    }

    private static Node split(Place place, String key) {
        String salt = place.maybe("salt", Place::name);
        List<Node.Arm> arms = place.required("arms")
                .list(
                        2,
                        MOST_ARMS,
                        arm -> new Node.Arm(
                                arm.object("percent", "next")
                                        .required("percent")
                                        .whole(1, 99),
                                target(arm, "next")));
        int sum = arms.stream().mapToInt(Node.Arm::percent).sum();
        if (sum != 100) {
            throw place.at("arms").wrong(Flaw.PERCENTS, sum);
        }
        return new Node.Split(key, salt == null ? key : salt, arms);
    }

    private static List<Node.TrialArm> trialArms(Place arms) {
        List<Node.TrialArm> ways = arms.list(
                2,
                MOST_ARMS,
                arm -> new Node.TrialArm(
                        arm.object("arm", "next").required("arm").name(), target(arm, "next")));
        if (ways.stream().map(Node.TrialArm::arm).distinct().count() < ways.size()) {
            throw arms.wrong(Flaw.SAME_ARM);
        }
        return ways;
    }

    private static Until until(Place place) {
        return switch (place.kind()) {
            case "for" -> span(place.object("kind", "days", "hours", "minutes"));
            case "day" ->
                new Until.Day(
                        place.object("kind", "day", "at").required("day").whole(0, LONGEST_DAYS),
                        place.required("at").time());
            case "time" ->
                new Until.Time(place.object("kind", "at").required("at").time());
            case "date" ->
                new Until.Date(
                        place.object("kind", "trait", "days", "at", "yearly")
                                .required("trait")
                                .name(),
                        place.has("days") ? place.at("days").whole(-LONGEST_DAYS, LONGEST_DAYS) : 0,
                        place.required("at").time(),
                        place.truth("yearly"));
            case "event" ->
                new Until.Event(
                        event(place.object("kind", "event", "within", "keyProperty", "keyColumn")
                                .required("event")),
                        span(place.required("within").object("kind", "days", "hours", "minutes")),
                        place.maybe("keyProperty", GraphReader::property),
                        place.maybe("keyColumn", it -> it.oneOf(EventMatch.Column.class)));
            default -> throw unknown(place, "for, day, time, date, event");
        };
    }

    private static Until.Span span(Place place) {
        Until.Span span = new Until.Span(
                place.wholeOrZero("days", LONGEST_DAYS),
                place.wholeOrZero("hours", 1000),
                place.wholeOrZero("minutes", 10_000));
        if (span.length().isZero()) {
            throw place.wrong(Flaw.NO_SPAN);
        }
        return span;
    }

    private static @Nullable String target(Place place, String field) {
        return place.maybe(field, Place::name);
    }

    private static String property(Place place) {
        String name = place.name();
        if (name.indexOf('"') >= 0 || name.indexOf('\\') >= 0) {
            throw place.wrong(Flaw.PROPERTY_NAME);
        }
        return name;
    }

    /** The audience language's own reader, so that a condition means the same in both. */
    private static EventMatch event(Place place) {
        JsonNode asked =
                JsonNodeFactory.instance.objectNode().put("kind", "did").set("event", place.value());
        return switch (ExpressionReader.read(asked)) {
            case Reading.Understood(Expression said) -> named(place, ((Expression.Did) said).event());
            case Reading.Refused refused -> throw refused(place, refused, "/event".length());
        };
    }

    private static EventMatch named(Place place, EventMatch event) {
        if (event.name() == null) {
            throw place.at("name").wrong(Flaw.MISSING);
        }
        return event;
    }

    private static Expression expression(Place place) {
        return switch (ExpressionReader.read(place.value())) {
            case Reading.Understood(Expression expression) -> expression;
            case Reading.Refused refused -> throw refused(place, refused, 0);
        };
    }

    private static Place.Misread refused(Place place, Reading.Refused refused, int from) {
        String within =
                refused.pointer().substring(Math.min(from, refused.pointer().length()));
        return new Place(place.value(), place.pointer() + within).wrong(Flaw.CONDITION, refused.message());
    }

    private static Place.Misread unknown(Place place, String known) {
        return place.at("kind").wrong(Flaw.KIND_UNKNOWN, known);
    }
}
