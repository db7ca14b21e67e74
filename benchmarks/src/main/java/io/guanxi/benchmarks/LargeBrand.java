package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The simulator's large brand in a data folder: Parquet files, one a day, the map that imports them, and which of them are in.
 *
 * @param raw where the files are
 */
record LargeBrand(Path raw) {

    /** How large it is; the same size and seed give the same files. */
    record Size(int members, long events, int communities, int days, long seed) {}

    /** The brand of a data folder, made where it is not there. */
    static LargeBrand in(Path data, Size size) throws IOException {
        LargeBrand brand = new LargeBrand(data.resolve("raw"));
        Path mark = brand.raw.resolve("size.txt");
        if (!Files.exists(mark)) {
            brand.write(size);
            Files.writeString(mark, size + "\n");
        }
        String held = Files.readString(mark).strip();
        if (!held.equals(size.toString())) {
            throw new IOException(data + " holds another brand: " + held);
        }
        return brand;
    }

    /** {@return the files that are not imported yet, in the order of their days} */
    List<Path> missing() throws IOException {
        Set<String> there = new HashSet<>(Files.exists(imported()) ? Files.readAllLines(imported()) : List.of());
        try (Stream<Path> files = Files.list(raw)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !there.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    /** Remembers a file as imported. */
    void isIn(Path file) throws IOException {
        Files.writeString(imported(), file.getFileName() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path imported() {
        return raw.resolve("imported.txt");
    }

    private void write(Size size) throws IOException {
        Process simulator = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.guanxi.simulator.SimulatorCommand",
                        "parquet",
                        "--members=" + size.members,
                        "--events=" + size.events,
                        "--communities=" + size.communities,
                        "--days=" + size.days,
                        "--seed=" + size.seed,
                        "--out=" + raw))
                .redirectErrorStream(true)
                .start();
        String said = new String(simulator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (simulator.waitFor() != 0) {
                throw new IOException("the simulator failed:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Imports what is missing, has it scored and waits until audiences know it. */
    void bringIn(ServerUnderTest server) throws IOException {
        String map = Files.readString(raw().resolve("large.sql"));
        try (Api api = server.api()) {
            for (Path file : missing()) {
                JsonNode started = api.upload(file, map, "large-brand");
                api.awaitDone("/api/imports/" + started.path("id").asString());
                isIn(file);
            }
            JsonNode run = api.post("/api/runs", "{}");
            api.awaitDone("/api/runs/" + run.path("id").asString());
        }
    }
}
