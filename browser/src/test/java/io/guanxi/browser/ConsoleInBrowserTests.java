package io.guanxi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged server, lets the simulator fill it with a small brand, and runs the console's browser tests. */
class ConsoleInBrowserTests {

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
            assertThat(run(
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
                    .as("the simulator's exit code")
                    .isZero();

            assertThat(run(server, browser.orElseThrow(), HOME.resolve("console"), "npm", "run", "e2e"))
                    .as("the browser tests' exit code")
                    .isZero();

            assertThat(server.stop()).as("the server's exit code after SIGTERM").isZero();
        }
    }

    private static int run(PackagedServer server, Path browser, Path folder, String... command)
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
        process.inputReader().lines().forEach(System.out::println);
        return process.waitFor();
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
