package io.guanxi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on machines that have this and lack that: a copy of it among stand-ins for Java, Maven and Node. */
class LauncherTests {

    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "sed",
            "grep",
            "find",
            "head",
            "cat",
            "awk",
            "dirname",
            "readlink",
            "mkdir",
            "rm",
            "mv",
            "touch",
            "sleep",
            "env",
            "mktemp",
            "uname",
            "id",
            "date",
            "tr",
            "tail");

    /** Says what it was started with; carries out what the launcher's build asks of Java. */
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *jarmode=tools*) mkdir -p "$HOUSE/target/app"; echo jar > "$HOUSE/target/app/guanxi-server-1.jar" ;;
              *AOTCacheOutput*) echo ready http://localhost:1 ;;
              *SimulatorCommand*" brand "*) [ -z "$BROKEN" ] || exit 1; echo "brand $*" ;;
              *SimulatorCommand*" live "*) echo $$ > "$HOUSE/live.pid"; exec sleep 300 ;;
              *" up") echo "java $0 $*"; echo "data=$GUANXI_DATA port=$GUANXI_PORT pid=$$"
                      [ -z "$STAY" ] || { echo $$ > "$HOUSE/server.pid"; echo ready http://localhost:1; exec sleep 300; } ;;
              *) echo "java $0 $*"; echo "data=$GUANXI_DATA port=$GUANXI_PORT pid=$$" ;;
            esac
            """;

    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in
              *--version*) echo "Apache Maven 3.9.9 (abc)" ;;
              *) echo "$*" >> "$HOUSE/maven.calls"; mkdir -p "$HOUSE/server/target"
                 echo jar > "$HOUSE/server/target/guanxi-server-1.jar" ;;
            esac
            """;

    private Path house;
    private Path bin;
    private Path jdks;

    @BeforeEach
    void aMachine(@TempDir Path room) throws IOException {
        Path launcher = Path.of("..", "guanxi").toAbsolutePath().normalize();
        assumeTrue(Files.isExecutable(launcher) && Files.isExecutable(Path.of("/bin/bash")), "no bash here");
        house = Files.createDirectories(room.resolve("a house"));
        bin = Files.createDirectories(room.resolve("bin"));
        jdks = Files.createDirectories(room.resolve("jdks"));
        script(house.resolve("guanxi"), Files.readString(launcher));
        Files.createDirectories(house.resolve("server/src/main"));
        Files.writeString(house.resolve("pom.xml"), "<project><version>1.2.3</version></project>");
        for (String tool : TOOLS) {
            for (String folder : List.of("/bin", "/usr/bin")) {
                Path real = Path.of(folder, tool);
                if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
                    script(bin.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
                }
            }
        }
        jdk("jdk-25", "25.0.1");
        script(bin.resolve("mvn"), MAVEN);
        script(bin.resolve("node"), "#!/bin/sh\necho v22.3.0\n");
        script(bin.resolve("npm"), "#!/bin/sh\n");
    }

    @Test
    void aJdk25BesideAnOlderDefaultIsFound() throws Exception {
        Path old = jdk("jdk-17", "17.0.15");
        Files.createSymbolicLink(bin.resolve("java"), old.resolve("bin/java"));

        Ended ended = launch("score", "--as-of", "2026-05-31");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("java " + jdks + "/jdk-25/bin/java").contains("score --as-of 2026-05-31");
    }

    @Test
    void aMissingJdkIsNamedWithTheWaysToInstallIt() throws Exception {
        Files.delete(jdks.resolve("jdk-25/bin/javac"));

        assertMissing(
                launch("up"),
                "a JDK of version 25 or newer is missing",
                "apt-get install",
                "brew install",
                "sdk install");
    }

    @Test
    void aJdkThatWasNamedButIsNoneIsRefused() throws Exception {
        Path old = jdk("jdk-17", "17.0.15");

        assertMissing(launch(Map.of("GUANXI_JAVA_HOME", old.toString()), "up"), "is no JDK of version 25");
    }

    @Test
    void aMissingOrOldMavenIsNamed() throws Exception {
        script(bin.resolve("mvn"), "#!/bin/sh\necho 'Apache Maven 3.6.3 (abc)'\n");
        assertMissing(
                launch("up"), "Maven of version 3.8 or newer is missing (here is 3.6.3)", "apt-get install maven");

        Files.delete(bin.resolve("mvn"));
        assertMissing(launch("up"), "Maven of version 3.8 or newer is missing.", "brew install maven");
    }

    @Test
    void aMissingOrOldNodeIsNamed() throws Exception {
        script(bin.resolve("node"), "#!/bin/sh\necho v18.20.4\n");
        assertMissing(
                launch("up"), "Node of version 20.19 or newer, with npm, is missing (here is v18.20.4)", "nodejs.org");

        Files.delete(bin.resolve("node"));
        assertMissing(launch("test"), "Node of version 20.19 or newer, with npm, is missing.", "brew install node");
    }

    @Test
    void itBuildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        launch("score");
        launch("score");
        assertThat(house.resolve("maven.calls")).content().hasLineCount(1).contains("package");

        Path source = Files.writeString(house.resolve("server/src/main/Changed.java"), "class Changed {}");
        Files.setLastModifiedTime(
                source,
                FileTime.fromMillis(
                        Files.getLastModifiedTime(house.resolve("target/built")).toMillis() + 2000));
        launch("score");
        assertThat(house.resolve("maven.calls")).content().hasLineCount(2);
    }

    @Test
    void aBuildThatFailsSaysWhyAndWhereItsLogIs() throws Exception {
        script(bin.resolve("mvn"), """
                #!/bin/sh
                case "$*" in *--version*) echo "Apache Maven 3.8.7" ;; *) echo '[ERROR] cannot find symbol'; exit 1 ;; esac
                """);

        assertMissing(launch("up"), "cannot find symbol", "the build failed", "build.log");
    }

    @Test
    void upBecomesTheServerWithItsFolderAndPort() throws Exception {
        Ended ended = launch("up", "--data", "brand", "--port", "0");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out())
                .contains("--enable-native-access=ALL-UNNAMED", " up\n")
                .containsPattern("-Xmx\\d{3,4}m")
                .contains("data=" + house + "/brand port=0 pid=" + ended.pid());
    }

    @Test
    void theDemoLoadsOnceAndTakesItsServerAndItsLifeWithItWhenItEnds() throws Exception {
        Ended first = demo();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out())
                .containsSubsequence(
                        "starting the server",
                        "the server is ready",
                        "brand",
                        "http://localhost:1",
                        "admin",
                        "stopping");
        assertThat(first.out())
                .containsPattern("brand .*--url http://localhost:1 --until \\d{4}-\\d\\d-\\d\\d --begun \\d+");

        Ended second = demo();
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out()).doesNotContain("--begun").contains("http://localhost:1");
    }

    @Test
    void aDemoThatCannotBeLoadedLeavesNoServerBehind() throws Exception {
        Ended ended = launch(Map.of("STAY", "yes", "BROKEN", "yes"), "demo", "--data", "brand", "--port", "0");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("the sample brand could not be loaded", "brand/logs/demo.log");
        assertThat(process("server.pid")).isEmpty();
        assertThat(house.resolve("brand/demo.loaded")).doesNotExist();
    }

    /** A demo that lived until its trickle flowed, and was then asked to end. */
    private Ended demo() throws Exception {
        Files.deleteIfExists(house.resolve("live.pid"));
        Process demo = start(house.resolve("guanxi"), Map.of("STAY", "yes"), "demo", "--data", "brand", "--port", "0");
        await().atMost(Duration.ofSeconds(60)).until(() -> process("live.pid").isPresent());
        ProcessHandle server = process("server.pid").orElseThrow();
        ProcessHandle live = process("live.pid").orElseThrow();
        demo.destroy();
        Ended ended = ended(demo);
        await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive() && !live.isAlive());
        return ended;
    }

    private Optional<ProcessHandle> process(String file) throws IOException {
        Path pid = house.resolve(file);
        String number = Files.exists(pid) ? Files.readString(pid).strip() : "";
        return number.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(number));
    }

    @Test
    void aWordItDoesNotKnowIsAFailure() throws Exception {
        assertMissing(launch("dance"), "'dance' is not one of its words", "./guanxi demo");
        assertMissing(launch("up", "--prot", "80"), "'--prot' is not understood here");
        assertMissing(launch("up", "--port", "eighty"), "the port must be a number");
        assertThat(launch("help").exit()).isZero();
        assertThat(launch("version").out()).startsWith("guanxi 1.2.3");
    }

    @Test
    void itFindsItsHouseThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(bin.resolve("gx"), house.resolve("guanxi"));

        assertThat(run(link, Map.of(), "version").out()).startsWith("guanxi 1.2.3");
    }

    private record Ended(int exit, long pid, String out, String err) {}

    private static void assertMissing(Ended ended, String... words) {
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains(words);
        assertThat(ended.out()).isEmpty();
    }

    private Ended launch(String... arguments) throws Exception {
        return launch(Map.of(), arguments);
    }

    private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        return run(house.resolve("guanxi"), environment, arguments);
    }

    private Ended run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        return ended(start(launcher, environment, arguments));
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(house.toFile())
                .redirectOutput(bin.resolve("out").toFile())
                .redirectError(bin.resolve("err").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        bin.toString(),
                        "HOME",
                        bin.toString(),
                        "GUANXI_JDKS",
                        jdks.toString(),
                        "HOUSE",
                        house.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Ended ended(Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                process.pid(),
                Files.readString(bin.resolve("out")),
                Files.readString(bin.resolve("err")));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = jdks.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
