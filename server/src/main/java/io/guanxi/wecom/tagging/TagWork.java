package io.guanxi.wecom.tagging;

import io.guanxi.platform.Rounds;
import io.guanxi.wecom.client.WeCom;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Carries tags both ways, every few seconds. */
@Component
class TagWork extends Rounds {

    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final WeCom wecom;
    private final TagCarrying carrying;
    private final Marks marks;
    private final TagSharing sharing;

    TagWork(WeCom wecom, TagCarrying carrying, Marks marks, TagSharing sharing) {
        super("wecom-tags", "tags are not carried between WeCom and members");
        this.wecom = wecom;
        this.carrying = carrying;
        this.marks = marks;
        this.sharing = sharing;
    }

    @Override
    protected Duration round() {
        if (!wecom.ready()) {
            return UNUSED;
        }
        int done = sharing.work() + carrying.toMembers() + carrying.toWeCom() + carrying.toNewContacts() + marks.work();
        return done > 0 ? Duration.ZERO : REST;
    }
}
