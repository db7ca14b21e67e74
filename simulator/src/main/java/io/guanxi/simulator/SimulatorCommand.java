package io.guanxi.simulator;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The simulator's way in: {@code simulator brand | live | files | parquet}. */
@Command(
        name = "simulator",
        description = "Invents a brand and sends it to Guanxi through its public ways in.",
        mixinStandardHelpOptions = true,
        subcommands = {FilesCommand.class})
public final class SimulatorCommand {

    /** Runs a command; ends with 0, with 1 when it failed, with 2 when it was asked wrongly. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulatorCommand()).execute(arguments));
    }
}
