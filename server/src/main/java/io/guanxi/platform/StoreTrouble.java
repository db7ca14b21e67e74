package io.guanxi.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells from a failure that the disk is full or the database away: nothing a caller did, and over once someone mended it. */
public final class StoreTrouble {

    /** Seconds after which a caller may come again; a dead embedded PostgreSQL is started anew within a second. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final String DISK_FULL = "53100";
    private static final Set<String> NOT_TEXT = Set.of("22021", "22P05");
    private static final String CONNECTION_CLASS = "08";
    private static final Set<String> NOT_SERVING = Set.of("57P01", "57P02", "57P03", "53300");

    private StoreTrouble() {}

    /**
     * {@return the problem behind a failure, or null where neither the disk nor the database is behind it}
     *
     * @param failure any failure
     */
    public static @Nullable Problem of(Throwable failure) {
        if (isDiskFull(failure)) {
            return new Problem(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    "disk.full",
                    "The server's disk is full; nothing of this request was taken. Make room on it and try again.",
                    List.of());
        }
        if (isUnavailable(failure)) {
            return new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "database.unavailable",
                    "The database does not answer; nothing of this request was taken. Try again in a few seconds.",
                    List.of());
        }
        return null;
    }

    /**
     * {@return whether a disk is full: that of the data folder, of temporary files, or PostgreSQL's}
     *
     * @param failure any failure
     */
    public static boolean isDiskFull(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                        || saysDiskFull(String.valueOf(cause.getMessage())));
    }

    /**
     * {@return whether the database does not serve: it is down, starting, stopping, or has no connection left}
     *
     * @param failure any failure
     */
    public static boolean isUnavailable(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof CannotGetJdbcConnectionException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException sql && saysUnavailable(sql.getSQLState()));
    }

    /**
     * {@return whether a text was to be kept that PostgreSQL has no letters for: one with the character NUL}
     *
     * @param failure any failure
     */
    public static boolean isNoText(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof SQLException sql && NOT_TEXT.contains(String.valueOf(sql.getSQLState())));
    }

    private static boolean saysUnavailable(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_CLASS) || NOT_SERVING.contains(state));
    }

    private static boolean saysDiskFull(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device")
                || lower.contains("disk quota exceeded")
                || lower.contains("max_temp_directory_size");
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> condition) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (condition.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
