package io.guanxi.journey.saved;

import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.expression.References;
import io.guanxi.experiment.HoldoutNames;
import io.guanxi.experiment.HoldoutSubject;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.GraphCheck;
import io.guanxi.journey.graph.GraphReader;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.JourneyRow;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.journey.store.JourneyTable.Definition;
import io.guanxi.messaging.TemplateUses;
import io.guanxi.tag.TagUses;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other modules know of journeys: their names, and what drafts, and versions in which members may be, rely on. */
@Configuration(proxyBeanMethods = false)
class UsesOfJourneys {

    @Bean
    HoldoutNames namesOfJourneys(JourneyTable table) {
        return new HoldoutNames(
                HoldoutSubject.Kind.JOURNEY, number -> table.find(number).map(JourneyRow::name));
    }

    @Bean
    AudienceUses audiencesOfJourneys(JourneyTable table) {
        return new AudienceUses() {
            @Override
            public List<AudienceUse> all() {
                return uses(table, GraphCheck::audiences, AudienceUse::new);
            }

            @Override
            public Set<References.Snapshot> snapshots() {
                return table.definitions().stream()
                        .flatMap(journey -> used(journey, UsesOfJourneys::snapshots))
                        .collect(Collectors.toSet());
            }
        };
    }

    @Bean
    TagUses tagsOfJourneys(JourneyTable table) {
        return () -> uses(table, UsesOfJourneys::tags, TagUses.TagUse::new);
    }

    @Bean
    TemplateUses templatesOfJourneys(JourneyTable table) {
        return () -> uses(table, UsesOfJourneys::templates, TemplateUses.TemplateUse::new);
    }

    private interface Use<N, U> {
        U of(N used, String kind, long id, String name);
    }

    private static <N, U> List<U> uses(JourneyTable table, Function<Graph, Collection<N>> used, Use<N, U> use) {
        return table.definitions().stream()
                .flatMap(journey -> used(journey, used).map(it -> use.of(it, "journey", journey.id(), journey.name())))
                .distinct()
                .toList();
    }

    private static <N> Stream<N> used(Definition journey, Function<Graph, Collection<N>> used) {
        return switch (GraphReader.read(journey.definition())) {
            case GraphReader.Refused _ -> Stream.empty();
            case GraphReader.Understood(Graph graph) -> used.apply(graph).stream();
        };
    }

    private static Set<Long> templates(Graph graph) {
        Set<Long> templates = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Message message) {
                templates.add(message.template());
            }
        }
        return templates;
    }

    private static Set<References.Snapshot> snapshots(Graph graph) {
        Set<References.Snapshot> snapshots = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Branch branch) {
                snapshots.addAll(References.snapshots(branch.audience()));
            }
        }
        return snapshots;
    }

    private static Set<Integer> tags(Graph graph) {
        Set<Integer> tags = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Tagging tagging) {
                tags.addAll(tagging.add());
                tags.addAll(tagging.remove());
            } else if (node instanceof Node.Branch branch) {
                tags.addAll(References.tags(branch.audience()));
            }
        }
        return tags;
    }
}
