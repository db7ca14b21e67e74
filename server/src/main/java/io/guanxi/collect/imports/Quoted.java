package io.guanxi.collect.imports;

/** Names and texts that come out of a file or a map, quoted so that DuckDB takes them for nothing else. */
final class Quoted {

    private Quoted() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
