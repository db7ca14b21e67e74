package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server is measured, and where. */
final class ServerOptions {

    @Option(
            names = "--server",
            description = "jar of the server, or a class path; else the one that ./guanxi built, else server/target")
    private @Nullable String server = System.getProperty("guanxi.server");

    @Option(names = "--heap", defaultValue = "4g", description = "heap of the server's JVM; default ${DEFAULT-VALUE}")
    private String heap = "4g";

    @Option(names = "--data", description = "data folder to use and keep; else a new one, removed at the end")
    private @Nullable Path data;

    /** Something done with a data folder. */
    interface Work {
        void in(Path folder) throws Exception;
    }

    /** Does something with a folder for data, and removes it unless it was named. */
    void withFolder(Work work) throws Exception {
        if (data != null) {
            work.in(Files.createDirectories(data));
            return;
        }
        Path folder = Files.createTempDirectory("guanxi-benchmark-");
        try {
            work.in(folder);
        } finally {
            remove(folder);
        }
    }

    /** Starts the server on a data folder. */
    ServerUnderTest start(Path folder) throws IOException {
        return new ServerUnderTest(server == null ? built() : server, heap, folder);
    }

    /** Starts the server on a data folder, with more environment variables. */
    ServerUnderTest start(Path folder, Map<String, String> settings) throws IOException {
        return new ServerUnderTest(server == null ? built() : server, heap, folder, settings);
    }

    private static String built() throws IOException {
        for (String place : new String[] {"target/app", "server/target"}) {
            Path folder = Path.of(place);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    var jar = files.map(Path::toString)
                            .filter(name -> name.matches(".*guanxi-server-[^/]*\\.jar"))
                            .findFirst();
                    if (jar.isPresent()) {
                        return jar.get();
                    }
                }
            }
        }
        throw new IOException("no server is built here; run mvn package -DskipTests, or name its jar with --server");
    }

    /** Removes a folder with all in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
