package io.guanxi.overview.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Relationship layer against full weeks since joining.
 *
 * @param rows layers in the order of growth
 * @param columns buckets of weeks
 * @param cells rows × columns entries
 */
public record LayerTable(List<String> rows, List<Column> columns, List<Cell> cells) {

    /** The layers in the order of growth. */
    public static final List<String> LAYERS = List.of("NEW", "ACTING", "ACTIVE", "LOYAL");

    /** The buckets of weeks. */
    public static final List<Column> BUCKETS = List.of(
            new Column("0-1", 0, 1),
            new Column("2-3", 2, 3),
            new Column("4-7", 4, 7),
            new Column("8-12", 8, 12),
            new Column("13-25", 13, 25),
            new Column("26+", 26, null));

    /** Weeks from and to, both within; null = open. */
    @Schema(name = "LayerColumn")
    public record Column(String key, int fromWeek, @Nullable Integer toWeek) {

        boolean holds(int week) {
            return week >= fromWeek && (toWeek == null || week <= toWeek);
        }
    }

    /** Members of a layer who joined that long ago. */
    public record Cell(String layer, String weeks, long members) {}

    /** Members of a layer by week since joining. */
    record LayerWeek(String layer, int weeks, long members) {}

    static LayerTable of(List<LayerWeek> counts) {
        List<Cell> cells = new ArrayList<>();
        for (String layer : LAYERS) {
            for (Column column : BUCKETS) {
                long members = counts.stream()
                        .filter(it -> it.layer().equals(layer) && column.holds(it.weeks()))
                        .mapToLong(LayerWeek::members)
                        .sum();
                cells.add(new Cell(layer, column.key(), members));
            }
        }
        return new LayerTable(LAYERS, BUCKETS, cells);
    }
}
