package io.guanxi.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A lake that was moved, once or twice, finds its files and names new ones as it always did. */
class WarehouseTests {

    private static final String METADATA = "file:///srv/brand%20one/lake/guanxi/event/metadata/00007.json";
    private static final String DATA = "file:///srv/brand%20one/lake/guanxi/event/data/day=2026-05-01/a.parquet";

    @Test
    void aNewLakeNamesFilesByWhereTheyAre() {
        Warehouse warehouse = Warehouse.of(Path.of("/srv/brand one/lake"), Optional.empty());

        assertThat(warehouse.home()).isEqualTo("file:///srv/brand%20one/lake");
        assertThat(warehouse.locationOf(Path.of("/srv/brand one/lake/guanxi/event/data/day=2026-05-01/a.parquet")))
                .isEqualTo(DATA);
        assertThat(warehouse.pathOf(DATA))
                .isEqualTo(Path.of("/srv/brand one/lake/guanxi/event/data/day=2026-05-01/a.parquet"));
    }

    @Test
    void aMovedLakeKeepsItsNamesAndFindsItsFiles() {
        Warehouse warehouse = Warehouse.of(Path.of("/mnt/elsewhere/lake"), Optional.of(METADATA));

        Path file = Path.of("/mnt/elsewhere/lake/guanxi/event/data/day=2026-05-01/a.parquet");
        assertThat(warehouse.pathOf(DATA)).isEqualTo(file);
        assertThat(warehouse.locationOf(file)).isEqualTo(DATA);
    }

    @Test
    void aFolderWhoseNameBeginsAlikeIsAnother() {
        Warehouse warehouse = Warehouse.of(Path.of("/mnt/elsewhere/lake"), Optional.of(METADATA));

        assertThat(warehouse.pathOf("file:///srv/brand%20one/lakeside/b.parquet"))
                .isEqualTo(Path.of("/srv/brand one/lakeside/b.parquet"));
    }
}
