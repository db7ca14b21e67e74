package io.guanxi.audience.expression;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

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
        visit(expression, (_, leaf) -> {
            if (leaf instanceof Expression.InAudience(long id, var _)) {
                found.add(id);
            }
        });
        return found;
    }

    /**
     * Who was in an audience at the end of a day.
     *
     * @param audience its number
     * @param on the day
     */
    public record Snapshot(long audience, LocalDate on) {}

    /**
     * {@return the snapshots it asks for}
     *
     * @param expression any
     */
    public static Set<Snapshot> snapshots(Expression expression) {
        Set<Snapshot> found = new HashSet<>();
        visit(expression, (_, leaf) -> {
            if (leaf instanceof Expression.InAudience(long id, var on) && on != null) {
                found.add(new Snapshot(id, on));
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
        visit(expression, (_, leaf) -> {
            if (leaf instanceof Expression.Tagged(var in)) {
                found.addAll(in);
            }
        });
        return found;
    }

    /**
     * Goes through all leaves, in the order in which they are written.
     *
     * @param expression any
     * @param visitor takes the way to a leaf, an RFC 6901 JSON pointer, and the leaf
     */
    public static void visit(Expression expression, BiConsumer<String, Expression.Leaf> visitor) {
        visit(expression, "", visitor);
    }

    private static void visit(Expression expression, String pointer, BiConsumer<String, Expression.Leaf> visitor) {
        switch (expression) {
            case Expression.All(var of) -> each(of, pointer, visitor);
            case Expression.Any(var of) -> each(of, pointer, visitor);
            case Expression.Not(var of) -> visit(of, pointer + "/of", visitor);
            case Expression.Leaf leaf -> visitor.accept(pointer, leaf);
        }
    }

    private static void each(List<Expression> of, String pointer, BiConsumer<String, Expression.Leaf> visitor) {
        for (int i = 0; i < of.size(); i++) {
            visit(of.get(i), pointer + "/of/" + i, visitor);
        }
    }
}
