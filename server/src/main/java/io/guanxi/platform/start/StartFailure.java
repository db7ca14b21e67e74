package io.guanxi.platform.start;

import io.guanxi.platform.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Tells the operator what is in the way of a start, then what to do. Any other failure is left to Spring's report. */
@Order(0)
final class StartFailure implements SpringBootExceptionReporter {

    private static final String SETTINGS = "docs/operations.md lists all settings";

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            CannotStart reason = reason(cause);
            if (reason != null) {
                System.err.println("guanxi: " + reason.getMessage());
                System.err.println("  " + reason.remedy());
                System.err.flush();
                return true;
            }
        }
        return false;
    }

    private static @Nullable CannotStart reason(Throwable failure) {
        return switch (failure) {
            case CannotStart reason -> reason;
            case PortInUseException port ->
                new CannotStart(
                        "another program listens on port " + port.getPort(),
                        "give this server another port by --port or GUANXI_PORT; 0 takes any that is free");
            case MarkedYAMLException yaml ->
                new CannotStart(
                        "guanxi.yaml cannot be read%s: %s".formatted(place(yaml.getProblemMark()), yaml.getProblem()),
                        "it holds lines like  guanxi.brand.name: Lotus ; " + SETTINGS);
            default -> null;
        };
    }

    private static String place(@Nullable Mark mark) {
        return mark == null ? "" : " at line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
