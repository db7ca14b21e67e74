package io.guanxi.lake;

import io.guanxi.platform.EventBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Types;

/**
 * Finds the columns in which all events of a batch say the same, often half of them: one source, one type, no community. They
 * need not be moved when the others are brought into order.
 */
final class ConstantColumns {

    private static final int GLANCE = 10_000;
    private static final List<String> DIFFERENT = List.of("event_id", "ts", "day", "member_no");

    private final EventBatch batch;

    ConstantColumns(EventBatch batch) {
        this.batch = batch;
    }

    /** {@return their names}; a glance at the first events leaves few columns to be read to their end. */
    List<String> find() {
        List<String> candidates = EventTable.SCHEMA.columns().stream()
                .filter(field -> field.type().isPrimitiveType())
                .map(Types.NestedField::name)
                .filter(name -> !DIFFERENT.contains(name))
                .toList();
        List<String> likely = constant(candidates, "(FROM " + batch.staged() + " LIMIT " + GLANCE + ")");
        return constant(likely, batch.staged());
    }

    private List<String> constant(List<String> columns, String events) {
        if (columns.isEmpty()) {
            return columns;
        }
        String questions = columns.stream()
                .map("count(%1$s) = 0 OR (count(%1$s) = count(*) AND min(%1$s) = max(%1$s))"::formatted)
                .collect(Collectors.joining(", "));
        return batch.sql()
                .sql("SELECT " + questions + " FROM " + events)
                .query((row, n) -> {
                    List<String> constant = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        if (row.getBoolean(i + 1)) {
                            constant.add(columns.get(i));
                        }
                    }
                    return constant;
                })
                .single();
    }
}
