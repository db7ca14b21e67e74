package io.guanxi.journey.web;

import io.guanxi.journey.store.InstanceTable.NodeCount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a version does.
 *
 * @param version its number
 * @param entered how many came in
 * @param inside how many are in now
 * @param converted how many reached the goal
 * @param nodes node by node
 */
record JourneyCounts(int version, long entered, long inside, long converted, List<NodeFigures> nodes) {

    /**
     * How many passed a node, and how.
     *
     * @param node its name
     * @param arrived how many came to it
     * @param waiting how many stand there now
     * @param converted how many reached the goal while they stood there
     * @param failed how many webhooks were given up
     * @param outcomes how many left it by each outcome
     */
    record NodeFigures(
            String node, long arrived, long waiting, long converted, long failed, Map<String, Long> outcomes) {

        private static NodeFigures of(String node, Map<String, Long> counts) {
            TreeMap<String, Long> outcomes = new TreeMap<>(counts);
            long arrived = Objects.requireNonNullElse(outcomes.remove("arrived"), 0L);
            long converted = Objects.requireNonNullElse(outcomes.remove("converted"), 0L);
            long failed = Objects.requireNonNullElse(outcomes.remove("failed"), 0L);
            outcomes.remove("entered");
            long left = outcomes.values().stream().mapToLong(Long::longValue).sum();
            return new NodeFigures(node, arrived, arrived - left, converted, failed, outcomes);
        }
    }

    static JourneyCounts of(int version, List<NodeCount> counts) {
        Map<String, Map<String, Long>> byNode = new TreeMap<>();
        for (NodeCount count : counts) {
            byNode.computeIfAbsent(count.node(), _ -> new TreeMap<>()).put(count.outcome(), count.n());
        }
        List<NodeFigures> nodes = byNode.entrySet().stream()
                .map(entry -> NodeFigures.of(entry.getKey(), entry.getValue()))
                .toList();
        return new JourneyCounts(
                version,
                byNode.values().stream()
                        .mapToLong(it -> it.getOrDefault("entered", 0L))
                        .sum(),
                nodes.stream().mapToLong(NodeFigures::waiting).sum(),
                nodes.stream().mapToLong(NodeFigures::converted).sum(),
                nodes);
    }
}
