package io.guanxi.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param work     what was done
 * @param measured how it went
 * @param unit     of the figure, the target and the peer
 * @param target   what it should reach
 * @param peer     what did the same in the same run, or null
 */
record Figure(
        String work,
        double measured,
        String unit,
        Target target,
        @Nullable Peer peer) {

    /**
     * Who did the same work, barely.
     *
     * @param name     of the peer
     * @param measured its figure, in the same unit
     */
    record Peer(String name, double measured) {}

    /** A figure beside a peer. */
    Figure beside(String name, double theirs) {
        return new Figure(work, measured, unit, target, new Peer(name, theirs));
    }

    static Figure of(String work, double measured, String unit, Target target) {
        return new Figure(work, measured, unit, target, null);
    }

    static Figure of(String work, double measured, String unit) {
        return of(work, measured, unit, new Target.None());
    }

    /** {@return the figure in a row of the table} */
    String row() {
        String reached = target instanceof Target.None ? "" : target.reachedBy(measured) ? "yes" : "**no**";
        String theirs = peer == null ? "" : peer.name() + ": " + number(peer.measured()) + " " + unit;
        String ratio = peer == null ? "" : number(measured / peer.measured());
        return "| %s | %s %s | %s | %s | %s | %s |"
                .formatted(work, number(measured), unit, target.text(), reached, theirs, ratio);
    }

    /** Three digits that mean something, thousands parted. */
    static String number(double value) {
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
