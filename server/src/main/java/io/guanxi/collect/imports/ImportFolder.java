package io.guanxi.collect.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of one import: {@code upload}, {@code rejects.csv}, and {@code work/} while it runs.
 *
 * @param root {@code DATA/imports/ID}
 */
record ImportFolder(Path root) {

    Path upload() {
        return root.resolve("upload");
    }

    Path rejects() {
        return root.resolve("rejects.csv");
    }

    /**
     * What the lake keeps as context of every event that this import brings; by it, letter for letter, an undo finds them. The
     * blank tells it from every context of a tracked event, which is written without.
     */
    String mark() {
        return "{\"import\": " + root.getFileName() + "}";
    }

    /** The file as plain UTF-8, where it did not come so. */
    Path plain() {
        return work().resolve("plain");
    }

    /** What the map yields. */
    Path mapped() {
        return work().resolve("mapped.parquet");
    }

    /** Lines that could not be read. */
    Path broken() {
        return work().resolve("broken.parquet");
    }

    /** Where the map's DuckDB spills. */
    Path spill() {
        return work().resolve("spill");
    }

    private Path work() {
        return root.resolve("work");
    }

    ImportFolder create() {
        try {
            Files.createDirectories(spill());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + root, e);
        }
    }

    void deleteUpload() {
        try {
            Files.deleteIfExists(upload());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + upload(), e);
        }
    }

    void deleteWork() {
        deleteTree(work());
    }

    void delete() {
        deleteTree(root);
    }

    private static void deleteTree(Path tree) {
        try {
            FileSystemUtils.deleteRecursively(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }
}
