package io.guanxi.collect.tracking;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * JSON as text without blanks. Jackson's own {@code toString} sets up a whole writer for each node it is asked for, and every
 * event asks several times.
 */
final class CompactJson {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder text = new StringBuilder(256);

    private CompactJson() {}

    static String of(JsonNode node) {
        CompactJson json = new CompactJson();
        json.write(node);
        return json.text.toString();
    }

    /** {@return a bound of the bytes that a node needs as text: never less than the truth, seldom more than six times it} */
    static long atMostBytes(JsonNode node) {
        long bytes = 2;
        switch (node.getNodeType()) {
            case OBJECT -> {
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    bytes += 6L * field.getKey().length() + 4 + atMostBytes(field.getValue());
                }
            }
            case ARRAY -> {
                for (JsonNode element : node) {
                    bytes += 1 + atMostBytes(element);
                }
            }
            case STRING -> bytes += 6L * node.stringValue().length();
            case NUMBER, BOOLEAN, NULL, BINARY, MISSING, POJO ->
                bytes += node.asString("null").length();
        }
        return bytes;
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                char separator = '{';
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    text.append(separator);
                    quote(field.getKey());
                    text.append(':');
                    write(field.getValue());
                    separator = ',';
                }
                text.append(separator == '{' ? "{}" : "}");
            }
            case ARRAY -> {
                char separator = '[';
                for (JsonNode element : node) {
                    text.append(separator);
                    write(element);
                    separator = ',';
                }
                text.append(separator == '[' ? "[]" : "]");
            }
            case STRING -> quote(node.stringValue());
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL, MISSING -> text.append("null");
            case NUMBER -> text.append(node.asString());
            case BINARY, POJO -> text.append(node); // no parser makes these
        }
    }

    private void quote(String string) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(string, written, i);
                escape(c);
                written = i + 1;
            }
        }
        text.append(string, written, string.length()).append('"');
    }

    private void escape(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\n' -> text.append('n');
            case '\r' -> text.append('r');
            case '\t' -> text.append('t');
            case '\b' -> text.append('b');
            case '\f' -> text.append('f');
            default -> text.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
