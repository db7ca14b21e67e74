package io.guanxi.experiment.web;

import io.guanxi.platform.CsvRow;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a file that a spreadsheet opens: RFC 4180, UTF-8 with a byte order mark. */
final class Csv {

    static final String TYPE = CsvRow.TYPE;

    private final StringBuilder text = new StringBuilder(CsvRow.MARK);

    Csv(List<String> columns) {
        row(columns.toArray());
    }

    /** {@return the same with a row more; null is an empty cell} */
    Csv row(@Nullable Object... cells) {
        text.append(CsvRow.of(Arrays.asList(cells)));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
