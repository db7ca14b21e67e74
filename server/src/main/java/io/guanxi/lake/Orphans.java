package io.guanxi.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Data files on the disk that no snapshot of the table knows. Costs a read of every manifest and a listing of the folder. */
final class Orphans {

    private final Table table;
    private final Path folder;
    private final Function<String, Path> pathOf;

    Orphans(Table table, Path folder, Function<String, Path> pathOf) {
        this.table = table;
        this.folder = folder;
        this.pathOf = pathOf;
    }

    int remove(Instant before) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> old = files.filter(Files::isRegularFile)
                    .filter(file -> lastTouched(file).isBefore(before))
                    .toList();
            Set<Path> known = known();
            int removed = 0;
            for (Path file : old) {
                if (!known.contains(file.toAbsolutePath().normalize()) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
            return removed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private Set<Path> known() throws IOException {
        Set<String> read = new HashSet<>();
        Set<Path> known = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            for (ManifestFile manifest : snapshot.dataManifests(table.io())) {
                if (read.add(manifest.path())) {
                    collect(manifest, known);
                }
            }
        }
        return known;
    }

    private void collect(ManifestFile manifest, Set<Path> known) throws IOException {
        try (ManifestReader<DataFile> files = ManifestFiles.read(manifest, table.io(), table.specs())) {
            files.forEach(file ->
                    known.add(pathOf.apply(file.location()).toAbsolutePath().normalize()));
        }
    }

    private static Instant lastTouched(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX; // gone meanwhile
        }
    }
}
