package io.guanxi.command;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Tells a person how far something is: one line that is written over on a terminal; elsewhere a line for each new phase
 * and each further tenth.
 */
final class Progress {

    private final PrintWriter err;
    private final boolean terminal;
    private String phase = "";
    private long tenth = -1;
    private boolean open;

    Progress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    static Progress on(PrintWriter err) {
        return new Progress(err, System.console() != null && System.console().isTerminal());
    }

    /** Shows a phase and how much of it is done, in percent. */
    void show(String nowPhase, double percent, String more) {
        String line = String.format(Locale.ROOT, "%s %.0f %%%s", nowPhase, percent, more);
        long nowTenth = (long) (percent / 10);
        if (terminal) {
            err.print("\r\033[K" + line);
            err.flush();
            open = true;
        } else if (!nowPhase.equals(phase) || nowTenth > tenth) {
            err.println(line);
        }
        phase = nowPhase;
        tenth = nowTenth;
    }

    /** Shows an import or a run as the server tells it: phase, percent, secondsLeft. */
    void show(JsonNode work) {
        JsonNode left = work.path("secondsLeft");
        String nowPhase = work.path("phase").asString(work.path("state").asString(""));
        show(
                nowPhase.toLowerCase(Locale.ROOT),
                work.path("percent").asDouble(0),
                left.isNumber() ? ", " + left.asLong() + " s left" : "");
    }

    /** Says a sentence that a script needs not read. */
    void note(String sentence) {
        done();
        err.println(sentence);
    }

    /** Ends the line, so that what is printed next stands on its own. */
    void done() {
        if (open) {
            err.print("\r\033[K");
            err.flush();
            open = false;
        }
    }
}
