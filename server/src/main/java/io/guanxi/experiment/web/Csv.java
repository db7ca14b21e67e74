package io.guanxi.experiment.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as a file that a spreadsheet opens: RFC 4180, UTF-8 with a byte order mark. */
final class Csv {

    static final String TYPE = "text/csv;charset=UTF-8";

    /** What a spreadsheet would run instead of show. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private final StringBuilder text = new StringBuilder("\uFEFF");

    Csv(List<String> columns) {
        row(columns.toArray());
    }

    /** {@return the same with a row more; null is an empty cell} */
    Csv row(@Nullable Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(@Nullable Object value) {
        String plain = value == null ? "" : value.toString();
        String safe = !(value instanceof Number) && FORMULA.matcher(plain).find() ? "'" + plain : plain;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
