package io.guanxi.platform;

import java.nio.file.Path;

/** Pieces of statements for DuckDB that parameters cannot be. Never made of a user's text. */
public final class SqlText {

    private SqlText() {}

    /**
     * {@return a path of ours as a quoted literal, for {@code COPY} and {@code SET}}
     *
     * @param path the path
     */
    public static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    /**
     * {@return the condition that a column holds one of some whole numbers}. They come as rows: of a list DuckDB reads every column of
     * whole row groups before it looks at the numbers, of rows only what matches.
     *
     * @param column the column
     * @param parameter name of a parameter, the text of a list of the numbers such as {@code [3, 5]}
     */
    public static String among(String column, String parameter) {
        return "%s IN (SELECT unnest(CAST(:%s AS INTEGER[])))".formatted(column, parameter);
    }
}
