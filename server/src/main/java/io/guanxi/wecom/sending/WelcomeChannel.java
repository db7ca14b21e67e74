package io.guanxi.wecom.sending;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import io.guanxi.wecom.client.WeCom;
import io.guanxi.wecom.client.WeComSending;
import io.guanxi.wecom.client.WeComTrouble;
import io.guanxi.wecom.contact.Welcomes;
import io.guanxi.wecom.contact.Welcomes.Welcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Welcomes who has just added an employee: at once, without the employee, within twenty seconds. A code works once, so it is a
 * key: where WeCom says that it was used, and we had tried it, it was by us.
 */
@Component
final class WelcomeChannel implements Channel.Remote {

    private static final Capabilities CAPABILITIES = new Capabilities(
            false,
            WeComChannel.LIMITS,
            WeComChannel.CARRIES,
            9,
            List.of("external_userid"),
            true,
            1,
            8,
            100,
            Duration.ofSeconds(15));

    private final WeCom wecom;
    private final WeComSending sending;
    private final Welcomes welcomes;
    private final Media media;

    WelcomeChannel(WeCom wecom, WeComSending sending, Welcomes welcomes, Media media) {
        this.wecom = wecom;
        this.sending = sending;
        this.welcomes = welcomes;
        this.media = media;
    }

    @Override
    public String name() {
        return "wecom-welcome";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public boolean ready() {
        return wecom.ready();
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        return messages.stream().map(this::send).toList();
    }

    private Outcome send(Outgoing message) {
        Optional<Welcome> welcome = welcomes.use(message.address());
        if (welcome.isEmpty()) {
            return new Outcome.Refused("a welcome can be said within twenty seconds after somebody added an employee");
        }
        try {
            sending.welcome(welcome.get().code(), message.text(), message.attachments(), media::of);
            return new Outcome.Accepted(null);
        } catch (WeComTrouble trouble) {
            if (trouble.code() == WeComTrouble.ALREADY_WELCOMED && welcome.get().triedBefore()) {
                return new Outcome.Accepted(null);
            }
            if (trouble.code() == WeComTrouble.MEDIA_UNKNOWN) {
                media.forget(message.attachments());
            }
            if (trouble.kind() == WeComTrouble.Kind.LATER) {
                welcomes.untouched(message.address());
            }
            return switch (trouble.kind()) {
                case LATER -> new Outcome.TryLater(trouble.said(), null);
                case REFUSED -> new Outcome.Refused(trouble.said());
                case LOST -> new Outcome.Unknown(trouble.said());
            };
        }
    }
}
