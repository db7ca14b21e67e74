package io.guanxi.simulator;

import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.World;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Lets the brand go on living: what its people do after the history is tracked, at a rate, until the command is ended. */
@Command(name = "live", description = "Keeps sending what the brand's people do now, by the tracking API.")
final class LiveCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions place = new ServerOptions();

    @Mixin
    private BrandOptions brand = new BrandOptions();

    @Option(
            names = "--write-key",
            required = true,
            defaultValue = "${env:GUANXI_WRITE_KEY}",
            description = "default: GUANXI_WRITE_KEY")
    private String writeKey = "";

    @Option(
            names = "--rate",
            defaultValue = "5/s",
            converter = PerSecond.class,
            description = "events a second; default ${DEFAULT-VALUE}")
    private double rate;

    @Option(names = "--count", defaultValue = "-1", description = "end after so many events; default: never")
    private long count;

    private final Clock clock;

    LiveCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Report report = new Report(clock, System.out);
        World world = brand.world(clock);
        report.say("remembering %,d days of the brand …", world.days());
        BrandLife life = new BrandLife(world);
        while (life.today() < world.days()) {
            life.next();
        }
        report.say("the brand lives on: %.1f events a second", rate);
        try (GuanxiServer server = place.open();
                ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor()) {
            Trickle trickle = new Trickle(life, batch -> server.track(writeKey, batch), clock, rate, count, report);
            ScheduledFuture<?> beating = pulse.scheduleAtFixedRate(trickle::beat, 0, 1, TimeUnit.SECONDS);
            trickle.ended().join();
            beating.cancel(false);
        }
        return 0;
    }

    /** Reads {@code 5}, {@code 5/s} or {@code 0.5/s}. */
    static final class PerSecond implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double rate = Double.parseDouble(text.replaceAll("/s$", ""));
                if (rate > 0 && rate <= 2_000) {
                    return rate;
                }
            } catch (NumberFormatException notOne) {
                // said below, as for a number out of range
            }
            throw new TypeConversionException("a rate is a number above 0 and up to 2000, like 5/s");
        }
    }
}
