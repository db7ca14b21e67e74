package io.guanxi.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** What a server answered, as lines for scripts. */
final class Figures {

    private Figures() {}

    /** One line a figure; groups of figures become {@code group.figure}. */
    static void print(PrintWriter out, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(inner -> print(out, name + "." + inner.getKey(), inner.getValue()));
        } else if (!value.isMissingNode() && !value.isNull()) {
            out.println(name + " " + (value.isArray() ? value.toString() : value.asString()));
        }
    }
}
