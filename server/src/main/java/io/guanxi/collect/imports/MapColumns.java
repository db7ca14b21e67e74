package io.guanxi.collect.imports;

import io.guanxi.platform.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * The columns a map yields, all of a known meaning.
 *
 * @param all in the order of the map
 */
record MapColumns(List<Column> all) {

    static final String IDENTIFIER = "id_";
    static final String TRAIT = "trait_";

    private static final List<String> SINGLE = List.of(
            "event",
            "ts",
            "event_id",
            "type",
            "community",
            "amount",
            "currency",
            "quantity",
            "object",
            "properties",
            "received_at");
    private static final Pattern KIND = Pattern.compile("id_[a-z][a-z0-9_]*");
    private static final Pattern NAMED_TRAIT = Pattern.compile("trait_\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * One column.
     *
     * @param name as the map names it
     * @param type as DuckDB describes it
     */
    record Column(String name, String type) {

        String reference() {
            return "m." + Quoted.name(name);
        }

        boolean textual() {
            return type.equals("VARCHAR") || type.equals("JSON");
        }

        boolean floating() {
            return type.equals("DOUBLE") || type.equals("FLOAT");
        }
    }

    /** Copies and checks the columns. */
    MapColumns {
        all = List.copyOf(all);
        List<Problem.Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Column column : all) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                faults.add(new Problem.Fault(null, column.name(), "the map yields this column twice"));
            } else if (!meaningful(column.name())) {
                faults.add(new Problem.Fault(null, column.name(), advice(column.name())));
            }
        }
        for (String required : List.of("event", "ts")) {
            if (!seen.contains(required)) {
                faults.add(new Problem.Fault(null, required, "the map has to yield a column " + required));
            }
        }
        if (seen.stream().noneMatch(name -> name.startsWith(IDENTIFIER))) {
            faults.add(new Problem.Fault(
                    null, "id_…", "the map has to say whose event it is, by a column such as id_customer or id_phone"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "import.map-invalid",
                    "The map's columns do not make events: " + faults.getFirst().field() + ": "
                            + faults.getFirst().message() + ".",
                    faults);
        }
    }

    Optional<Column> named(String name) {
        return all.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** {@return the columns of a family, in the map's order} */
    List<Column> startingWith(String prefix) {
        return all.stream().filter(column -> column.name().startsWith(prefix)).toList();
    }

    private static boolean meaningful(String name) {
        return SINGLE.contains(name)
                || KIND.matcher(name).matches()
                || NAMED_TRAIT.matcher(name).matches();
    }

    private static String advice(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(IDENTIFIER)) {
            return "a kind of identifier is a lower-case word: id_customer, id_phone, id_card_no";
        }
        for (String known : SINGLE) {
            if (known.startsWith(lower.substring(0, Math.min(3, lower.length()))) || lower.contains(known)) {
                return "no event has this field; did you mean " + known + "?";
            }
        }
        return "no event has this field; put it into properties, or call it trait_" + lower;
    }
}
