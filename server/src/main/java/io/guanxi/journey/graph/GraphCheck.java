package io.guanxi.journey.graph;

import io.guanxi.audience.expression.References;
import io.guanxi.platform.Problem.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a journey holds together: every way leads somewhere, every node is reached, and no round is without a wait. */
public final class GraphCheck {

    private final Graph graph;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private GraphCheck(Graph graph) {
        this.graph = graph;
    }

    /**
     * {@return all that is wrong; empty where the journey can be published}
     *
     * @param graph which
     */
    public static List<Fault> faults(Graph graph) {
        GraphCheck check = new GraphCheck(graph);
        check.names();
        check.targets();
        if (check.faults.isEmpty()) {
            check.reach();
            check.rounds();
        }
        return List.copyOf(check.faults);
    }

    /**
     * {@return the saved audiences that it asks for}
     *
     * @param graph which
     */
    public static Set<Long> audiences(Graph graph) {
        Set<Long> found = new LinkedHashSet<>();
        switch (graph.entry()) {
            case Entry.ByAudience entry -> found.add(entry.audience());
            case Entry.BySchedule entry -> found.add(entry.audience());
            case Entry.ByEvent _, Entry.ByCall _ -> {}
        }
        for (Graph.ExitRule rule : graph.exitWhen()) {
            if (rule instanceof Graph.ExitByAudience audience) {
                found.add(audience.audience());
            }
        }
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Branch branch) {
                found.addAll(References.audiences(branch.audience()));
            }
        }
        return found;
    }

    private void names() {
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (places.putIfAbsent(graph.nodes().get(i).key(), i) != null) {
                wrong(i, "/key", Flaw.SAME_NAME);
            }
        }
    }

    private void targets() {
        if (!places.containsKey(graph.start())) {
            faults.add(Flaw.NODE_UNKNOWN.at("/start", graph.start()));
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            for (Node.Way way : graph.nodes().get(i).ways()) {
                if (way.next() != null && !places.containsKey(way.next())) {
                    wrong(i, field(graph.nodes().get(i), way), Flaw.NODE_UNKNOWN, way.next());
                }
            }
        }
    }

    private void reach() {
        Set<String> reached = new HashSet<>(Set.of(graph.start()));
        Deque<String> ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            targetsOf(node(ahead.pop())).filter(reached::add).forEach(ahead::push);
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (!reached.contains(graph.nodes().get(i).key())) {
                wrong(i, "/key", Flaw.NOT_REACHED, graph.nodes().get(i).key());
            }
        }
    }

    /** Takes out, again and again, nodes that lead only to what is out; what stays goes round without a wait. */
    private void rounds() {
        Set<String> left = new LinkedHashSet<>();
        graph.nodes().stream().filter(node -> !node.takesTime()).map(Node::key).forEach(left::add);
        boolean smaller = true;
        while (smaller) {
            smaller = left.removeIf(key -> targetsOf(node(key)).noneMatch(left::contains));
        }
        left.stream()
                .filter(key -> goesRound(key, left))
                .findFirst()
                .ifPresent(key -> wrong(Objects.requireNonNull(places.get(key)), "/key", Flaw.GOES_ROUND, key));
    }

    private boolean goesRound(String from, Set<String> within) {
        Set<String> reached = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            targetsOf(node(ahead.pop()))
                    .filter(within::contains)
                    .filter(reached::add)
                    .forEach(ahead::push);
        }
        return reached.contains(from);
    }

    private Node node(String key) {
        return graph.nodes().get(Objects.requireNonNull(places.get(key)));
    }

    private static Stream<String> targetsOf(Node node) {
        return node.ways().stream().flatMap(way -> Stream.ofNullable(way.next()));
    }

    private static String field(Node node, Node.Way way) {
        return switch (node) {
            case Node.Split split -> "/arms/" + split.ways().indexOf(way) + "/next";
            case Node.Trial trial ->
                way.outcome().equals(Outcome.OUTSIDE)
                        ? "/otherwise"
                        : "/arms/" + trial.ways().indexOf(way) + "/next";
            case Node.Reply reply ->
                way.outcome().equals(Outcome.OTHERWISE)
                        ? "/otherwise"
                        : "/answers/" + reply.ways().indexOf(way) + "/next";
            case Node.Branch _ -> "/" + way.outcome();
            case Node.Wait _ -> way.outcome().equals(Outcome.MISSED) ? "/otherwise" : "/next";
            case Node.Message _,
                    Node.Tagging _,
                    Node.Points _,
                    Node.Webhook _,
                    Node.SubJourney _,
                    Node.ReachGoal _,
                    Node.Exit _ -> "/next";
        };
    }

    private void wrong(int index, String field, Flaw flaw, Object... values) {
        faults.add(flaw.at("/nodes/" + index + field, values));
    }
}
