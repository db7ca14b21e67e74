package io.guanxi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.simulator.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void theSameSeedLivesTheSameHistoryAndAnotherSeedAnother() throws Exception {
        assertThat(checksum(7)).isEqualTo(checksum(7)).isNotEqualTo(checksum(8));
    }

    private double checksum(long seed) throws Exception {
        World world = new World(seed, 800, 6, 3, 60, LocalDate.of(2026, 11, 26), World.SHANGHAI);
        try (BrandFiles brand = new BrandFiles(world, Files.createTempDirectory(folder, "brand"))) {
            return brand.checksum();
        }
    }
}
