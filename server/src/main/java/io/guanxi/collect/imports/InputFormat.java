package io.guanxi.collect.imports;

import io.guanxi.platform.Problem;
import java.util.Locale;
import java.util.Map;

/** How a file is read. What it is compressed with is seen from its first bytes, not from its name. */
public enum InputFormat {
    /** A header line and separated values, quoted by {@code "} where needed. */
    CSV,
    /** One JSON object a line. */
    NDJSON,
    /** Columns as the file types them. */
    PARQUET,
    /** Any text; the map sees one column, {@code line}. */
    TEXT;

    private static final Map<String, InputFormat> BY_ENDING = Map.of(
            "csv", CSV, "tsv", CSV, "ndjson", NDJSON, "jsonl", NDJSON, "json", NDJSON, "parquet", PARQUET, "txt", TEXT,
            "log", TEXT);

    /**
     * {@return the format the sender named, or else the one the file's name tells}
     *
     * @param named what the sender said, blank for nothing
     * @param fileName the file's name, with or without {@code .gz} or {@code .zst}
     */
    static InputFormat of(String named, String fileName) {
        if (!named.isBlank()) {
            try {
                return valueOf(named.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw unknown("There is no format " + named.strip());
            }
        }
        String plain = fileName.toLowerCase(Locale.ROOT).replaceAll("\\.(gz|zst)$", "");
        InputFormat told = BY_ENDING.get(plain.substring(plain.lastIndexOf('.') + 1));
        if (told == null) {
            throw unknown("The name " + fileName + " does not tell what the file is");
        }
        return told;
    }

    private static Problem unknown(String what) {
        return Problem.badRequest("import.format-unknown", what + "; give format=csv, ndjson, parquet or text.");
    }
}
