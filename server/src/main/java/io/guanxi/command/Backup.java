package io.guanxi.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import tools.jackson.databind.json.JsonMapper;

/** Writes a stopped data folder to one file, all of it but what is rebuilt; see {@link Archive}. */
final class Backup {

    private static final int OWNER_FILE = 0600;
    private static final int OWNER_FOLDER = 0700;

    private final Clock clock;

    Backup(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes beside the target first and moves it there when it is whole.
     *
     * @throws Refusal when a server uses the folder, the target exists, or lies in the folder
     */
    Archive.Summary write(Path data, Path target) throws IOException {
        Path folder = data.toAbsolutePath().normalize();
        Path file = target.toAbsolutePath().normalize();
        if (file.startsWith(folder)) {
            throw new Refusal("the backup may not lie in the folder it is of");
        }
        if (Files.exists(file)) {
            throw new Refusal(file + " is there already; a backup is never written over");
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (StoppedFolder _ = new StoppedFolder(folder)) {
            Archive.Summary summary;
            try (TarArchiveOutputStream tar = open(partial)) {
                summary = fill(tar, folder);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private Archive.Summary fill(TarArchiveOutputStream tar, Path folder) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        long[] bytes = {0};
        String createdAt = clock.instant().toString();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) throws IOException {
                Path name = folder.relativize(at);
                if (Archive.LEFT_OUT.contains(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!at.equals(folder)) {
                    tar.putArchiveEntry(entry(name + "/", OWNER_FOLDER, attributes));
                    tar.closeArchiveEntry();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path at, BasicFileAttributes attributes) throws IOException {
                Path name = folder.relativize(at);
                if (Archive.LEFT_OUT.contains(name)) {
                    return FileVisitResult.CONTINUE;
                }
                if (!attributes.isRegularFile()) {
                    throw new Refusal(at + " is neither file nor folder, so it cannot be backed up");
                }
                TarArchiveEntry entry = entry(name.toString(), OWNER_FILE, attributes);
                entry.setSize(attributes.size());
                checksums.put(entry.getName(), add(tar, entry, at));
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        if (checksums.isEmpty()) {
            throw new Refusal(folder + " holds nothing to back up");
        }
        addManifest(tar, new Archive.Manifest(Archive.FORMAT, createdAt, checksums));
        return new Archive.Summary(checksums.size(), bytes[0]);
    }

    private static String add(TarArchiveOutputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        MessageDigest digest = Archive.sha256();
        tar.putArchiveEntry(entry);
        Files.copy(file, new DigestOutputStream(tar, digest));
        tar.closeArchiveEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addManifest(TarArchiveOutputStream tar, Archive.Manifest manifest) throws IOException {
        byte[] json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        TarArchiveEntry entry = new TarArchiveEntry(Archive.MANIFEST);
        entry.setMode(OWNER_FILE);
        entry.setSize(json.length);
        tar.putArchiveEntry(entry);
        tar.write(json);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry entry(String name, int mode, BasicFileAttributes attributes) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setLastModifiedTime(attributes.lastModifiedTime());
        return entry;
    }

    private static TarArchiveOutputStream open(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw new Refusal("there is no folder " + folder + " to write the backup to");
        }
        OutputStream stream = Files.newOutputStream(file);
        GzipParameters fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(stream, fast), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        return tar;
    }
}
