package io.guanxi.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** What time it is for the brand: the machine's time; in a sandbox ahead of it by as much as its clock was advanced. */
public final class BrandTime extends Clock {

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    /**
     * The machine's time.
     *
     * @param real the machine's clock
     */
    public BrandTime(Clock real) {
        this.real = real;
    }

    /** {@return how far it is ahead of the machine's time; zero but in a sandbox} */
    public Duration ahead() {
        return ahead;
    }

    /**
     * Moves it. Only a sandbox may.
     *
     * @param ahead how far it is to be ahead of the machine's time; never less than before
     */
    public void advance(Duration ahead) {
        if (ahead.compareTo(this.ahead) > 0) {
            this.ahead = ahead;
        }
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
        Clock whole = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return whole.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return whole.withZone(other);
            }
        };
    }
}
