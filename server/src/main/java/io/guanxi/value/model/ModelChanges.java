package io.guanxi.value.model;

import io.guanxi.value.ValueModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two value models, field by field. */
public final class ModelChanges {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelChanges() {}

    /**
     * One field that differs.
     *
     * @param field e.g. {@code events[Order Completed].points}
     * @param from its value before, or null where it was not there
     * @param to its value after, or null where it is gone
     */
    @Schema(name = "ModelChange")
    public record Change(
            String field, @Nullable String from, @Nullable String to) {}

    /**
     * {@return what differs, by field}
     *
     * @param before the older model
     * @param after the newer model
     */
    public static List<Change> between(ValueModel before, ValueModel after) {
        Map<String, String> old = fields(before);
        Map<String, String> fresh = fields(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            @Nullable String from = old.get(name);
            @Nullable String to = fresh.get(name);
            if (from == null || !from.equals(to)) {
                changes.add(new Change(name, from, to));
            }
        }
        return changes;
    }

    private static Map<String, String> fields(ValueModel model) {
        Map<String, String> fields = new TreeMap<>();
        collect("", JSON.readTree(ValueModels.write(model)), fields);
        return fields;
    }

    /** A list's entries are named by their event, or by themselves: their place in the list means nothing. */
    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray() && !node.isEmpty() && !node.get(0).isNumber()) {
            node.forEach(entry -> collect(
                    path + "[" + (entry.isObject() ? entry.path("event").asString() : entry.asString()) + "]",
                    entry,
                    fields));
        } else if (!node.isNull()) {
            fields.put(path, node.isValueNode() ? node.asString() : node.toString());
        }
    }
}
