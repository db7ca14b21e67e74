package io.guanxi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged server, lets the simulator fill it with a small brand, and runs the console's browser tests. */
class ConsoleInBrowserTests {

    private static final Pattern COLOURS = Pattern.compile("\\u001b\\[[0-9;]*m");
    private static final Pattern FAULT = Pattern.compile("^(✘|Error:|Expected|Received|[-+] )|e2e/\\S+:\\d+:\\d+\\)?$");
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void theConsoleWorksInABrowser(@TempDir Path data) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        if (browser.isEmpty()) {
            System.out.println("WARNING: no Chromium found, the browser tests are SKIPPED; "
                    + "./guanxi test installs it, or name one in GUANXI_CHROMIUM");
        }
        assumeTrue(browser.isPresent(), "no Chromium");
        try (PackagedServer server = PackagedServer.start(HOME, data)) {
            assertThat(faults(
                            server,
                            browser.orElseThrow(),
                            HOME,
                            PackagedServer.java().toString(),
                            "-Xmx1g",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            HOME + "/simulator/target/*:" + HOME + "/simulator/target/lib/*",
                            "io.guanxi.simulator.SimulatorCommand",
                            "brand",
                            "--url",
                            server.url(),
                            "--members",
                            "2000",
                            "--days",
                            "120"))
                    .as("what the simulator could not do")
                    .isEmpty();

            assertThat(faults(server, browser.orElseThrow(), HOME.resolve("console"), "npm", "run", "e2e"))
                    .as("what went wrong in the browser")
                    .isEmpty();

            assertThat(server.stop()).as("the server's exit code after SIGTERM").isZero();
        }
    }

    /** Runs a command and shows what it prints. Returns nothing where it went well, else the lines that tell why it did not. */
    private static List<String> faults(PackagedServer server, Path browser, Path folder, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GUANXI_URL", server.url(),
                        "GUANXI_ADMIN_PASSWORD", PackagedServer.ADMIN_PASSWORD,
                        "GUANXI_API_KEY", PackagedServer.API_KEY,
                        "GUANXI_WRITE_KEY", PackagedServer.WRITE_KEY,
                        "CHROMIUM", browser.toString()));
        Process process = builder.start();
        process.getOutputStream().close(); // the test runner's own input is not theirs to read
        List<String> printed =
                process.inputReader().lines().peek(System.out::println).toList();
        int code = process.waitFor();
        if (code == 0) {
            return List.of();
        }
        Stream<String> telling = printed.stream()
                .map(ConsoleInBrowserTests::plain)
                .filter(it -> FAULT.matcher(it).find());
        return Stream.concat(Stream.of("exit code " + code), telling.limit(40)).toList();
    }

    private static String plain(String line) {
        return COLOURS.matcher(line).replaceAll("").strip();
    }

    private static Optional<Path> browser() {
        String named = System.getenv().getOrDefault("GUANXI_CHROMIUM", "");
        return Stream.of(
                        named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/usr/bin/google-chrome-stable",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
