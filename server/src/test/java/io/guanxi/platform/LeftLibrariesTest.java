package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftLibrariesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void takesAwayWhatKilledServersLeftAndNothingElse(@TempDir Path folder) throws IOException {
        Path left = file(folder, "libduckdb_java123.so", Duration.ofHours(3));
        Path beingLoaded = file(folder, "libduckdb_java456.so", Duration.ofSeconds(5));
        Path another = file(folder, "libother.so", Duration.ofHours(3));

        LeftLibraries.sweep(folder, NOW);

        assertThat(left).doesNotExist();
        assertThat(beingLoaded).exists();
        assertThat(another).exists();
    }

    @Test
    void aMissingFolderIsNoTrouble(@TempDir Path folder) {
        LeftLibraries.sweep(folder.resolve("none"), NOW);

        assertThat(folder).isEmptyDirectory();
    }

    private static Path file(Path folder, String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
