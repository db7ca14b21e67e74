package io.guanxi.simulator;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says in plain words what is being done, each line with the seconds since the beginning. */
final class Report {
    private final Clock clock;
    private final PrintStream out;
    private final Instant began;

    Report(Clock clock, PrintStream out) {
        this(clock, out, 0);
    }

    /**
     * Goes on with somebody else's count.
     *
     * @param already seconds that have passed by now
     */
    Report(Clock clock, PrintStream out, long already) {
        this.clock = clock;
        this.out = out;
        this.began = clock.instant().minusSeconds(already);
    }

    /** Prints a line; the arguments are formatted as by {@link String#format}. */
    void say(String line, Object... arguments) {
        out.printf(Locale.ROOT, "%4ds  %s%n", (long) seconds(), String.format(Locale.ROOT, line, arguments));
    }

    /** Seconds since the beginning. */
    double seconds() {
        return Duration.between(began, clock.instant()).toMillis() / 1000.0;
    }
}
