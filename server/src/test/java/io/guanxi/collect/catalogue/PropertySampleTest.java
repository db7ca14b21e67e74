package io.guanxi.collect.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.collect.catalogue.EventVolumes.InFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files a sample of properties is read from. */
class PropertySampleTest {

    @Test
    void theDaysThatHaveEnoughAreReadWhole() {
        List<InFile> files = List.of(file("a", 9, 4_999), file("b", 8, 1), file("c", 8, 90_000), file("d", 7, 90_000));

        assertThat(PropertySample.enough(files)).containsExactly(Path.of("a"), Path.of("b"), Path.of("c"));
        assertThat(PropertySample.enough(files.reversed())).containsExactly(Path.of("d"));
    }

    @Test
    void ofARareEventNoMoreThanTwentyFilesAreRead() {
        assertThat(PropertySample.enough(Collections.nCopies(50, file("a", 9, 1))))
                .hasSize(20);
    }

    private static InFile file(String name, int day, long events) {
        return new InFile(Path.of(name), LocalDate.of(2026, 11, day), events);
    }
}
