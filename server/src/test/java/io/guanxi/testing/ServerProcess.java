package io.guanxi.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, on a data folder that outlives it: to be killed and started again. */
public final class ServerProcess implements AutoCloseable {

    private final Path data;
    private final String[] words;
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private @Nullable Process process;
    private String address = "";

    /**
     * A server that is not started yet.
     *
     * @param data its data folder
     * @param words what it is started with; nothing for the server
     */
    public ServerProcess(Path data, String... words) {
        this.data = data;
        this.words = words.clone();
    }

    /**
     * {@return this server, to be started with one more setting}
     *
     * @param variable the setting's environment variable
     * @param value its value
     */
    public ServerProcess with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /**
     * Starts it unless it runs.
     *
     * @return its address, once it can be used
     * @throws IOException where it cannot be started
     */
    public String start() throws IOException {
        if (process != null && process.isAlive()) {
            return address;
        }
        ProcessBuilder builder = program(data, words);
        builder.environment().putAll(settings);
        process = builder.start();
        address = awaitReady(process.inputReader());
        return address;
    }

    /**
     * Runs the program on a folder to its end, within a minute.
     *
     * @param data the data folder
     * @param environment more settings
     * @param arguments the word and what follows it; nothing for the server
     * @return its exit code and what it printed
     * @throws IOException where it cannot be run or does not end
     */
    public static Ended run(Path data, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = program(data, arguments);
        builder.environment().putAll(environment);
        Process running = builder.start();
        CompletableFuture.runAsync(running::destroyForcibly, CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES));
        String output = running.inputReader().readAllAsString();
        return new Ended(running.onExit().join().exitValue(), output);
    }

    /**
     * How the program ended.
     *
     * @param exit the exit code
     * @param output all that it printed
     */
    public record Ended(int exit, String output) {}

    private static ProcessBuilder program(Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.guanxi.Guanxi"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GUANXI_DATA", data.toString(),
                        "GUANXI_PORT", "0",
                        "GUANXI_ADMIN_PASSWORD", Caller.ADMIN_PASSWORD,
                        "GUANXI_API_KEY", Caller.API_KEY,
                        "GUANXI_WRITE_KEY", Caller.WRITE_KEY));
        return builder;
    }

    private String awaitReady(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("ready ")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(said::add));
                return line.substring("ready ".length());
            }
        }
        throw new IOException("the server ended before it was ready:\n" + String.join("\n", said));
    }

    /** Kill -9; its PostgreSQL is left behind as an orphan, as after a real crash. */
    public void kill() throws IOException {
        Process running = running();
        running.destroyForcibly();
        running.onExit().join();
    }

    /** It gets no processor any more, and keeps all that it holds. */
    public void freeze() throws IOException {
        signal("-STOP");
    }

    /** It goes on as if nothing had been. */
    public void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException {
        Process sent = new ProcessBuilder("kill", name, Long.toString(running().pid())).start();
        if (sent.onExit().join().exitValue() != 0) {
            throw new IOException("the process could not be sent " + name);
        }
    }

    /** Kill -9 of the PostgreSQL child alone. */
    public void killPostgres() throws IOException {
        postgres().orElseThrow().destroyForcibly();
    }

    /**
     * {@return whether it ended by itself, with exit code 0, within 15 seconds of SIGTERM}
     *
     * @throws IOException where it does not run
     */
    public boolean stop() throws IOException {
        Process running = running();
        running.destroy();
        try {
            return running.waitFor(15, TimeUnit.SECONDS) && running.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@return the JDBC URL, user and password in it, of the running server's PostgreSQL} */
    public String database() throws IOException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("postgres.password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + password;
    }

    /** {@return what it has printed so far} */
    public String log() {
        return String.join("\n", said);
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private Process running() throws IOException {
        if (process == null || !process.isAlive()) {
            throw new IOException("the server does not run:\n" + String.join("\n", said));
        }
        return process;
    }

    @Override
    public void close() throws IOException {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
        if (Files.exists(data.resolve("postgres").resolve("postmaster.pid"))) {
            postgres().ifPresent(orphan -> {
                orphan.destroyForcibly();
                orphan.onExit().join();
            });
        }
    }
}
