package io.guanxi.benchmarks;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Says figures as they come: a Markdown table below a line about the machine. */
final class Report {

    private static final String HEAD = """
            | work | measured | target | reached | peer, same run | ratio |
            |---|---|---|---|---|---|""";

    private final PrintWriter out;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * Begins with the machine.
     *
     * @param out   where to
     * @param clock for the date
     */
    Report(PrintWriter out, Clock clock) {
        this.out = out;
        say(Machine.here(clock).sentence());
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    void add(Figure figure) {
        if (figures.isEmpty()) {
            say(HEAD);
        }
        figures.add(figure);
        say(figure.row());
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }
}
