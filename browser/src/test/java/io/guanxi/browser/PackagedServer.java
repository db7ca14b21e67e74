package io.guanxi.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as it is delivered: the jar, in a process of its own. */
final class PackagedServer implements AutoCloseable {

    static final String ADMIN_PASSWORD = "the browser tests' own password";
    static final String API_KEY = "the-api-key-of-the-browser-tests";
    static final String WRITE_KEY = "the-write-key-of-the-browser-tests";

    private static final int SECONDS_TO_STOP = 15;

    private final Process process;
    private final String url;

    private PackagedServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static PackagedServer start(Path home, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                java().toString(),
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar(home.resolve("server").resolve("target")).toString());
        builder.environment()
                .putAll(Map.of(
                        "GUANXI_DATA",
                        data.toString(),
                        "GUANXI_PORT",
                        "0",
                        "GUANXI_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        "GUANXI_API_KEY",
                        API_KEY,
                        "GUANXI_WRITE_KEY",
                        WRITE_KEY,
                        "GUANXI_MESSAGING_WEBHOOK_SECRET",
                        "the webhook secret of the browser tests",
                        "GUANXI_SANDBOX",
                        "true"));
        Process process = builder.redirectErrorStream(true).start();
        return new PackagedServer(process, awaitReady(process.inputReader()));
    }

    String url() {
        return url;
    }

    /** Ends it as an operator would. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end within " + SECONDS_TO_STOP + " seconds of SIGTERM");
        }
        return process.exitValue();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path jar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("guanxi-server-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no server jar in " + target + ": run mvn package first"));
        }
    }

    private static String awaitReady(BufferedReader output) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("ready ")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(System.out::println));
                return line.substring("ready ".length());
            }
        }
        throw new IOException("the server ended before it was ready:\n" + String.join("\n", said));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
