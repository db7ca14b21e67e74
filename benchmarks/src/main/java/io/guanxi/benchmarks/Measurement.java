package io.guanxi.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that measures something in a data folder, its own or a kept one, and reports it line by line. */
abstract class Measurement implements Callable<Integer> {

    @Mixin
    protected ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** When a report says it was made. */
    protected final Clock clock;

    protected Measurement(Clock clock) {
        this.clock = clock;
    }

    /** Measures; what cannot be proved or reached ends the command. */
    abstract void measure(Path folder, Report report) throws Exception;

    @Override
    public final Integer call() throws Exception {
        Report report = new Report(spec.commandLine().getOut(), clock);
        options.withFolder(folder -> measure(folder, report));
        return 0;
    }
}
