package io.guanxi.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file system in memory that can be filled; making one needs root on Linux. */
public final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /**
     * {@return a file system of its own, or empty where this user may not make one}
     *
     * @param root an empty folder
     * @param megabytes its size
     * @throws IOException where the mount command cannot be run
     */
    public static Optional<SmallDisk> at(Path root, int megabytes) throws IOException {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return linux && run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", root.toString())
                ? Optional.of(new SmallDisk(root))
                : Optional.empty();
    }

    /** {@return its folder} */
    public Path root() {
        return root;
    }

    /**
     * Fills it.
     *
     * @param free bytes that stay free
     * @throws IOException where it cannot be written to at all
     */
    public void fillUpTo(long free) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            for (long space = space(); space > free; space = space()) {
                ballast.write(piece, 0, (int) Math.min(PIECE, space - free));
            }
        }
    }

    /**
     * Makes room.
     *
     * @throws IOException where it cannot be written to
     */
    public void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private long space() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    private Path ballast() {
        return root.resolve("ballast");
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return process.onExit().join().exitValue() == 0;
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", root.toString())) {
            run("umount", "--lazy", root.toString());
        }
    }
}
