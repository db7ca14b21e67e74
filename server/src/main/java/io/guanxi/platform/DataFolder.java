package io.guanxi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one folder a server keeps everything in, locked against a second server. */
@Component
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    DataFolder(GuanxiSettings settings) {
        this.root = settings.data().toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            this.channel =
                    FileChannel.open(root.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            this.lock = requireLock(tryLock(channel));
        } catch (IOException e) {
            throw new CannotStart(
                    "the data folder " + root + " cannot be written: " + reason(e),
                    "make it writable for the user who runs the server, or name another by --data or GUANXI_DATA");
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure.getClass().getSimpleName();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private FileLock requireLock(@Nullable FileLock acquired) {
        if (acquired == null) {
            throw new CannotStart(
                    "another Guanxi server is using the data folder " + root,
                    "stop that one, or give this one a folder of its own by --data or GUANXI_DATA");
        }
        return acquired;
    }

    /** {@return the folder itself} */
    public Path root() {
        return root;
    }

    /** {@return the embedded PostgreSQL's data directory; not created} */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** {@return the lake's warehouse} */
    public Path lake() {
        return existing("lake");
    }

    /** {@return the folder of the mart's DuckDB file} */
    public Path mart() {
        return existing("mart");
    }

    /** {@return uploads and reject files of imports} */
    public Path imports() {
        return existing("imports");
    }

    /** {@return room for spilling and staging; emptied at every start} */
    public Path temp() {
        return existing("temp");
    }

    private Path existing(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + root.resolve(name), e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
