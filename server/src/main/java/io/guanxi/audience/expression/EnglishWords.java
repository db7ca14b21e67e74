package io.guanxi.audience.expression;

import io.guanxi.audience.expression.EventMatch.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Expressions in English. */
final class EnglishWords extends Words {

    @Override
    String leaf(Expression.Leaf leaf) {
        return switch (leaf) {
            case Expression.Everyone() -> "all members";
            case Expression.Trait(var name, var is) -> quote(name) + " " + test(is);
            case Expression.TraitDay(var name, var during, var yearly) ->
                (yearly ? "anniversary of " : "day of ") + quote(name) + " is " + window(during);
            case Expression.Channel(var in) -> "came by " + list(in);
            case Expression.Joined(var during) -> "joined " + window(during);
            case Expression.Consent(var channel, var granted) ->
                granted ? "may be reached by " + quote(channel) : "took back the consent to " + quote(channel);
            case Expression.Score(var figure, var is) -> name(figure) + " " + range(is);
            case Expression.Marked(var mark) -> "is " + name(mark);
            case Expression.ActiveDays(var within, var is) -> "active days within " + within + " days " + range(is);
            case Expression.Stage(var in, var ago, var on) ->
                (on != null
                                ? "stage on " + on + " was "
                                : ago == 0 ? "stage is " : "stage at the end of the month " + ago + " months ago was ")
                        + names(in);
            case Expression.Moved(var from, var to, var months, var days) ->
                days == null
                        ? "moved from " + names(from) + " to " + names(to) + " within " + months + " months"
                        : "stage was " + names(from) + " " + days + " days ago and is " + names(to);
            case Expression.Layer(var in, var on) ->
                (on == null ? "layer is " : "layer on " + on + " was ") + names(in);
            case Expression.LayerMoved(var from, var to, var days) ->
                "layer was " + names(from) + " " + days + " days ago and is " + names(to);
            case Expression.Level(var in) -> "level is " + names(in);
            case Expression.Did did -> did(did);
            case Expression.Sequence(var first, var then, var days, var during) ->
                "did " + event(first) + " " + window(during) + " and then " + event(then) + " within " + days + " days";
            case Expression.Community(var in, var stages, var roles, var past) ->
                (past ? "once belonged to " : "belongs to ")
                        + (in.isEmpty() ? "a community" : "community " + list(in))
                        + (roles.isEmpty() ? "" : " as " + names(roles))
                        + (stages.isEmpty() ? "" : " in its " + names(stages) + " period");
            case Expression.Tagged(var in) -> "carries tag " + numbers(in);
            case Expression.InAudience(var id, var on) ->
                (on == null ? "is in audience " + id : "was in audience " + id + " on " + on);
            case Expression.InList(var id) -> "is on list " + id;
            case Expression.Share(var percent, var salt) -> "random " + number(percent) + "% of " + quote(salt);
        };
    }

    private String did(Expression.Did did) {
        String event = event(did.event());
        String during = window(did.during());
        return switch (did.measure()) {
            case FIRST -> "first " + event + " was " + during;
            case LAST -> "last " + event + " was " + during;
            case COUNT ->
                did.is().anyOccurrence()
                        ? "did " + event + " " + during
                        : "number of " + event + " " + during + " " + range(did.is());
            case DAYS -> "days with " + event + " " + during + " " + range(did.is());
            case AMOUNT -> "amount of " + event + " " + during + " " + range(did.is());
            case QUANTITY -> "quantity of " + event + " " + during + " " + range(did.is());
            case OBJECTS -> "different objects of " + event + " " + during + " " + range(did.is());
            case SUM -> "sum of " + property(did) + " of " + event + " " + during + " " + range(did.is());
            case DISTINCT -> "different " + property(did) + " of " + event + " " + during + " " + range(did.is());
        };
    }

    private String property(Expression.Did did) {
        return quote(String.valueOf(did.property()));
    }

    private String event(EventMatch event) {
        List<String> parts = new ArrayList<>();
        for (Condition condition : event.where()) {
            String what =
                    condition.column() != null ? name(condition.column()) : quote(String.valueOf(condition.property()));
            parts.add(what + " " + test(condition.is()));
        }
        if (event.hours() != null) {
            parts.add("from " + event.hours().from() + ":00 to " + event.hours().to() + ":59");
        }
        return (event.name() == null ? "anything" : quote(event.name()))
                + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    private String test(Test test) {
        return switch (test) {
            case Test.OneOf(var in) -> "is " + list(in);
            case Test.Contains(var part) -> "contains " + quote(part);
            case Test.StartsWith(var start) -> "begins with " + quote(start);
            case Test.Known(var known) -> known ? "is known" : "is not known";
            case Test.Range range -> range(range);
        };
    }

    private static String range(Test.Range range) {
        List<String> parts = new ArrayList<>();
        if (range.atLeast() != null) {
            parts.add("≥ " + number(range.atLeast()));
        }
        if (range.moreThan() != null) {
            parts.add("> " + number(range.moreThan()));
        }
        if (range.atMost() != null) {
            parts.add("≤ " + number(range.atMost()));
        }
        if (range.lessThan() != null) {
            parts.add("< " + number(range.lessThan()));
        }
        return String.join(" and ", parts);
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.Ever() -> "at any time";
            case Window.Last(int days) -> days == 1 ? "today" : "in the last " + days + " days";
            case Window.Next(int days) -> days == 1 ? "today" : "in the next " + days + " days, today included";
            case Window.Ago(int from, int to) -> "from " + from + " to " + to + " days ago";
            case Window.Between(var from, var to) ->
                from == null ? "until " + to : to == null ? "since " + from : "from " + from + " to " + to;
            case Window.SinceJoining(int days) -> "within " + days + " days of joining";
        };
    }

    @Override
    String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    String not(String said) {
        return "not: " + said;
    }

    @Override
    String bracket(String said) {
        return "(" + said + ")";
    }

    @Override
    String quote(String word) {
        return "“" + word + "”";
    }

    @Override
    String comma() {
        return " or ";
    }

    @Override
    String and() {
        return ", and ";
    }

    @Override
    String or() {
        return ", or ";
    }
}
