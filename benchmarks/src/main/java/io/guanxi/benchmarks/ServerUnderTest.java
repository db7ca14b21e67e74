package io.guanxi.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own, on a data folder that outlives it. */
final class ServerUnderTest implements AutoCloseable {

    private static final String API_KEY = "the-api-key-of-the-benchmarks";
    private static final String WRITE_KEY = "the-write-key-of-the-benchmarks";

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Process process;
    private final Path data;
    private final URI address;
    private final double secondsToReady;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    /**
     * Starts a server and waits until it can be used.
     *
     * @param server its jar, or a class path
     * @param heap   of the JVM, e.g. {@code 4g}
     * @param data   its data folder
     */
    ServerUnderTest(String server, String heap, Path data) throws IOException {
        this(server, heap, data, Map.of());
    }

    /**
     * Starts a server with settings of its own and waits until it can be used.
     *
     * @param server   its jar, or a class path
     * @param heap     of the JVM, e.g. {@code 4g}
     * @param data     its data folder
     * @param settings more environment variables
     */
    ServerUnderTest(String server, String heap, Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        String options = System.getenv("GUANXI_JAVA_OPTS");
        if (options != null && !options.isBlank()) {
            command.addAll(SPACES.splitAsStream(options.strip()).toList());
        }
        if (server.endsWith(".jar") && !server.contains(java.io.File.pathSeparator)) {
            Path learnt =
                    Path.of(server).resolveSibling("../guanxi.aot").normalize(); // as the launcher starts what it built
            if (Files.exists(learnt)) {
                command.add("-XX:AOTCache=" + learnt);
            }
            command.addAll(List.of("-jar", server));
        } else {
            command.addAll(List.of("-cp", server, "io.guanxi.Guanxi"));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GUANXI_DATA",
                        data.toString(),
                        "GUANXI_PORT",
                        "0",
                        "GUANXI_ADMIN_PASSWORD",
                        "the benchmarks' own password",
                        "GUANXI_API_KEY",
                        API_KEY,
                        "GUANXI_WRITE_KEY",
                        WRITE_KEY));
        builder.environment().putAll(settings);
        long begun = System.nanoTime();
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // also when the benchmark is interrupted
        this.address = awaitReady(process.inputReader());
        this.secondsToReady = (System.nanoTime() - begun) / 1e9;
    }

    private URI awaitReady(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("ready ")) {
                Thread.ofVirtual().start(() -> hear(output));
                return URI.create(line.substring("ready ".length()));
            }
        }
        throw new IOException("the server ended before it was ready:\n" + String.join("\n", said));
    }

    private void hear(BufferedReader output) {
        try {
            output.lines().forEach(said::add);
        } catch (UncheckedIOException e) {
            said.add("(its output ends here: " + e.getMessage() + ")");
        }
    }

    URI address() {
        return address;
    }

    /** {@return its data folder} */
    Path data() {
        return data;
    }

    /** {@return seconds from the start of the process to its line {@code ready}} */
    double secondsToReady() {
        return secondsToReady;
    }

    long pid() {
        return process.pid();
    }

    /** {@return what it said so far} */
    String log() {
        return String.join("\n", said);
    }

    /** A connection that tracks. */
    HttpConnection tracking() throws IOException {
        String pair = Base64.getEncoder().encodeToString((WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return new HttpConnection(address, "Basic " + pair);
    }

    /** A connection to the API. */
    HttpConnection calling() throws IOException {
        return new HttpConnection(address, "Bearer " + API_KEY);
    }

    /** The API as a program uses it. */
    Api api() {
        return new Api(address, API_KEY);
    }

    /** Stops it as an operator would; answers the seconds that took. */
    double stop() throws IOException {
        long begun = System.nanoTime();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IOException("the server did not end:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            stop();
        }
        Path postgres = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(postgres)) {
            long pid = Long.parseLong(Files.readAllLines(postgres).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
