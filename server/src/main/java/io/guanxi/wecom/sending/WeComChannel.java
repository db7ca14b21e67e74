package io.guanxi.wecom.sending;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Outgoing;
import io.guanxi.wecom.client.WeCom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Says things one to one, through the employee who last spoke with the customer. WeCom knows no keys, and an employee has to
 * confirm each task; so messages are written here in the transaction that notes them, and those that say the same go out together.
 */
@Component
final class WeComChannel implements Channel.Local {

    /** Its name. */
    static final String NAME = "wecom";

    static final Capabilities.Limits LIMITS = new Capabilities.Limits(0, 4_000, 4_000);

    static final Set<String> CARRIES = Set.of("LINK", "PICTURE", "MINI_PROGRAM");

    private static final Capabilities CAPABILITIES = new Capabilities(
            false, LIMITS, CARRIES, 9, List.of("external_userid"), true, 2_000, 1, 10_000, Duration.ofSeconds(1));

    private final WeCom wecom;
    private final GroupSendTable tasks;

    WeComChannel(WeCom wecom, GroupSendTable tasks) {
        this.wecom = wecom;
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return NAME;
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
    public void write(List<Outgoing> messages) {
        tasks.write(messages);
    }
}
