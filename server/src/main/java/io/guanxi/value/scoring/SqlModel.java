package io.guanxi.value.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One {@code models/*.sql}: a SELECT whose header comment says what it answers, from what, and at which grain.
 *
 * @param name its table's name
 * @param question what it answers
 * @param inputs the tables it reads
 * @param grain what one row is
 * @param kept how long its result lives
 * @param slices by ranges of what it is made, so that its groups fit the processor's caches
 * @param text the SELECT, with {@code :parameters}
 */
public record SqlModel(
        String name, String question, List<String> inputs, String grain, Kept kept, Slices slices, String text) {

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");

    /** How long a model's result lives. */
    public enum Kept {
        /** Not at all: it is computed where it is read. */
        VIEW,
        /** Until the run ends. */
        RUN,
        /** Until the next run: screens read it. */
        MART
    }

    /** By ranges of what a model is made. */
    public enum Slices {
        /** All at once. */
        NONE,
        /** Of members: its text names {@code :member_from} and {@code :member_to}. */
        MEMBERS,
        /** Of communities: its text names {@code :community_from} and {@code :community_to}. */
        COMMUNITIES;

        static Slices of(String text) {
            return text.contains(":member_from") ? MEMBERS : text.contains(":community_from") ? COMMUNITIES : NONE;
        }
    }

    /** Copies the inputs. */
    public SqlModel {
        inputs = List.copyOf(inputs);
    }

    /**
     * Reads a model.
     *
     * @param name the file's name without its ending
     * @return the model
     */
    public static SqlModel named(String name) {
        String text = resource("/models/" + name + ".sql");
        List<String> inputs = Stream.of(IN_BRACKETS
                        .matcher(header(text, "inputs"))
                        .replaceAll("")
                        .split(","))
                .map(String::strip)
                .toList();
        return new SqlModel(
                name,
                header(text, name),
                inputs,
                header(text, "grain"),
                Kept.valueOf(header(text, "kept").toUpperCase(java.util.Locale.ROOT)),
                Slices.of(text),
                text);
    }

    /** {@return whether there is a model of this name} */
    static boolean exists(String name) {
        return SqlModel.class.getResource("/models/" + name + ".sql") != null;
    }

    static String resource(String path) {
        try (InputStream file = SqlModel.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no SQL model at " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(String text, String key) {
        Matcher line = Pattern.compile("(?m)^-- " + key + ":\\s+(.+)$").matcher(text);
        if (!line.find()) {
            throw new IllegalArgumentException("a SQL model's header lacks “" + key + "”");
        }
        return line.group(1).strip();
    }
}
