package io.guanxi.collect.imports;

/**
 * What all values of a CSV column are. A column is a number only where every value, written back, is the same text: so
 * {@code 00004}, a phone number with {@code +} and a 20-digit card number stay text.
 */
enum ColumnType {
    INTEGER("BIGINT"),
    DECIMAL("DOUBLE"),
    DATE("DATE"),
    TIMESTAMP("TIMESTAMP"),
    TEXT("VARCHAR");

    /** The types a column may still have before its first value. */
    static final int ANY = (1 << TEXT.ordinal()) - 1;

    private static final int MAX_INTEGER_DIGITS = 18;
    private static final int MAX_EXACT_DIGITS = 15;
    private static final String DATE_SHAPE = "0000-00-00";
    private static final String TIME_SHAPE = "0000-00-00 00:00:00.";

    private final String duckDb;

    ColumnType(String duckDb) {
        this.duckDb = duckDb;
    }

    String duckDb() {
        return duckDb;
    }

    /** {@return the narrowest type among the set left over when all values were seen} */
    static ColumnType narrowest(int possible, boolean anyValue) {
        return anyValue && possible != 0 ? values()[Integer.numberOfTrailingZeros(possible)] : TEXT;
    }

    /** {@return the set of types one value can have, as bits by ordinal; 0 means text only} */
    static int possible(byte[] value, int length) {
        int first = value[0];
        if (first != '-' && (first < '0' || first > '9')) {
            return 0;
        }
        int number = number(value, length);
        return number != 0 ? number : time(value, length);
    }

    private static int number(byte[] value, int length) {
        int at = value[0] == '-' ? 1 : 0;
        int whole = digits(value, at, length);
        if (whole == 0
                || (whole > 1 && value[at] == '0')
                || (at == 1 && whole == 1 && value[1] == '0' && length == 2)) {
            return 0;
        }
        at += whole;
        if (at == length) {
            return (whole <= MAX_INTEGER_DIGITS ? 1 << INTEGER.ordinal() : 0)
                    | (whole <= MAX_EXACT_DIGITS ? 1 << DECIMAL.ordinal() : 0);
        }
        int fraction = value[at] == '.' ? digits(value, at + 1, length) : 0;
        boolean decimal = fraction > 0 && at + 1 + fraction == length && whole + fraction <= MAX_EXACT_DIGITS;
        return decimal ? 1 << DECIMAL.ordinal() : 0;
    }

    private static int digits(byte[] value, int from, int length) {
        int at = from;
        while (at < length && value[at] >= '0' && value[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private static int time(byte[] value, int length) {
        if (length == DATE_SHAPE.length() && fits(value, length)) {
            return 1 << DATE.ordinal() | 1 << TIMESTAMP.ordinal();
        }
        boolean minutes = length == 16 || length == 19;
        boolean fraction = length > TIME_SHAPE.length() && length <= TIME_SHAPE.length() + 9;
        return (minutes || fraction) && fits(value, length) ? 1 << TIMESTAMP.ordinal() : 0;
    }

    private static boolean fits(byte[] value, int length) {
        for (int i = 0; i < length; i++) {
            char expected = i < TIME_SHAPE.length() ? TIME_SHAPE.charAt(i) : '0';
            boolean digit = value[i] >= '0' && value[i] <= '9';
            boolean same = expected == '0' ? digit : value[i] == expected || (i == 10 && value[i] == 'T');
            if (!same) {
                return false;
            }
        }
        int month = 10 * (value[5] - '0') + value[6] - '0';
        int day = 10 * (value[8] - '0') + value[9] - '0';
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
