package io.guanxi.journey.engine;

import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a journey; it never changes.
 *
 * @param journey number of the journey
 * @param id number of the version among all versions
 * @param version number of the version within the journey, from 1
 * @param graph what it does
 * @param numbers the numbers of its nodes by name
 * @param nodes its nodes by number
 */
public record Published(
        long journey, int id, int version, Graph graph, Map<String, Integer> numbers, Map<Integer, Node> nodes) {

    /** Copies the maps. */
    public Published {
        numbers = Map.copyOf(numbers);
        nodes = Map.copyOf(nodes);
    }

    static Published of(long journey, int id, int version, Graph graph, Map<String, Integer> numbers) {
        Map<Integer, Node> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(Objects.requireNonNull(numbers.get(node.key())), node));
        return new Published(journey, id, version, graph, numbers, nodes);
    }

    int start() {
        return number(graph.start());
    }

    int number(String key) {
        return Objects.requireNonNull(numbers.get(key), key);
    }

    @Nullable
    Integer next(@Nullable String key) {
        return key == null ? null : number(key);
    }
}
