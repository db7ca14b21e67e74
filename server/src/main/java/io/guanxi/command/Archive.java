package io.guanxi.command;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;

/**
 * How a backup looks: a {@code tar.gz} of the data folder, whose last entry {@value #MANIFEST} lists the SHA-256 of every
 * file. A backup that was cut off has no manifest and is refused.
 */
final class Archive {

    static final String MANIFEST = "guanxi-backup.json";
    static final int FORMAT = 1;

    /** What is made again at the next start, or belongs to one running process. */
    static final Set<Path> LEFT_OUT = Set.of(
            Path.of("mart"),
            Path.of("temp"),
            Path.of("logs"),
            Path.of("server.lock"),
            Path.of("postgres", "postmaster.pid"),
            Path.of("postgres", "postmaster.opts"),
            Path.of("postgres", "epg-lock"));

    /**
     * The last entry.
     *
     * @param format of the archive, {@value #FORMAT}
     * @param createdAt when it was begun, ISO 8601 UTC
     * @param checksums path to SHA-256 in hex
     */
    record Manifest(int format, String createdAt, Map<String, String> checksums) {}

    /**
     * What was written or read.
     *
     * @param files how many files
     * @param bytes their size together, uncompressed
     */
    record Summary(int files, long bytes) {}

    private Archive() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
