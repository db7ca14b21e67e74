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

    TagWork(WeCom wecom, TagCarrying carrying, Marks marks) {
        super("wecom-tags", "tags are not carried between WeCom and members");
        this.wecom = wecom;
        this.carrying = carrying;
        this.marks = marks;
    }

    @Override
    protected Duration round() {
        if (!wecom.ready()) {
            return UNUSED;
        }
        int done = carrying.toMembers() + carrying.toWeCom() + marks.work();
        return done > 0 ? Duration.ZERO : REST;
    }
}
