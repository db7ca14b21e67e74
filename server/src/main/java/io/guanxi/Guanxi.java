package io.guanxi;

import io.guanxi.command.Commands;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import sun.misc.Signal;

/** The program: the server, or a command that is a client of one. */
public final class Guanxi {

    private Guanxi() {}

    /**
     * Starts the server; it prints {@code ready http://localhost:PORT} when it can be used. The word
     * {@code worker} starts a {@link Worker}; another first word than {@code up} is a command (see {@link Commands}), which ends with its exit code.
     *
     * @param arguments a command's word and what follows it; else Spring's own, e.g. {@code --server.port=0}
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("worker")) {
            endWell();
            Worker.start(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (isCommand(arguments)) {
            System.exit(Commands.run(StoppedStores::examine, arguments));
        }
        endWell();
        start(new SpringApplication(GuanxiServer.class), arguments);
    }

    /** Starts an application, or ends the program with exit code 1 once the operator has been told why it cannot start. */
    static ConfigurableApplicationContext start(SpringApplication application, String... arguments) {
        try {
            return application.run(arguments);
        } catch (RuntimeException alreadyReported) {
            System.exit(1);
            throw alreadyReported;
        }
    }

    /** A server that was asked to stop and did so has not failed: it exits 0, where Java by itself would exit 143. */
    private static void endWell() {
        Signal.handle(new Signal("TERM"), _ -> System.exit(0));
    }

    private static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && !arguments[0].equals("up") && !arguments[0].startsWith("-");
    }
}
