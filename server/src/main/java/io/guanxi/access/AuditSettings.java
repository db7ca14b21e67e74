package io.guanxi.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit trail, {@code guanxi.audit.*}.
 *
 * @param keep how long a row is kept, 30 days at least
 */
@ConfigurationProperties("guanxi.audit")
record AuditSettings(@DefaultValue("400d") Duration keep) {

    private static final Duration LEAST = Duration.ofDays(30);

    AuditSettings {
        if (keep.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("guanxi.audit.keep is " + keep.toDays() + " days; 30 is the least");
        }
    }
}
