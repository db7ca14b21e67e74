package io.guanxi.collect.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a CSV file along, byte by byte, to count its rows and to learn what all values of each column are. */
final class CsvScan {

    private static final int LONGEST_TYPED = 32;

    private static final byte NONE = 1; // a control character that no text has

    private final byte delimiter;
    private final byte quote;
    private final int[] possible;
    private final boolean[] anyValue;
    private final byte[] value = new byte[LONGEST_TYPED + 1];
    private int length;
    private int column;
    private boolean quoted;
    private boolean quoteInQuoted;
    private boolean anyInRow;
    private long rows;

    private CsvScan(byte delimiter, byte quote, int columns, int headers) {
        this.delimiter = delimiter;
        this.quote = quote;
        this.rows = -headers;
        this.possible = new int[columns];
        this.anyValue = new boolean[columns];
        Arrays.fill(possible, ColumnType.ANY);
    }

    /** {@return a scan of separated values under a header line} */
    static CsvScan of(CsvHeader header) {
        return new CsvScan((byte) header.delimiter(), (byte) '"', header.names().size(), 1);
    }

    /** {@return a scan that only counts the lines that are not blank} */
    static CsvScan ofLines() {
        return new CsvScan(NONE, NONE, 0, 0);
    }

    /** Takes the next bytes of the file. */
    void feed(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (quoted) {
                inQuotes(b);
            } else if (b == delimiter) {
                endField();
            } else if (b == '\n' || b == '\r') {
                endRow();
            } else if (b == quote && length == 0) {
                quoted = true;
                anyInRow = true;
            } else {
                take(b);
                i = isText() ? lastOfField(bytes, i, count) : i;
            }
        }
    }

    /** Whether nothing more can be learned of the column: its values need not be looked at. */
    private boolean isText() {
        return column >= possible.length || possible[column] == 0;
    }

    private int lastOfField(byte[] bytes, int from, int count) {
        int next = from + 1;
        while (next < count && bytes[next] != delimiter && bytes[next] != '\n' && bytes[next] != '\r') {
            next++;
        }
        return next - 1;
    }

    private void inQuotes(byte b) {
        if (quoteInQuoted) {
            quoteInQuoted = false;
            if (b == quote) {
                take(b);
            } else {
                quoted = false;
                if (b == delimiter) {
                    endField();
                } else if (b == '\n' || b == '\r') {
                    endRow();
                }
            }
        } else if (b == quote) {
            quoteInQuoted = true;
        } else {
            take(b);
        }
    }

    private void take(byte b) {
        anyInRow = true;
        if (length <= LONGEST_TYPED) {
            value[length++] = b;
        }
    }

    private void endField() {
        anyInRow = true;
        if (length > 0 && column < possible.length && rows >= 0) {
            anyValue[column] = true;
            if (possible[column] != 0) {
                possible[column] &= length > LONGEST_TYPED ? 0 : ColumnType.possible(value, length);
            }
        }
        length = 0;
        column++;
    }

    private void endRow() {
        if (anyInRow) {
            endField();
            rows++;
        }
        column = 0;
        anyInRow = false;
    }

    /** Says that the file has ended; the last line may lack its line end. */
    void end() {
        endRow();
    }

    /** {@return rows that are not blank, without the header} */
    long rows() {
        return Math.max(rows, 0);
    }

    /** {@return the type of each column, in order} */
    List<ColumnType> types() {
        List<ColumnType> types = new ArrayList<>();
        for (int i = 0; i < possible.length; i++) {
            types.add(ColumnType.narrowest(possible[i], anyValue[i]));
        }
        return types;
    }
}
