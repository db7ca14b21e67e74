package io.guanxi.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds what names a person, however a source wrote their identifiers: without regard to case, blanks, plus signs, hyphens, dots,
 * slashes and brackets, so that {@code +86 (139) 0000-0001} is {@code 13900000001}. A key of less than six characters has to
 * stand alone, so that customer 42 is not found in every amount.
 */
public final class Mentions {

    private static final int LONG_ENOUGH = 6;
    private static final String BETWEEN = "[\\s\u3000\u00a0+\uff0b()\uff08\uff09./-]";
    private static final String APART = "[^\\p{L}\\p{N}_]";

    private final List<String> identifiers;
    private final List<Key> keys;

    /** A value in lower case, and what is left of it without signs. */
    private record Key(String kind, String key, String bare) {

        static Key of(String identifier) {
            int colon = identifier.indexOf(':');
            String key = identifier.substring(colon + 1).toLowerCase(Locale.ROOT);
            return new Key(
                    identifier.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
                    key,
                    key.replaceAll(BETWEEN, ""));
        }

        boolean stands() {
            return bare.length() >= LONG_ENOUGH;
        }
    }

    /**
     * Mentions of one person.
     *
     * @param person who
     */
    public Mentions(Person person) {
        identifiers = person.identifiers();
        keys = identifiers.stream().map(Key::of).distinct().toList();
    }

    /**
     * {@return a DuckDB condition that is true where a row of a file names the person, never null}
     *
     * @param text a text in DuckDB's SQL
     */
    public String inText(String text) {
        return any(keys.stream()
                .map(key -> key.stands() ? within(key, text) : alone(key, text))
                .toList());
    }

    /**
     * {@return a PostgreSQL condition that is true where a call of the tracking API names the person, never null}. A short key
     * has to be the whole of a text, or a number that is given as an id.
     *
     * @param json a JSON object as text in PostgreSQL's SQL, maybe cut off
     */
    public String inCall(String json) {
        return any(keys.stream()
                .map(key -> key.stands() ? within(key, json) : valueOf(key, json))
                .toList());
    }

    /**
     * {@return a PostgreSQL condition that is true where a list of identifiers, as a source sent them, has one of the person's}
     *
     * @param json a JSON array of {@code kind:key} as text in PostgreSQL's SQL
     */
    public String inIdentifiers(String json) {
        if (identifiers.isEmpty()) {
            return "false";
        }
        return """
                EXISTS (SELECT FROM (SELECT lower(trim(split_part(value, ':', 1))) AS kind,
                                            substr(value, strpos(value, ':') + 1) AS raw
                                     FROM jsonb_array_elements_text(CAST(%s AS jsonb)) AS listed (value)) AS sent
                        WHERE kind || ':' || %s IN (%s))
                """.formatted(
                        json,
                        IdentifierRules.normalKey("kind", "raw"),
                        identifiers.stream().map(Mentions::quoted).collect(Collectors.joining(", ")));
    }

    private static String any(List<String> conditions) {
        return conditions.isEmpty() ? "false" : "coalesce(" + String.join(" OR ", conditions) + ", false)";
    }

    private static String within(Key key, String text) {
        return "strpos(regexp_replace(lower(%s), %s, '', 'g'), %s) > 0"
                .formatted(text, quoted(BETWEEN), quoted(key.bare()));
    }

    private static String alone(Key key, String text) {
        return "regexp_matches(lower(%s), '(^|%s)' || regexp_escape(%s) || '(%s|$)')"
                .formatted(text, APART, quoted(key.key()), APART);
    }

    private static String valueOf(Key key, String json) {
        String written = escaped(key.key());
        String quotedValue = "\"\\s*" + escaped(key.key().replace("\\", "\\\\").replace("\"", "\\\"")) + "\\s*\"";
        String number =
                "\"(userid|previousid|anonymousid|id|" + escaped(key.kind()) + ")\"\\s*:\\s*" + written + "\\s*[,}]";
        return "lower(%s) ~ %s".formatted(json, quoted(quotedValue + "|" + number));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\p{Punct}])", "\\\\$1");
    }

    private static String quoted(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
