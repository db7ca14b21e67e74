package io.guanxi.journey.saved;

import io.guanxi.audience.Audiences;
import io.guanxi.audience.expression.Expression;
import io.guanxi.experiment.Assignments;
import io.guanxi.journey.PointsHook;
import io.guanxi.journey.engine.PublishedJourneys;
import io.guanxi.journey.graph.Entry;
import io.guanxi.journey.graph.Flaw;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.GraphCheck;
import io.guanxi.journey.graph.GraphReader;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.JourneyRow;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Webhooks;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Problem.Fault;
import io.guanxi.tag.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether a definition can be published: it holds together, and all that it names is there. */
@Component
public class JourneyCheck {

    private final JourneyTable table;
    private final PublishedJourneys published;
    private final Audiences audiences;
    private final Messages messages;
    private final Tags tags;
    private final Webhooks webhooks;
    private final Assignments assignments;
    private final ObjectProvider<PointsHook> points;

    JourneyCheck(
            JourneyTable table,
            PublishedJourneys published,
            Audiences audiences,
            Messages messages,
            Tags tags,
            Webhooks webhooks,
            Assignments assignments,
            ObjectProvider<PointsHook> points) {
        this.table = table;
        this.published = published;
        this.audiences = audiences;
        this.messages = messages;
        this.tags = tags;
        this.webhooks = webhooks;
        this.assignments = assignments;
        this.points = points;
    }

    /**
     * {@return a definition that can be published; refused with all its faults where it cannot}
     *
     * @param id the journey it is of, or null
     * @param definition which
     */
    public Graph publishable(@Nullable Long id, JsonNode definition) {
        List<Fault> faults = faults(id, definition);
        if (faults.isEmpty() && GraphReader.read(definition) instanceof GraphReader.Understood(Graph graph)) {
            return graph;
        }
        throw new Problem(
                HttpStatus.BAD_REQUEST,
                "journey.invalid",
                "The journey cannot be published: " + faults.getFirst().field() + " "
                        + faults.getFirst().message() + ".",
                faults);
    }

    /**
     * {@return all that keeps a definition from being published}
     *
     * @param id the journey it is of, or null
     * @param definition which
     */
    public List<Fault> faults(@Nullable Long id, JsonNode definition) {
        return switch (GraphReader.read(definition)) {
            case GraphReader.Refused(Fault fault) -> List.of(fault);
            case GraphReader.Understood(Graph graph) -> {
                List<Fault> faults = new ArrayList<>(GraphCheck.faults(graph));
                around(graph).forEach(faults::add);
                for (int i = 0; i < graph.nodes().size(); i++) {
                    at("/nodes/" + i, graph.nodes().get(i), id).forEach(faults::add);
                }
                yield List.copyOf(faults);
            }
        };
    }

    /** The audiences by which members come and go. */
    private Stream<Fault> around(Graph graph) {
        Stream<Fault> entry =
                switch (graph.entry()) {
                    case Entry.ByAudience it -> audience("/entry/audience", it.audience());
                    case Entry.BySchedule it -> audience("/entry/audience", it.audience());
                    case Entry.ByEvent _, Entry.ByCall _ -> Stream.empty();
                };
        Stream<Fault> exits = Stream.iterate(0, i -> i < graph.exitWhen().size(), i -> i + 1)
                .flatMap(i -> switch (graph.exitWhen().get(i)) {
                    case Graph.ExitByAudience it -> audience("/exitWhen/" + i + "/audience", it.audience());
                    case Graph.ExitByEvent _ -> Stream.empty();
                });
        return Stream.concat(entry, exits);
    }

    private Stream<Fault> at(String pointer, Node node, @Nullable Long id) {
        return switch (node) {
            case Node.Branch branch -> condition(pointer + "/audience", branch.audience());
            case Node.SubJourney sub -> journey(pointer + "/journey", sub.journey(), id);
            case Node.Trial trial -> trial(pointer, trial);
            case Node.Message message ->
                when(
                        messages.template(message.template()).isEmpty(),
                        Flaw.TEMPLATE_UNKNOWN,
                        pointer + "/template",
                        message.template());
            case Node.Tagging tagging ->
                Stream.concat(
                        tagging.add().stream()
                                .filter(tag -> tags.find(tag)
                                        .filter(it -> it.archivedAt() == null)
                                        .isEmpty())
                                .map(tag -> Flaw.TAG_NOT_IN_USE.at(pointer + "/add", tag)),
                        tagging.remove().stream()
                                .filter(tag -> tags.find(tag).isEmpty())
                                .map(tag -> Flaw.TAG_UNKNOWN.at(pointer + "/remove", tag)));
            case Node.Points _ -> when(points.getIfAvailable() == null, Flaw.NOBODY_KEEPS_POINTS, pointer + "/points");
            case Node.Webhook webhook ->
                webhooks.isAddress(webhook.url())
                        ? when(!webhooks.ready(), Flaw.NO_SECRET, pointer + "/url")
                        : Stream.of(Flaw.NO_ADDRESS.at(pointer + "/url"));
            case Node.Wait _, Node.Reply _, Node.Split _, Node.ReachGoal _, Node.Exit _ -> Stream.empty();
        };
    }

    private static Stream<Fault> when(boolean wrong, Flaw flaw, String pointer, Object... values) {
        return wrong ? Stream.of(flaw.at(pointer, values)) : Stream.empty();
    }

    private Stream<Fault> audience(String pointer, long audience) {
        return when(audiences.name(audience).isEmpty(), Flaw.AUDIENCE_UNKNOWN, pointer, audience);
    }

    private Stream<Fault> condition(String pointer, Expression asked) {
        if (asked instanceof Expression.InAudience in && audiences.name(in.id()).isEmpty()) {
            return Stream.of(Flaw.AUDIENCE_UNKNOWN.at(pointer, in.id()));
        }
        try {
            audiences.check(asked);
            return Stream.empty();
        } catch (Problem problem) {
            return Stream.of(Flaw.CONDITION.at(pointer, problem.detail()));
        }
    }

    private Stream<Fault> trial(String pointer, Node.Trial trial) {
        Optional<Assignments.Plan> plan =
                assignments.plan(trial.experiment()).filter(it -> it.ofMembers() && !it.stopped());
        if (plan.isEmpty()) {
            return Stream.of(Flaw.EXPERIMENT_UNKNOWN.at(pointer + "/experiment", trial.experiment()));
        }
        List<String> arms = plan.get().arms();
        List<String> named = trial.arms().stream().map(Node.TrialArm::arm).toList();
        return when(
                !(named.size() == arms.size() && named.containsAll(arms)),
                Flaw.OTHER_ARMS,
                pointer + "/arms",
                String.join(", ", arms));
    }

    private Stream<Fault> journey(String pointer, long other, @Nullable Long id) {
        if (table.find(other).filter(it -> it.published() > 0).isEmpty()) {
            return Stream.of(Flaw.JOURNEY_UNKNOWN.at(pointer, other));
        }
        return when(id != null && leadsTo(other, id, new HashSet<>()), Flaw.LEADS_BACK, pointer, other);
    }

    private boolean leadsTo(long from, long to, Set<Long> seen) {
        if (from == to) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        return table.find(from).map(JourneyRow::versionId).stream()
                .flatMap(version -> published.get(version).graph().nodes().stream())
                .anyMatch(node -> node instanceof Node.SubJourney sub && leadsTo(sub.journey(), to, seen));
    }
}
