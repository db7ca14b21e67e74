package io.guanxi.journey.engine;

import io.guanxi.audience.expression.EventMatch;
import io.guanxi.journey.engine.PublishedJourneys.Active;
import io.guanxi.journey.graph.Entry;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.graph.Replies;
import io.guanxi.journey.graph.Until;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** To which events the active versions react, and how. What several of them ask of an event is asked once: a pattern. */
final class Triggers {

    private static final EventMatch REPLIED = new EventMatch(Replies.EVENT, List.of(), null);

    private final Map<EventMatch, Integer> patterns = new LinkedHashMap<>();

    /** In any version: what its members reach or leave by. */
    final List<OfVersion> goals = new ArrayList<>();

    final List<OfVersion> exits = new ArrayList<>();
    final List<OfVersion> goalExits = new ArrayList<>();

    /** In versions that ask for the last answer: that there is one. */
    final List<OfVersion> replies = new ArrayList<>();

    /** What is waited for. */
    final List<OfNode> waits = new ArrayList<>();

    /** By what members enter. */
    final List<OfEntry> entries = new ArrayList<>();

    /** Any member of a version. */
    record OfVersion(int pattern, int version) {}

    /**
     * Those who wait at a node, by what of the event must be their key; while the journey is paused they are called on, but stay
     * there.
     */
    record OfNode(
            int pattern,
            int node,
            int next,
            boolean ends,
            boolean running,
            @Nullable String keyProperty,
            EventMatch.@Nullable Column keyColumn) {

        /** {@return whether it is for those alone whose key the event names} */
        boolean keyed() {
            return keyProperty != null || keyColumn != null;
        }
    }

    /** Everyone. */
    record OfEntry(int pattern, Published journey, Entry.ByEvent entry) {}

    Triggers(List<Active> active) {
        for (Active version : active) {
            Published published = version.published();
            Graph graph = published.graph();
            if (graph.goal() != null) {
                goals.add(new OfVersion(pattern(graph.goal().event()), published.id()));
                if (graph.goal().exits()) {
                    goalExits.add(new OfVersion(pattern(graph.goal().event()), published.id()));
                }
            }
            for (Graph.ExitRule rule : graph.exitWhen()) {
                if (rule instanceof Graph.ExitByEvent(EventMatch event)) {
                    exits.add(new OfVersion(pattern(event), published.id()));
                }
            }
            if (asksForReplies(graph)) {
                replies.add(new OfVersion(pattern(REPLIED), published.id()));
            }
            for (Node node : graph.nodes()) {
                if (node instanceof Node.Wait wait && wait.until() instanceof Until.Event until) {
                    int number = published.number(node.key());
                    Integer next = published.next(wait.next());
                    waits.add(new OfNode(
                            pattern(until.event()),
                            number,
                            next == null ? number : next,
                            next == null,
                            version.running(),
                            until.keyProperty(),
                            until.keyColumn()));
                }
            }
            if (version.running() && version.entered() && graph.entry() instanceof Entry.ByEvent entry) {
                entries.add(new OfEntry(pattern(entry.event()), published, entry));
            }
        }
    }

    /** {@return whether it parts members by their last answer, which is then to be kept} */
    static boolean asksForReplies(Graph graph) {
        return graph.nodes().stream().anyMatch(Node.Reply.class::isInstance);
    }

    private int pattern(EventMatch event) {
        return Objects.requireNonNull(patterns.computeIfAbsent(event, _ -> patterns.size() + 1));
    }

    Map<EventMatch, Integer> patterns() {
        return patterns;
    }
}
