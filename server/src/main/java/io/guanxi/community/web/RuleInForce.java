package io.guanxi.community.web;

import io.guanxi.community.GoldenRule;
import org.jspecify.annotations.Nullable;

/** The brand's rule, and the line of community value that it drew in the last run. */
record RuleInForce(
        GoldenRule.Kind kind,
        double line,
        double activityLine,
        @Nullable Double value) {

    static RuleInForce of(GoldenRule rule, @Nullable Double value) {
        return new RuleInForce(
                rule.kind(), rule.line(), rule.activityLine(), value == null ? null : Math.round(value * 100) / 100.0);
    }
}
