package io.guanxi.tag.carry;

import io.guanxi.access.Actor;
import io.guanxi.access.CurrentUser;
import io.guanxi.tag.TagRequester;
import io.guanxi.tag.TagSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever makes a request, as a source of tags. */
@Component
public class TagActors implements TagRequester {

    private final CurrentUser currentUser;

    TagActors(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public TagSource source() {
        Actor actor = currentUser.actor();
        return switch (actor.kind()) {
            case USER -> new TagSource(TagSource.Kind.USER, actor.name(), Long.toString(actor.id()));
            case KEY -> new TagSource(TagSource.Kind.KEY, actor.name(), Long.toString(actor.id()));
            case SYSTEM -> TagSource.SYSTEM;
        };
    }

    /**
     * {@return the channel that a request tells of, or else who makes it}
     *
     * @param channel e.g. a live code, or null
     */
    public TagSource source(@Nullable String channel) {
        return channel == null || channel.isBlank()
                ? source()
                : new TagSource(
                        TagSource.Kind.CHANNEL,
                        channel.strip(),
                        currentUser.actor().name());
    }
}
