package io.guanxi.doctor;

import java.util.List;

/**
 * What an examination found.
 *
 * @param ok whether every check holds
 * @param checks all of them
 * @param seconds how long it took
 */
public record Examination(boolean ok, List<Check> checks, double seconds) {

    /** Copies the list. */
    public Examination {
        checks = List.copyOf(checks);
    }
}
