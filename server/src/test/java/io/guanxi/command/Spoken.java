package io.guanxi.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/**
 * What a command said and how it ended.
 *
 * @param exit the exit code
 * @param out the standard output's lines
 * @param err the standard error
 */
record Spoken(int exit, List<String> out, String err) {

    /** Carries out a command with the API key {@code secret}. */
    static Spoken by(String... arguments) {
        return with(Map.of("GUANXI_API_KEY", "secret"), arguments);
    }

    static Spoken with(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new Commands(
                        folder -> Map.of("checks", List.of(Map.of("name", "looked into", "ok", true))),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        environment)
                .execute(arguments);
        return new Spoken(exit, out.toString().lines().toList(), err.toString());
    }
}
