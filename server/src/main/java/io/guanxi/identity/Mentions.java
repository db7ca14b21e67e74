package io.guanxi.collect.imports;

import io.guanxi.identity.Person;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the text that names a person, however a source wrote their identifiers: without regard to case, blanks, plus signs and
 * hyphens. A key of less than six characters has to stand alone, so that customer 42 is not found in every amount.
 */
final class Mentions {

    private static final int LONG_ENOUGH = 6;
    private static final String APART = "[^\\p{L}\\p{N}_]";

    private final List<String> keys;

    Mentions(Person person) {
        keys = person.identifiers().stream()
                .map(identifier -> identifier.substring(identifier.indexOf(':') + 1))
                .map(key -> key.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** {@return a DuckDB condition that is true where a text names the person, never null} */
    String in(String text) {
        String condition = keys.stream()
                .map(key -> key.length() < LONG_ENOUGH ? alone(key, text) : within(key, text))
                .collect(Collectors.joining(" OR "));
        return condition.isEmpty() ? "false" : "coalesce(" + condition + ", false)";
    }

    private static String within(String key, String text) {
        return "contains(regexp_replace(lower(" + text + "), '[ +-]', '', 'g'), "
                + Quoted.text(key.replaceAll("[ +-]", "")) + ")";
    }

    private static String alone(String key, String text) {
        return "regexp_matches(lower(" + text + "), '(^|" + APART + ")' || regexp_escape(" + Quoted.text(key)
                + ") || '(" + APART + "|$)')";
    }
}
