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

    private final Set<String> made;

    private ModelOrder(Set<String> made) {
        this.made = made;
    }

    /**
     * Orders models.
     *
     * @param results the models wanted
     * @return they and all they read, inputs first
     */
    public static List<SqlModel> of(Collection<String> results) {
        return of(results, Set.of());
    }

    /**
     * Orders models that are still to be made.
     *
     * @param results the models wanted
     * @param made those that are there, for whose sake nothing else is made
     * @return the others and all they read, inputs first
     */
    static List<SqlModel> of(Collection<String> results, Set<String> made) {
        ModelOrder order = new ModelOrder(made);
        results.forEach(order::add);
        return new ArrayList<>(order.done.values());
    }

    private void add(String name) {
        if (made.contains(name) || done.containsKey(name)) {
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
