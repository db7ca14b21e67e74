package io.guanxi.simulator;

import io.guanxi.simulator.world.BrandLife;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the sample brand's files and their maps without sending them anywhere. */
@Command(name = "files", description = "Writes the sample brand as files with their import maps.")
final class FilesCommand implements Callable<Integer> {
    @Mixin
    private BrandOptions brand = new BrandOptions();

    @Option(names = "--out", required = true, description = "folder to write into")
    private Path out = Path.of(".");

    private final Clock clock;

    FilesCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Report report = new Report(clock, System.out);
        Files.createDirectories(out);
        HistoryFiles.Written written = new HistoryFiles(new BrandLife(brand.world(clock))).write(out);
        Files.writeString(out.resolve("members.sql"), Resource.text("members.sql"));
        Files.writeString(out.resolve("events.sql"), Resource.text("events.sql"));
        report.say("wrote %,d events and %,d profile rows to %s", written.eventRows(), written.memberRows(), out);
        return 0;
    }
}
