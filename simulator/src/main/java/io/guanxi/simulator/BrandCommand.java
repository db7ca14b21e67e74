package io.guanxi.simulator;

import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Invents the sample brand, has the server import its history and score it, and says meanwhile what goes on. */
@Command(name = "brand", description = "Loads the sample brand into a server and has it scored.")
final class BrandCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions place = new ServerOptions();

    @Mixin
    private BrandOptions brand = new BrandOptions();

    @Option(
            names = "--api-key",
            required = true,
            defaultValue = "${env:GUANXI_API_KEY}",
            description = "default: GUANXI_API_KEY")
    private String apiKey = "";

    @Option(names = "--begun", defaultValue = "0", description = "count the seconds from so many before now")
    private long begun;

    private final Clock clock;

    BrandCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Report report = new Report(clock, System.out, begun);
        Path folder = Files.createTempDirectory("guanxi-brand");
        try (GuanxiServer server = place.open()) {
            HistoryFiles.Written files = write(brand.world(clock), folder, report);
            Patience patience = new Patience(server, apiKey, report);
            load(server, patience, files.members(), "members.sql", files.memberRows(), report);
            load(server, patience, files.events(), "events.sql", files.eventRows(), report);
            score(server, patience, report);
            report.say("the sample brand is ready");
            return 0;
        } finally {
            Files.deleteIfExists(folder.resolve("members.parquet"));
            Files.deleteIfExists(folder.resolve("events.parquet"));
            Files.deleteIfExists(folder);
        }
    }

    private static HistoryFiles.Written write(World world, Path folder, Report report) throws Exception {
        report.say(
                "inventing a brand: %,d members, %,d communities, %,d guides, %,d days up to %s …",
                world.members(), world.communities(), world.guides(), world.days(), world.until());
        HistoryFiles.Written files = new HistoryFiles(new BrandLife(world)).write(folder);
        report.say("they did %,d things, written down in two files of %d MB", files.eventRows(), megabytes(files));
        return files;
    }

    private static long megabytes(HistoryFiles.Written files) throws IOException {
        return (Files.size(files.members()) + Files.size(files.events())) / 1_000_000;
    }

    private void load(GuanxiServer server, Patience patience, Path file, String map, long rows, Report report)
            throws IOException, InterruptedException {
        String source = "sample-brand-" + map.replace(".sql", "");
        report.say("importing %s, %,d rows …", file.getFileName(), rows);
        JsonNode begun = server.upload(apiKey, file, Resource.text(map), source);
        JsonNode done = patience.await("/api/imports/" + begun.path("id").asString());
        report.say(
                "  %,d accepted, %,d already there, %,d rejected, in %.1f s",
                done.path("accepted").asLong(0),
                done.path("duplicate").asLong(0),
                done.path("rejected").asLong(0),
                done.path("seconds").asDouble(0));
        if (done.path("rejected").asLong(0) > 0) {
            throw new IOException("the server rejected rows of " + file.getFileName() + "; see " + url(begun));
        }
    }

    private static String url(JsonNode begun) {
        return "/api/imports/" + begun.path("id").asString() + "/rejects";
    }

    private void score(GuanxiServer server, Patience patience, Report report) throws IOException, InterruptedException {
        report.say("scoring every member and every community …");
        JsonNode run = server.post(apiKey, "/api/runs", "{}");
        JsonNode done = patience.await("/api/runs/" + run.path("id").asString());
        report.say(
                "  %,d members and %,d communities scored in %.1f s",
                done.path("members").asLong(0),
                done.path("communities").asLong(0),
                done.path("seconds").asDouble(0));
    }
}
