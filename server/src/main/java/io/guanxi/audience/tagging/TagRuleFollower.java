package io.guanxi.audience.tagging;

import io.guanxi.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks every second whether anybody entered or left an audience that keeps a tag current. */
@Component
final class TagRuleFollower extends Rounds {

    private final TagRules rules;

    TagRuleFollower(TagRules rules) {
        super("tag-rules", "tags could not follow audiences");
        this.rules = rules;
    }

    @Override
    protected Duration round() {
        long begun = System.nanoTime();
        rules.follow();
        return aFifthAtMost(begun);
    }
}
