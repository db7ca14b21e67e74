package io.guanxi.platform;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of a file that a spreadsheet opens: RFC 4180. Where the file begins stands a {@link #MARK}. */
public final class CsvRow {

    /** Tells a spreadsheet that the file is UTF-8. */
    public static final String MARK = "\uFEFF";

    /** The type of such a file. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    /** What a spreadsheet would run instead of show. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private CsvRow() {}

    /**
     * {@return the line with its end}
     *
     * @param cells numbers as they are, anything else as text, null as nothing; no text is a formula
     */
    public static String of(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof java.math.BigDecimal decimal) {
            return decimal.toPlainString();
        }
        String plain = value == null ? "" : value.toString();
        String safe = !(value instanceof Number) && FORMULA.matcher(plain).find() ? "'" + plain : plain;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
