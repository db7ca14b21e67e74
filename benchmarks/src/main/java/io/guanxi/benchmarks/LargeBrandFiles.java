package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The simulator's large brand as Parquet files, one a day, and the map that imports them. */
record LargeBrandFiles(int members, long events, int communities, int days, long seed) {

    void write(Path folder) throws IOException {
        Process simulator = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.guanxi.simulator.SimulatorCommand",
                        "parquet",
                        "--members=" + members,
                        "--events=" + events,
                        "--communities=" + communities,
                        "--days=" + days,
                        "--seed=" + seed,
                        "--out=" + folder))
                .redirectErrorStream(true)
                .start();
        String said = new String(simulator.getInputStream().readAllBytes());
        try {
            if (simulator.waitFor() != 0) {
                throw new IOException("the simulator failed:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
