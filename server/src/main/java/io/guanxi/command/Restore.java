package io.guanxi.command;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes a data folder of a {@link Backup}. The folder appears only when every file has the checksum it was written with. */
final class Restore {

    /**
     * Unpacks beside the folder, checks, then moves it there.
     *
     * @throws Refusal when the folder already holds something, or the backup is not whole
     */
    Archive.Summary read(Path backup, Path data) throws IOException {
        Path folder = data.toAbsolutePath().normalize();
        requireEmpty(folder);
        if (!Files.isRegularFile(backup)) {
            throw new Refusal("there is no file " + backup);
        }
        Files.createDirectories(folder.getParent());
        Path unpacked = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".restoring-");
        try {
            Archive.Summary summary = unpack(backup, unpacked);
            Files.deleteIfExists(folder);
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } finally {
            deleteAll(unpacked);
        }
    }

    private static Archive.Summary unpack(Path backup, Path into) throws IOException {
        Map<String, String> found = new TreeMap<>();
        long bytes = 0;
        Archive.@Nullable Manifest manifest = null;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                GzipCompressorInputStream.builder()
                        .setInputStream(new BufferedInputStream(Files.newInputStream(backup), 1 << 16))
                        .setDecompressConcatenated(true)
                        .get(),
                "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(Archive.MANIFEST)) {
                    manifest = JsonMapper.shared().readValue(tar.readAllBytes(), Archive.Manifest.class);
                } else if (entry.isDirectory()) {
                    Files.createDirectories(inside(into, entry));
                } else if (entry.isFile()) {
                    found.put(entry.getName(), extract(tar, inside(into, entry)));
                    bytes += entry.getSize();
                } else {
                    throw new Refusal(backup + " holds " + entry.getName() + ", which is neither file nor folder");
                }
            }
        } catch (Refusal e) {
            throw e;
        } catch (EOFException e) {
            throw new Refusal(backup + " ends too early: it was cut off while it was written or copied");
        } catch (IOException | JacksonException e) {
            throw new Refusal(backup + " is damaged or no backup of Guanxi: " + e.getMessage());
        }
        compare(backup, manifest, found);
        protect(into);
        return new Archive.Summary(found.size(), bytes);
    }

    private static void compare(Path backup, Archive.@Nullable Manifest manifest, Map<String, String> found)
            throws Refusal {
        if (manifest == null) {
            throw new Refusal(backup + " has no manifest: it was cut off while it was written, or is no backup");
        }
        if (manifest.format() != Archive.FORMAT) {
            throw new Refusal(backup + " is of format " + manifest.format() + "; this program reads " + Archive.FORMAT);
        }
        if (!manifest.checksums().equals(found)) {
            Map<String, String> wrong = new TreeMap<>(manifest.checksums());
            wrong.entrySet().removeIf(file -> file.getValue().equals(found.get(file.getKey())));
            throw new Refusal(
                    backup + " is damaged: not all files have the checksum they were written with",
                    wrong.keySet().stream().limit(10).toList());
        }
    }

    private static String extract(TarArchiveInputStream tar, Path file) throws IOException {
        MessageDigest digest = Archive.sha256();
        Files.createDirectories(file.getParent());
        Files.copy(new DigestInputStream(tar, digest), file);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path inside(Path folder, TarArchiveEntry entry) throws Refusal {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new Refusal("the backup names a file outside its folder: " + entry.getName());
        }
        return path;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new Refusal(folder + " is not empty; restore makes a new data folder");
            }
        }
    }

    /** PostgreSQL refuses to start on files that others may read. */
    private static void protect(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path at, @Nullable IOException failure) throws IOException {
                Files.delete(at);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
