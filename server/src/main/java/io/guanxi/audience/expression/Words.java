package io.guanxi.audience.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What both languages have in common: every word of the vocabulary has a sentence, groups stand in brackets. */
abstract class Words {

    final String say(Expression expression) {
        return switch (expression) {
            case Expression.All(var of) -> joined(of, and());
            case Expression.Any(var of) -> joined(of, or());
            case Expression.Not(var of) -> not(of instanceof Expression.Leaf ? say(of) : bracket(say(of)));
            case Expression.Leaf leaf -> leaf(leaf);
        };
    }

    private String joined(List<Expression> of, String word) {
        return of.size() == 1
                ? say(of.getFirst())
                : of.stream()
                        .map(it -> it instanceof Expression.All || it instanceof Expression.Any
                                ? bracket(say(it))
                                : say(it))
                        .collect(Collectors.joining(word));
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    final String list(List<String> words) {
        return words.stream().map(this::quote).collect(Collectors.joining(comma()));
    }

    final String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(comma()));
    }

    final String names(List<? extends Enum<?>> words) {
        return words.stream().map(this::name).collect(Collectors.joining(comma()));
    }

    abstract String leaf(Expression.Leaf leaf);

    abstract String name(Enum<?> word);

    abstract String not(String said);

    abstract String bracket(String said);

    abstract String quote(String word);

    abstract String comma();

    abstract String and();

    abstract String or();
}
