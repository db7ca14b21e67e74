package io.guanxi.benchmarks;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The way in: {@code benchmarks tracking | freshness | import | scoring | lifetime | audience | membership | experiment | outbox | journey}. */
@Command(
        name = "benchmarks",
        description = "Measures a server on this machine, beside bare PostgreSQL and DuckDB doing the same.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel =
                "tracking | freshness | import | scoring | lifetime | audience | membership | experiment | outbox | journey")
public final class BenchmarkCommand {

    private BenchmarkCommand() {}

    /**
     * Runs a benchmark.
     *
     * @param arguments its name and options
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(Clock.systemUTC()).execute(arguments));
    }

    static CommandLine commandLine(Clock clock) {
        return new CommandLine(new BenchmarkCommand())
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new TrackingCommand(clock))
                .addSubcommand(new FreshnessCommand(clock))
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new ScoringCommand(clock))
                .addSubcommand(new LifetimeCommand(clock))
                .addSubcommand(new AudienceCommand(clock))
                .addSubcommand(new MembershipCommand(clock))
                .addSubcommand(new ExperimentCommand(clock))
                .addSubcommand(new OutboxCommand(clock))
                .addSubcommand(new JourneyCommand(clock));
    }
}
