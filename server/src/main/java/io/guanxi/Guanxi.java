package io.guanxi;

import io.guanxi.command.Commands;
import org.springframework.boot.SpringApplication;

/** The program: the server, or a command that is a client of one. */
public final class Guanxi {

    private Guanxi() {}

    /**
     * Starts the server; it prints {@code ready http://localhost:PORT} when it can be used. Another first word than
     * {@code up} is a command (see {@link Commands}), which ends with its exit code.
     *
     * @param arguments a command's word and what follows it; else Spring's own, e.g. {@code --server.port=0}
     */
    public static void main(String[] arguments) {
        if (isCommand(arguments)) {
            System.exit(Commands.run(arguments));
        }
        SpringApplication.run(GuanxiServer.class, arguments);
    }

    private static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && !arguments[0].equals("up") && !arguments[0].startsWith("-");
    }
}
