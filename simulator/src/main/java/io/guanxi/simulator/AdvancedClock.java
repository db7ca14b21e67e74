package io.guanxi.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time of a sandbox: ahead of another clock by as much as the server says. */
final class AdvancedClock extends Clock {
    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    AdvancedClock(Clock real) {
        this.real = real;
    }

    /** {@return the clock it is ahead of} */
    Clock real() {
        return real;
    }

    void ahead(Duration ahead) {
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        AdvancedClock other = new AdvancedClock(real.withZone(zone));
        other.ahead(ahead);
        return other;
    }
}
