package io.guanxi.journey.engine;

import io.guanxi.journey.engine.Moving.Walker;
import io.guanxi.journey.graph.Node;
import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import java.util.List;
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
    public void say(Published journey, Node.Message message, List<Walker> walkers) {
        Origin origin = new Origin("journey", Long.toString(journey.journey()), message.key());
        List<Intent> intents = walkers.stream()
                .map(walker -> new Intent(
                        "journey:%d:%d:%d:%d"
                                .formatted(
                                        journey.journey(),
                                        walker.instance(),
                                        journey.number(message.key()),
                                        walker.at().toEpochMilli()),
                        walker.memberNo(),
                        message.template(),
                        origin,
                        "",
                        PRIORITY,
                        null,
                        null,
                        message.values()))
                .toList();
        for (int from = 0; from < intents.size(); from += Messages.MOST_AT_ONCE) {
            messages.intend(intents.subList(from, Math.min(intents.size(), from + Messages.MOST_AT_ONCE)));
        }
    }

    @Override
    public void tag(Published journey, Node.Tagging node, RoaringBitmap members) {
        TagSource by = new TagSource(TagSource.Kind.JOURNEY, journey.graph().name(), Long.toString(journey.journey()));
        tagging.alone();
        node.add().forEach(tag -> tagging.tag(tag, members, by, null));
        node.remove().forEach(tag -> tagging.untag(tag, members, by));
    }
}
