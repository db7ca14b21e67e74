package io.guanxi.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What DuckDB's driver leaves behind: it unpacks its library, some 70 MB, into Java's folder for temporary files and takes it away
 * at the end. A server that is killed leaves it there, and after a hundred kills the disk is full.
 */
final class LeftLibraries {

    private static final Logger log = LoggerFactory.getLogger(LeftLibraries.class);

    private static final String LIBRARIES = "libduckdb_java*.{so,dylib,dll}";

    /** Unpacked and loaded by then; once it is loaded, a process keeps what is deleted. */
    private static final Duration LOADED = Duration.ofMinutes(10);

    private LeftLibraries() {}

    /**
     * Takes them away. What another process holds, where its system forbids to delete that, stays.
     *
     * @param folder where they are unpacked to
     * @param now the time
     */
    static void sweep(Path folder, Instant now) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, LIBRARIES)) {
            for (Path library : left) {
                sweepOne(library, now);
            }
        } catch (IOException e) {
            log.debug("{} cannot be read: {}", folder, e.getMessage());
        }
    }

    private static void sweepOne(Path library, Instant now) {
        try {
            if (Files.getLastModifiedTime(library).toInstant().isBefore(now.minus(LOADED))) {
                Files.delete(library);
            }
        } catch (IOException e) {
            log.debug("{} stays: {}", library, e.getMessage());
        }
    }
}
