package io.guanxi.messaging.template;

import io.guanxi.messaging.template.Part.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with variables, taken apart. {@code {{member.name|亲}}} says the name, or 亲 where there is none; {@code {{{{}}} says
 * two braces.
 *
 * @param parts in order
 */
public record WordingText(List<Part> parts) {

    private static final Set<String> MEMBER = Set.of("no", "name", "channel");
    private static final Set<String> BRAND = Set.of("name");

    /** Copies the parts. */
    public WordingText {
        parts = List.copyOf(parts);
    }

    /**
     * Why a text cannot be taken apart.
     *
     * @param line from 1
     * @param column from 1, in characters
     * @param message what is wrong and what would be right
     */
    public record Fault(int line, int column, String message) {}

    /** What became of reading a text. */
    public sealed interface Reading {
        /**
         * It is right.
         *
         * @param text taken apart
         */
        record Read(WordingText text) implements Reading {}

        /**
         * It is not.
         *
         * @param fault the first fault
         */
        record Wrong(Fault fault) implements Reading {}
    }

    /**
     * {@return a text taken apart, or its first fault}
     *
     * @param source the text
     * @param variables names of the template's own variables
     */
    public static Reading read(String source, Set<String> variables) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith("{{{{", at)) {
                literal.append("{{");
                at += 4;
            } else if (source.startsWith("{{", at)) {
                int end = source.indexOf("}}", at + 2);
                if (end < 0) {
                    return wrong(source, at, "{{ is not closed by }}; write {{{{ for two braces");
                }
                Object found = variable(source.substring(at + 2, end), variables);
                if (found instanceof String message) {
                    return wrong(source, at, message);
                }
                if (!literal.isEmpty()) {
                    parts.add(new Part.Literal(literal.toString()));
                    literal.setLength(0);
                }
                parts.add((Part) found);
                at = end + 2;
            } else {
                literal.append(source.charAt(at++));
            }
        }
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
        }
        return new Reading.Read(new WordingText(parts));
    }

    /** {@return a part, or in words why there is none} */
    private static Object variable(String inside, Set<String> variables) {
        int bar = inside.indexOf('|');
        String path = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        @Nullable String fallback = bar < 0 ? null : inside.substring(bar + 1);
        int dot = path.indexOf('.');
        String scope = dot < 0 ? path : path.substring(0, dot);
        String name = dot < 0 ? "" : path.substring(dot + 1);
        return switch (scope) {
            case "member" -> known(Scope.MEMBER, name, fallback, MEMBER);
            case "brand" -> known(Scope.BRAND, name, fallback, BRAND);
            case "var" -> known(Scope.VAR, name, fallback, variables);
            case "trait" ->
                name.isBlank() || fallback == null
                        ? "a trait needs a name and a fall-back, for not every member has it: {{trait.city|}}"
                        : new Part.Variable(Scope.TRAIT, name, fallback);
            case "link" ->
                name.matches("[0-9]{1,18}")
                        ? new Part.Link(Long.parseLong(name))
                        : "a link names a page of the content library by its number: {{link.17}}";
            default ->
                "there is no variable " + path
                        + "; there are member.*, trait.*, brand.name, link.* and the template's var.*";
        };
    }

    private static Object known(Scope scope, String name, @Nullable String fallback, Set<String> names) {
        return names.contains(name)
                ? new Part.Variable(scope, name, fallback)
                : "there is no variable " + scope.name().toLowerCase(Locale.ROOT) + "." + name + "; there are "
                        + names.stream().sorted().toList();
    }

    private static Reading wrong(String source, int at, String message) {
        String before = source.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        return new Reading.Wrong(new Fault(line, column, message));
    }
}
