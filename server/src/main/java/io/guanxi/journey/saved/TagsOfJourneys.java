package io.guanxi.journey.saved;

import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.GraphReader;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.JourneyRow;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.tag.TagUses;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tags that journeys put on members. */
@Component
class TagsOfJourneys implements TagUses {

    private final JourneyTable table;

    TagsOfJourneys(JourneyTable table) {
        this.table = table;
    }

    @Override
    public List<TagUse> all() {
        return table.all().stream().flatMap(TagsOfJourneys::uses).toList();
    }

    private static Stream<TagUse> uses(JourneyRow journey) {
        return switch (GraphReader.read(journey.draft())) {
            case GraphReader.Refused _ -> Stream.empty();
            case GraphReader.Understood(Graph graph) ->
                graph.nodes().stream()
                        .flatMap(node -> node instanceof Node.Tagging tagging
                                ? Stream.concat(tagging.add().stream(), tagging.remove().stream())
                                : Stream.<Integer>empty())
                        .distinct()
                        .map(tag -> new TagUse(tag, "journey", journey.id(), journey.name()));
        };
    }
}
