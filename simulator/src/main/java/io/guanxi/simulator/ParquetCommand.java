package io.guanxi.simulator;

import io.guanxi.simulator.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a large brand straight to Parquet, for benchmarks. */
@Command(name = "parquet", description = "Writes a large brand straight to Parquet, for benchmarks.")
final class ParquetCommand implements Callable<Integer> {
    @Option(names = "--members", defaultValue = "5000000", description = "default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--events", defaultValue = "100000000", description = "default ${DEFAULT-VALUE}")
    private long events;

    @Option(names = "--communities", defaultValue = "5000", description = "default ${DEFAULT-VALUE}")
    private int communities;

    @Option(names = "--days", defaultValue = "180", description = "default ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--until", description = "last day, yesterday if not given (YYYY-MM-DD)")
    private @Nullable LocalDate until;

    @Option(names = "--seed", defaultValue = "7", description = "default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--memory", defaultValue = "4GB", description = "limit for DuckDB; default ${DEFAULT-VALUE}")
    private String memory = "4GB";

    @Option(names = "--out", required = true, description = "folder to write into, one Parquet file a day")
    private Path out = Path.of(".");

    private final Clock clock;

    ParquetCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        LocalDate yesterday = LocalDate.now(clock.withZone(World.SHANGHAI)).minusDays(1);
        LargeBrand brand = new LargeBrand(seed, members, events, communities, days, until == null ? yesterday : until);
        Report report = new Report(clock, System.out);
        report.say("writing %,d events of %,d members over %,d days into %s …", events, members, days, out);
        long written = brand.write(out, memory, report);
        double seconds = Math.max(0.001, report.seconds());
        report.say("wrote %,d events, %,d a second", written, Math.round(written / seconds));
        return 0;
    }
}
