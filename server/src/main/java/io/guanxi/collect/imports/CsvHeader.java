package io.guanxi.collect.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The first line of a CSV file.
 *
 * @param delimiter of comma, semicolon, tab and bar the one the line has most of
 * @param names of the columns; blank ones are called {@code columnN}, repeated ones {@code name_N}
 */
record CsvHeader(char delimiter, List<String> names) {

    private static final String DELIMITERS = ",;\t|";

    /** Copies the names. */
    CsvHeader {
        names = List.copyOf(names);
    }

    static CsvHeader of(String line) {
        char best = ',';
        List<String> cells = List.of();
        for (char delimiter : DELIMITERS.toCharArray()) {
            List<String> split = split(line, delimiter);
            if (split.size() > cells.size()) {
                best = delimiter;
                cells = split;
            }
        }
        return new CsvHeader(best, distinct(cells));
    }

    private static List<String> split(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** DuckDB tells names apart without regard to case. */
    private static List<String> distinct(List<String> cells) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).isEmpty() ? "column" + (i + 1) : cells.get(i);
            names.add(taken.add(name.toLowerCase(Locale.ROOT)) ? name : name + "_" + (i + 1));
        }
        return names;
    }
}
