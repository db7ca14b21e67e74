package io.guanxi.journey.web;

import static java.util.stream.Collectors.groupingBy;

import io.guanxi.journey.graph.Outcome;
import io.guanxi.journey.store.InstanceTable.NodeCount;
import io.guanxi.messaging.Messages.Tally;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    private static final Set<String> ENDINGS =
            Set.of(Outcome.LEFT, Outcome.GOAL, Outcome.STOPPED, Outcome.MOVED, Outcome.MERGED);

    /**
     * How many passed a node, and how.
     *
     * @param node its name
     * @param arrived how many came to it
     * @param waiting how many stand there now
     * @param passed how many went on by one of its ways
     * @param converted how many reached the goal while they stood there
     * @param failed how many webhooks were given up
     * @param outcomes how many left it by each outcome
     * @param messages what became of what was to be said here, in all versions; null where nothing was
     */
    record NodeFigures(
            String node,
            long arrived,
            long waiting,
            long passed,
            long converted,
            long failed,
            Map<String, Long> outcomes,
            @Nullable NodeMessages messages) {

        private static NodeFigures of(String node, Map<String, Long> counts, @Nullable NodeMessages messages) {
            TreeMap<String, Long> outcomes = new TreeMap<>(counts);
            long arrived = Objects.requireNonNullElse(outcomes.remove("arrived"), 0L);
            long converted = Objects.requireNonNullElse(outcomes.remove("converted"), 0L);
            long failed = Objects.requireNonNullElse(outcomes.remove("failed"), 0L);
            outcomes.remove("entered");
            long left = sum(outcomes);
            long passed = outcomes.entrySet().stream()
                    .filter(it -> !ENDINGS.contains(it.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return new NodeFigures(node, arrived, arrived - left, passed, converted, failed, outcomes, messages);
        }
    }

    /**
     * What became of the messages of a node.
     *
     * @param intended how many were to be said
     * @param sent how many went out; tasks of guides when they were opened
     * @param suppressed how many were kept back for good
     * @param failed how often one was given up or not delivered
     * @param resent how many of those were tried again by hand
     * @param suppressedBy those kept back by reason, e.g. {@code HOLDOUT}
     * @param failedBy those that failed by reason, e.g. {@code REFUSED}
     */
    @Schema(name = "JourneyNodeMessages")
    record NodeMessages(
            long intended,
            long sent,
            long suppressed,
            long failed,
            long resent,
            Map<String, Long> suppressedBy,
            Map<String, Long> failedBy) {

        private static NodeMessages of(List<Tally> tallies) {
            TreeMap<String, Long> suppressed = new TreeMap<>();
            TreeMap<String, Long> failed = new TreeMap<>();
            long intended = 0;
            long sent = 0;
            long resent = 0;
            for (Tally tally : tallies) {
                switch (tally.outcome()) {
                    case "INTENDED" -> intended += tally.messages();
                    case "SENT" -> sent += tally.messages();
                    case "RESENT" -> resent += tally.messages();
                    case "SUPPRESSED" -> suppressed.merge(tally.reason(), tally.messages(), Long::sum);
                    case "DEAD", "FAILED" ->
                        failed.merge(
                                tally.reason().isEmpty() ? "NOT_DELIVERED" : tally.reason(),
                                tally.messages(),
                                Long::sum);
                    default -> {} // what it is on the way, and what the member did
                }
            }
            return new NodeMessages(intended, sent, sum(suppressed), sum(failed), resent, suppressed, failed);
        }
    }

    static JourneyCounts of(int version, List<NodeCount> counts, List<Tally> tallies) {
        Map<String, Map<String, Long>> byNode = new TreeMap<>();
        for (NodeCount count : counts) {
            byNode.computeIfAbsent(count.node(), _ -> new TreeMap<>()).put(count.outcome(), count.n());
        }
        Map<String, List<Tally>> said = tallies.stream().collect(groupingBy(Tally::node));
        List<NodeFigures> nodes = byNode.entrySet().stream()
                .map(entry -> {
                    List<Tally> here = said.get(entry.getKey());
                    return NodeFigures.of(
                            entry.getKey(), entry.getValue(), here == null ? null : NodeMessages.of(here));
                })
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

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
