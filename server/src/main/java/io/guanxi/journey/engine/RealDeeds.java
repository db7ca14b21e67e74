package io.guanxi.journey.engine;

import io.guanxi.journey.engine.Moving.Standing;
import io.guanxi.journey.graph.Node;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.SameIntent;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Messages and tags, by the modules that keep them. */
@Component
class RealDeeds implements Deeds {

    private static final int PRIORITY = 5;

    private final Messages messages;
    private final Tagging tagging;

    RealDeeds(Messages messages, Tagging tagging) {
        this.messages = messages;
        this.tagging = tagging;
    }

    /** A round may come by again, so the moment belongs to the key. */
    @Override
    public void say(Published journey, Node.Message message, Standing walkers) {
        messages.intendAlike(
                new SameIntent(
                        message.template(),
                        new Origin("journey", Long.toString(journey.journey()), message.key()),
                        PRIORITY,
                        message.values()),
                """
                SELECT concat('journey:', journey_id, ':', id, ':', node, ':', floor(extract(epoch FROM at) * 1000)::bigint) AS key,
                       member_no
                FROM moving WHERE node = :node AND rest = 0
                """,
                Map.of("node", walkers.node()));
    }

    @Override
    public void tag(Published journey, Node.Tagging node, RoaringBitmap members) {
        TagSource by = new TagSource(TagSource.Kind.JOURNEY, journey.graph().name(), Long.toString(journey.journey()));
        tagging.alone();
        node.add().forEach(tag -> tagging.tag(tag, members, by, null));
        node.remove().forEach(tag -> tagging.untag(tag, members, by));
    }
}
