package io.guanxi.collect.imports;

import io.guanxi.platform.Problem;
import io.guanxi.platform.StoreTrouble;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Puts what DuckDB says about a user's file or map, or about a full disk, into a problem the user can act on. */
final class DuckDbTrouble {

    private static final Pattern NO_COLUMN = Pattern.compile("Referenced column \"(.+?)\" (?:was )?not found");
    private static final Pattern CANDIDATES = Pattern.compile("Candidate bindings: (.+)");
    private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern KIND = Pattern.compile(
            "(?:Binder|Conversion|Catalog|Invalid Input|Out of Range|Not implemented|Parser|Invalid Type) Error: ");
    private static final Pattern NO_PARQUET =
            Pattern.compile("(?i)(invalid input|io|serialization) error: .*(parquet|magic bytes|thrift)");
    private static final Pattern PATH = Pattern.compile("(?:/[\\w.-]+){2,}");

    private DuckDbTrouble() {}

    /** {@return the problem behind a failure in a sandbox, or null where it is neither the user's nor the disk's} */
    static @Nullable Problem ofMap(Throwable failure) {
        Problem full = ofDisk(failure);
        return full != null ? full : first(failure, DuckDbTrouble::ofMap);
    }

    /** {@return the problem behind a failure anywhere, where it is that the disk is full} */
    static @Nullable Problem ofDisk(Throwable failure) {
        return StoreTrouble.isDiskFull(failure)
                ? new Problem(
                        HttpStatus.INSUFFICIENT_STORAGE,
                        "disk.full",
                        "The server's disk is full; nothing of this import was taken. Make room on it and import again.",
                        List.of())
                : null;
    }

    private static @Nullable Problem first(Throwable failure, Function<String, @Nullable Problem> explanation) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Problem problem =
                    cause instanceof Problem known ? known : explanation.apply(String.valueOf(cause.getMessage()));
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Problem ofMap(String message) {
        if (message.contains("Permission Error") || message.contains("the configuration has been locked")) {
            return Problem.badRequest(
                    "import.map-forbidden",
                    "The map was not run: a map reads from input only, no other file and no network.");
        }
        if (message.contains("Out of Memory Error")) {
            return refusal("import.too-large", "The map needs more than guanxi.imports.memory", "map", gist(message));
        }
        Matcher column = NO_COLUMN.matcher(message);
        if (column.find()) {
            Matcher candidates = CANDIDATES.matcher(message);
            String near =
                    candidates.find() ? "there is " + candidates.group(1).strip() : "the preview lists its columns";
            return refusal("import.map-invalid", "The file has no column " + column.group(1), column.group(1), near);
        }
        Matcher line = CSV_LINE.matcher(message);
        if (line.find()) {
            return new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "import.file-unreadable",
                    "The file cannot be read beyond line " + line.group(1) + ": " + gist(message) + ".",
                    List.of(new Problem.Fault(Long.parseLong(line.group(1)), null, gist(message))));
        }
        if (NO_PARQUET.matcher(message).find()) {
            return refusal("import.file-unreadable", "The file is no Parquet that can be read", null, gist(message));
        }
        return KIND.matcher(message).find()
                ? refusal("import.map-invalid", "The map does not fit the file", "map", gist(message))
                : null;
    }

    private static Problem refusal(String code, String what, @Nullable String field, String more) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                code,
                what + "; " + more + ".",
                List.of(new Problem.Fault(null, field, more)));
    }

    /** What DuckDB says in its first line, without paths of this machine. */
    private static String gist(String message) {
        Matcher kind = KIND.matcher(message);
        String told = kind.find() ? message.substring(kind.end()) : message;
        String first = told.lines()
                .filter(text -> !text.isBlank() && !text.startsWith("Original Line"))
                .limit(told.startsWith("CSV Error") ? 2 : 1)
                .reduce((a, b) -> b)
                .orElse("unknown");
        return PATH.matcher(first).replaceAll("the file").replaceAll("\\.$", "");
    }
}
