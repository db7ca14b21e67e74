package io.guanxi.simulator;

import io.guanxi.simulator.world.World;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a brand is chosen; the same ones give the same brand. */
final class BrandOptions {
    @Option(names = "--seed", defaultValue = "7", description = "decides everything; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--members", defaultValue = "20000", description = "people; default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--communities", defaultValue = "60", description = "group chats; default ${DEFAULT-VALUE}")
    private int communities;

    @Option(names = "--guides", defaultValue = "12", description = "shop assistants; default ${DEFAULT-VALUE}")
    private int guides;

    @Option(names = "--days", defaultValue = "180", description = "length of the history; default ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--until", description = "last day of the history, yesterday if not given (YYYY-MM-DD)")
    private @Nullable LocalDate until;

    /** The world these options describe. */
    World world(Clock clock) {
        LocalDate yesterday = LocalDate.now(clock.withZone(World.SHANGHAI)).minusDays(1);
        return new World(seed, members, communities, guides, days, until == null ? yesterday : until, World.SHANGHAI);
    }
}
