package io.guanxi.simulator;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The simulator's way in: {@code simulator brand | live | wecom | files | parquet}. */
@Command(
        name = "simulator",
        description = "Invents a brand and sends it to Guanxi through its public ways in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "brand | live | wecom | files | parquet")
public final class SimulatorCommand {

    private SimulatorCommand() {}

    /** Runs a command; ends with 0, with 1 when it failed, with 2 when it was asked wrongly. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Clock.systemUTC()).execute(arguments));
    }

    static CommandLine commandLine(Clock clock) {
        return new CommandLine(new SimulatorCommand())
                .addSubcommand(new BrandCommand(clock))
                .addSubcommand(new LiveCommand(clock))
                .addSubcommand(new WeComCommand(clock))
                .addSubcommand(new FilesCommand(clock))
                .addSubcommand(new ParquetCommand(clock))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("simulator: " + failure.getMessage());
                    return 1;
                });
    }
}
