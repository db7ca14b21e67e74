package io.guanxi.audience.expression;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.audience.expression.EventMatch.Condition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One writing for what means the same: groups in groups of a kind become one, order and repetition in groups and lists do not
 * matter, nothing is denied twice. The canonical JSON of the normal form is the key under which answers are cached.
 */
public final class NormalForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private NormalForm() {}

    /**
     * {@return the normal form; holds for the same members}
     *
     * @param expression any
     */
    public static Expression of(Expression expression) {
        return switch (expression) {
            case Expression.All(var of) ->
                group(
                        of.stream()
                                .map(NormalForm::of)
                                .flatMap(
                                        it -> it instanceof Expression.All(var inner) ? inner.stream() : Stream.of(it)),
                        true);
            case Expression.Any(var of) ->
                group(
                        of.stream()
                                .map(NormalForm::of)
                                .flatMap(
                                        it -> it instanceof Expression.Any(var inner) ? inner.stream() : Stream.of(it)),
                        false);
            case Expression.Not(Expression.Not(var twice)) -> of(twice);
            case Expression.Not(var of) -> {
                Expression inner = of(of);
                yield inner instanceof Expression.Not(var twice) ? twice : new Expression.Not(inner);
            }
            case Expression.Leaf leaf -> leaf(leaf);
        };
    }

    private static Expression group(Stream<Expression> of, boolean all) {
        List<Expression> parts =
                of.distinct().sorted(Comparator.comparing(NormalForm::json)).toList();
        return parts.size() == 1 ? parts.getFirst() : all ? new Expression.All(parts) : new Expression.Any(parts);
    }

    /**
     * {@return the normal form of a leaf}
     *
     * @param leaf any
     */
    public static Expression.Leaf leaf(Expression.Leaf leaf) {
        return switch (leaf) {
            case Expression.Trait(var name, var is) -> new Expression.Trait(name, test(is));
            case Expression.Channel(var in) -> new Expression.Channel(sorted(in));
            case Expression.Stage(var in, var ago, var on) -> new Expression.Stage(sorted(in), ago, on);
            case Expression.Moved(var from, var to, var months, var days) ->
                new Expression.Moved(sorted(from), sorted(to), months, days);
            case Expression.Layer(var in, var on) -> new Expression.Layer(sorted(in), on);
            case Expression.LayerMoved(var from, var to, var days) ->
                new Expression.LayerMoved(sorted(from), sorted(to), days);
            case Expression.Level(var in) -> new Expression.Level(sorted(in));
            case Expression.Community(var in, var stages, var roles, var past) ->
                new Expression.Community(sorted(in), sorted(stages), sorted(roles), past);
            case Expression.Tagged(var in) -> new Expression.Tagged(sorted(in));
            case Expression.Did(var event, var during, var measure, var property, var is) ->
                new Expression.Did(event(event), during, measure, property, is);
            case Expression.Sequence(var first, var then, var within, var during) ->
                new Expression.Sequence(event(first), event(then), within, during);
            case Expression.Everyone _,
                    Expression.TraitDay _,
                    Expression.Joined _,
                    Expression.Consent _,
                    Expression.Score _,
                    Expression.Marked _,
                    Expression.ActiveDays _,
                    Expression.InAudience _,
                    Expression.InList _,
                    Expression.Share _ -> leaf;
        };
    }

    private static EventMatch event(EventMatch event) {
        return new EventMatch(
                event.name(),
                event.where().stream()
                        .map(it -> new Condition(it.column(), it.property(), test(it.is())))
                        .distinct()
                        .sorted(Comparator.comparing(NormalForm::write))
                        .toList(),
                event.hours());
    }

    private static Test test(Test test) {
        return test instanceof Test.OneOf(var in) ? new Test.OneOf(sorted(in)) : test;
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> list) {
        return list.stream().distinct().sorted().toList();
    }

    /**
     * {@return the JSON of an expression, its fields in the order of their names}
     *
     * @param expression any
     */
    public static String json(Expression expression) {
        return write(expression);
    }

    private static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    /**
     * {@return a short name of all expressions that have the same normal form}
     *
     * @param expression any
     */
    public static String hash(Expression expression) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(json(of(expression)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
