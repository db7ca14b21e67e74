package io.guanxi.lake;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** Turns the statistics that DuckDB returns of a written file into Iceberg's, so that readers can skip files. */
final class ParquetStatistics {

    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:mm", "+00")
            .toFormatter(java.util.Locale.ROOT);

    private ParquetStatistics() {}

    /**
     * {@return the metrics of a file}
     *
     * @param rows number of its rows
     * @param statistics by quoted column name: {@code min}, {@code max}, {@code null_count}, {@code num_values},
     *     {@code column_size_bytes}
     */
    static Metrics metrics(long rows, Map<String, Map<String, String>> statistics) {
        Map<Integer, Long> sizes = new HashMap<>();
        Map<Integer, Long> values = new HashMap<>();
        Map<Integer, Long> nulls = new HashMap<>();
        Map<Integer, ByteBuffer> lower = new HashMap<>();
        Map<Integer, ByteBuffer> upper = new HashMap<>();
        for (Types.NestedField field : EventTable.SCHEMA.columns()) {
            Map<String, String> column = statistics.get('"' + field.name() + '"');
            if (column == null || !field.type().isPrimitiveType()) {
                continue;
            }
            put(sizes, field, column.get("column_size_bytes"));
            put(values, field, column.get("num_values"));
            put(nulls, field, column.get("null_count"));
            if (bounded(field.name())) {
                bound(lower, field, column.get("min"));
                bound(upper, field, column.get("max"));
            }
        }
        return new Metrics(rows, sizes, values, nulls, Map.of(), lower, upper);
    }

    private static boolean bounded(String column) {
        return switch (column) {
            case "ts", "received_at", "day", "member_no" -> true;
            default -> false;
        };
    }

    private static void put(Map<Integer, Long> into, Types.NestedField field, @Nullable String value) {
        if (value != null) {
            into.put(field.fieldId(), Long.valueOf(value));
        }
    }

    private static void bound(Map<Integer, ByteBuffer> into, Types.NestedField field, @Nullable String text) {
        if (text != null) {
            into.put(field.fieldId(), Conversions.toByteBuffer(field.type(), parse(field.type(), text)));
        }
    }

    private static Object parse(Type type, String text) {
        return switch (type.typeId()) {
            case INTEGER -> Integer.valueOf(text);
            case DATE -> (int) LocalDate.parse(text).toEpochDay();
            case TIMESTAMP -> ChronoUnit.MICROS.between(Instant.EPOCH, instant(text));
            default -> throw new IllegalArgumentException("no bounds are kept for " + type);
        };
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text, INSTANT)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }
}
