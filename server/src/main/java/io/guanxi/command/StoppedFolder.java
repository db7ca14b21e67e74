package io.guanxi.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data folder that no server uses; while this is open none can start on it. */
final class StoppedFolder implements AutoCloseable {

    private final FileChannel channel;

    StoppedFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("there is no data folder " + folder);
        }
        channel = FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock() == null) {
                throw new Refusal("a server is running on " + folder + "; stop it first");
            }
            requireNoPostgres(folder.resolve("postgres").resolve("postmaster.pid"));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** {@return whether a server runs on a folder now, or it is being backed up} */
    static boolean isInUse(Path folder) throws IOException {
        Path lock = folder.resolve("server.lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock ours = channel.tryLock()) {
            return ours == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private @Nullable FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A killed server leaves its PostgreSQL running, which writes on. */
    private static void requireNoPostgres(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
        if (pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(StoppedFolder::isPostgres)
                        .isPresent()) {
            throw new Refusal("the server was killed and its PostgreSQL (process " + pid
                    + ") still runs; start the server once and stop it, then try again");
        }
    }

    /** Process numbers are used again: another program under that number is no PostgreSQL. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
