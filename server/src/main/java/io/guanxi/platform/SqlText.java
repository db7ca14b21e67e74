package io.guanxi.platform;

import java.nio.file.Path;

/** Literals for statements that take no parameters, such as {@code COPY} and {@code SET}. Never for text of a user. */
public final class SqlText {

    private SqlText() {}

    /**
     * {@return a path of ours as a quoted literal}
     *
     * @param path the path
     */
    public static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
