package io.guanxi.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one store erased; goes into the certificate, so it holds no personal data.
 *
 * @param store the store's stable name, as in an export, by which the console has its own words; null in certificates of before
 * @param what the store, in words, e.g. {@code events of the lake}
 * @param rows how many rows it removed
 * @param files files that were rewritten or removed
 */
public record ErasedPart(@Nullable String store, String what, long rows, List<ErasedFile> files) {

    /** Copies the files. */
    public ErasedPart {
        files = List.copyOf(files);
    }

    /**
     * What a store tells; the erasure adds which store it was.
     *
     * @param what the store, in words
     * @param rows how many rows it removed
     * @param files files that were rewritten or removed
     */
    public ErasedPart(String what, long rows, List<ErasedFile> files) {
        this(null, what, rows, files);
    }

    ErasedPart by(PersonalData from) {
        return new ErasedPart(from.name(), what, rows, files);
    }

    /**
     * A file that held the person's data.
     *
     * @param file its name within the data folder
     * @param sha256 hash of what stands there or in its place now, in hex; empty where nothing does
     */
    public record ErasedFile(String file, String sha256) {

        /**
         * {@return what stands in a file's place now}
         *
         * @param root the data folder
         * @param file the file, which may be gone
         */
        public static ErasedFile of(Path root, Path file) {
            String name =
                    root.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
            return new ErasedFile(name, Files.exists(file) ? hash(file) : "");
        }

        private static String hash(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                return HexFormat.of().formatHex(digest.digest());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
