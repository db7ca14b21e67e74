package io.guanxi.value.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The models that some results need, each after its inputs: the DAG which the headers draw. */
public final class ModelOrder {

    private final Map<String, SqlModel> done = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private ModelOrder() {}

    /**
     * Orders models.
     *
     * @param results the models wanted
     * @return they and all they read, inputs first
     */
    public static List<SqlModel> of(Collection<String> results) {
        ModelOrder order = new ModelOrder();
        results.forEach(order::add);
        return new ArrayList<>(order.done.values());
    }

    private void add(String name) {
        if (done.containsKey(name)) {
            return;
        }
        if (!open.add(name)) {
            throw new IllegalArgumentException("the SQL models read each other in a circle: " + open);
        }
        SqlModel model = SqlModel.named(name);
        model.inputs().stream().filter(SqlModel::exists).forEach(this::add);
        open.remove(name);
        done.put(name, model);
    }
}
