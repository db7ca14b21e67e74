package io.guanxi.simulator.response;

import java.time.Duration;
import java.time.Instant;

/**
 * How much goes on.
 *
 * @param newcomersADay how many add a guide, on average
 * @param newcomerDays for how many days newcomers come
 * @param looks how far apart everybody looks at their phones, and then does what is to be done; zero where each does it in a
 *     moment of their own. The further apart, the fewer moments a sandbox has to live through
 */
public record Pace(double newcomersADay, int newcomerDays, Duration looks) {

    /** One newcomer in two hours, for as long as it goes on, and everybody in their own time. */
    public static final Pace USUAL = new Pace(12, 36_500, Duration.ZERO);

    /** Checks. */
    public Pace {
        if (!(newcomersADay > 0) || newcomerDays < 0 || looks.isNegative()) {
            throw new IllegalArgumentException("newcomers and looks must be positive");
        }
    }

    /** {@return when something is done that somebody has a mind to do at a moment} */
    Instant look(Instant at) {
        long apart = looks.toSeconds();
        return apart == 0 ? at : Instant.ofEpochSecond(Math.ceilDiv(at.getEpochSecond() + 1, apart) * apart);
    }
}
