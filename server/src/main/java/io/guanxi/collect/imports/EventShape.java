package io.guanxi.collect.imports;

import io.guanxi.collect.imports.MapColumns.Column;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statement around a map that gives its rows the types of the lake's table, names what is wrong with a row, and hashes
 * its content.
 *
 * @param columns what the map yields
 * @param source name its events are counted under
 * @param received when the import arrived; the limit of plausible times hangs on it
 * @param currency of amounts that name none
 */
record EventShape(MapColumns columns, String source, Instant received, String currency) {

    private static final String EARLIEST = "TIMESTAMPTZ '1990-01-01 00:00:00+00'";
    private static final String EMPTY = "NULL";
    private static final String IDENTIFIERS = "CAST(identifiers AS VARCHAR)";

    /**
     * {@return the statement; beside the lake's columns it yields {@code code} (null for a good row), {@code raw} (the map's
     * row as JSON, of bad rows only) and {@code content} (equal for rows of one source that say the same; only where the map gives no event id)}
     *
     * @param map a checked map
     */
    String over(EventMap map) {
        String latest = "TIMESTAMPTZ '" + received + "' + INTERVAL 1 DAY";
        return """
                SELECT event_id, type, event, ts, received_at, CAST(ts AS DATE) AS day, identifiers, community, amount,
                       CASE WHEN amount IS NOT NULL THEN coalesce(currency, '%s') END AS currency,
                       quantity, object, properties, traits, code,
                       CASE WHEN code IS NOT NULL THEN CAST(to_json(m) AS VARCHAR) END AS raw,
                       CASE WHEN code IS NULL AND event_id IS NULL THEN CAST(md5(%s) AS UUID) END AS content
                FROM (SELECT *, %s AS code FROM (SELECT m, %s FROM (%s) m) shaped) checked
                """.formatted(currency, content(), RejectReason.firstThatHolds(EARLIEST, latest), shape(), map.select());
    }

    private String shape() {
        return String.join(
                ",\n  ",
                text("event_id") + " AS event_id",
                "coalesce(lower(" + text("type") + "), 'track') AS type",
                text("event") + " AS event",
                column("ts", EventShape::time) + " AS ts",
                given("ts") + " AS has_ts",
                "coalesce(" + column("received_at", EventShape::time) + ", "
                        + (columns.named("received_at").isPresent() ? EMPTY : "TIMESTAMPTZ '" + received + "'")
                        + ") AS received_at",
                given("received_at") + " AS has_received_at",
                identifiers() + " AS identifiers",
                text("community") + " AS community",
                column("amount", c -> "try_cast(" + blankless(c) + " AS DECIMAL(18,2))") + " AS amount",
                given("amount") + " AS has_amount",
                "upper(" + text("currency") + ") AS currency",
                column("quantity", EventShape::number) + " AS quantity",
                given("quantity") + " AS has_quantity",
                text("object") + " AS object",
                column("properties", EventShape::object) + " AS properties",
                given("properties") + " AS has_properties",
                traits() + " AS traits",
                hasNul() + " AS has_nul");
    }

    private String column(String name, Function<Column, String> expression) {
        return columns.named(name).map(expression).orElse(EMPTY);
    }

    private String text(String name) {
        return column(name, EventShape::text);
    }

    /** A whole number that a spreadsheet made a fraction is written without it. */
    private static String text(Column column) {
        String text = "nullif(trim(CAST(" + column.reference() + " AS VARCHAR)), '')";
        return column.floating() ? "regexp_replace(" + text + ", '\\.0$', '')" : text;
    }

    private static String blankless(Column column) {
        return column.textual() ? text(column) : column.reference();
    }

    private String given(String name) {
        return columns.named(name).map(c -> blankless(c) + " IS NOT NULL").orElse("false");
    }

    private static String number(Column column) {
        String number = "try_cast(" + blankless(column) + " AS DOUBLE)";
        return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
    }

    private static String time(Column column) {
        return switch (column.type()) {
            case "TIMESTAMP WITH TIME ZONE" -> column.reference();
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "DATE" ->
                "try_cast(" + column.reference() + " AS TIMESTAMPTZ)";
            case "VARCHAR", "JSON" ->
                "coalesce(try_cast(" + text(column) + " AS TIMESTAMPTZ), "
                        + epoch("try_cast(" + text(column) + " AS DOUBLE)") + ")";
            default -> epoch("try_cast(" + column.reference() + " AS DOUBLE)");
        };
    }

    /** Seconds, milliseconds or microseconds since 1970, told apart by their size. */
    private static String epoch(String number) {
        return """
                to_timestamp(CASE WHEN abs(%1$s) < 1e11 THEN %1$s WHEN abs(%1$s) < 1e14 THEN %1$s / 1e3
                                  WHEN abs(%1$s) < 1e17 THEN %1$s / 1e6 END)""".formatted(number);
    }

    private String identifiers() {
        List<Column> kinds = columns.startingWith(MapColumns.IDENTIFIER);
        List<String> each = kinds.stream()
                .map(c -> "'" + c.name().substring(MapColumns.IDENTIFIER.length()) + ":' || " + text(c))
                .toList();
        return each.size() == 1
                ? "CASE WHEN " + text(kinds.getFirst()) + " IS NULL THEN CAST([] AS VARCHAR[]) ELSE [" + each.getFirst()
                        + "] END"
                : "list_filter([" + String.join(", ", each) + "], lambda i: i IS NOT NULL)";
    }

    private static String object(Column column) {
        if (!column.textual()) {
            return "CAST(json_merge_patch('{}', to_json(" + column.reference() + ")) AS VARCHAR)";
        }
        String text = text(column);
        return "CASE WHEN CASE WHEN json_valid(%1$s) THEN json_type(%1$s) END = 'OBJECT' THEN %1$s END".formatted(text);
    }

    private String traits() {
        List<Column> traits = columns.startingWith(MapColumns.TRAIT);
        if (traits.isEmpty()) {
            return EMPTY;
        }
        String fields = traits.stream()
                .map(c -> Quoted.text(c.name().substring(MapColumns.TRAIT.length())) + ": "
                        + (c.textual() ? text(c) : c.reference()))
                .collect(Collectors.joining(", ", "{", "}"));
        return "nullif(CAST(json_merge_patch('{}', to_json(" + fields + ")) AS VARCHAR), '{}')";
    }

    private String hasNul() {
        return columns.all().stream()
                .filter(Column::textual)
                .map(c -> "coalesce(contains(CAST(" + c.reference() + " AS VARCHAR), chr(0)), false)")
                .collect(
                        Collectors.collectingAndThen(Collectors.joining(" OR "), any -> any.isEmpty() ? "false" : any));
    }

    /** Where a row is from and what it says, in an order that does not depend on the map's; columns the map lacks say nothing. */
    private String content() {
        String fields = List.of(
                        "type",
                        "event",
                        "epoch_us(ts)",
                        IDENTIFIERS,
                        "community",
                        "amount",
                        "currency",
                        "quantity",
                        "object",
                        "properties",
                        "traits")
                .stream()
                .filter(this::mapped)
                .collect(Collectors.joining(", chr(31), "));
        Optional<Column> received = columns.named("received_at");
        return "concat(" + Quoted.text(source) + ", chr(31), " + fields
                + (received.isPresent() ? ", chr(31), epoch_us(received_at)" : "") + ")";
    }

    private boolean mapped(String field) {
        return switch (field) {
            case "epoch_us(ts)", IDENTIFIERS, "event" -> true;
            case "traits" -> !columns.startingWith(MapColumns.TRAIT).isEmpty();
            default -> columns.named(field).isPresent();
        };
    }
}
