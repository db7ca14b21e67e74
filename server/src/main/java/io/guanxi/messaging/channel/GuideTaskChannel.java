package io.guanxi.messaging.channel;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.GuideTasks;
import io.guanxi.messaging.GuideTasks.GuideTask;
import io.guanxi.messaging.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks a human guide to say something; the task is opened in the transaction that notes it. */
@Component
final class GuideTaskChannel implements Channel.Local {

    private static final Capabilities CAPABILITIES = new Capabilities(
            true,
            new Capabilities.Limits(60, 2_000, 6_000),
            Set.of("TEXT", "PICTURE", "LINK", "MINI_PROGRAM"),
            9,
            List.of(),
            true,
            1_000,
            1,
            10_000,
            Duration.ofSeconds(1));

    private final ObjectProvider<GuideTasks> tasks;
    private volatile @Nullable GuideTasks known;

    GuideTaskChannel(ObjectProvider<GuideTasks> tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "guide";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public boolean ready() {
        if (known == null) {
            known = tasks.getIfAvailable(); // looking for a bean costs more than a message, and every claim asks
        }
        return known != null;
    }

    @Override
    public void write(List<Outgoing> messages) {
        tasks.getObject()
                .open(messages.stream()
                        .map(message -> new GuideTask(
                                message.key(),
                                message.memberNo(),
                                message.title() == null ? "" : message.title(),
                                message.text(),
                                message.attachments(),
                                message.origin(),
                                message.category()))
                        .toList());
    }
}
