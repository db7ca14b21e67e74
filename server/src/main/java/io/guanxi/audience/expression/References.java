package io.guanxi.audience.expression;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What an expression refers to by number. */
public final class References {

    private References() {}

    /**
     * {@return the audiences it asks for, directly}
     *
     * @param expression any
     */
    public static Set<Long> audiences(Expression expression) {
        Set<Long> found = new TreeSet<>();
        visit(expression, leaf -> {
            if (leaf instanceof Expression.InAudience(long id, var _)) {
                found.add(id);
            }
        });
        return found;
    }

    /**
     * {@return the lists it asks for}
     *
     * @param expression any
     */
    public static Set<Long> lists(Expression expression) {
        Set<Long> found = new TreeSet<>();
        visit(expression, leaf -> {
            if (leaf instanceof Expression.InList(long id)) {
                found.add(id);
            }
        });
        return found;
    }

    /**
     * {@return the tags it asks for}
     *
     * @param expression any
     */
    public static Set<Integer> tags(Expression expression) {
        Set<Integer> found = new TreeSet<>();
        visit(expression, leaf -> {
            if (leaf instanceof Expression.Tagged(var in)) {
                found.addAll(in);
            }
        });
        return found;
    }

    private static void visit(Expression expression, Consumer<Expression.Leaf> visitor) {
        switch (expression) {
            case Expression.All(var of) -> of.forEach(it -> visit(it, visitor));
            case Expression.Any(var of) -> of.forEach(it -> visit(it, visitor));
            case Expression.Not(var of) -> visit(of, visitor);
            case Expression.Leaf leaf -> visitor.accept(leaf);
        }
    }
}
