package io.guanxi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every benchmark at a tiny size: its figures mean nothing here, but each command proves the answers it times. */
class BenchmarkTest {

    @BeforeEach
    void theServerIsBuilt() {
        String server = System.getProperty("guanxi.server", "");
        assumeTrue(
                server.contains(":") || Files.exists(Path.of(server)),
                "no server is built at " + server + ": mvn verify builds it first");
    }

    @Test
    void trackingIsMeasuredAndAllOfItArrives() {
        String said = run("tracking", "--seconds=1", "--warm-up=0.5", "--batch=50", "--connections=2", "--singles=4");
        assertThat(said)
                .contains("tracking, batches of 50", "bare COPY of the same rows", "tracking, one event a request")
                .contains("in inbox, lake and mart exactly once");
    }

    @Test
    void freshnessIsMeasuredAndAllOfItArrives() {
        assertThat(run("freshness", "--seconds=1", "--warm-up=0.5", "--rate=2000", "--lookers=1"))
                .contains("acknowledged to visible in a time-line");
    }

    @Test
    void importsAreMeasuredAndEveryRowIsTakenOnce() {
        assertThat(run("import", "--rows=2000"))
                .contains("a new member each", "500 members known", "bare DuckDB, CSV to Parquet")
                .contains("in lake and mart exactly once");
    }

    @Test
    void scoringIsMeasuredAndEveryMemberIsScored() {
        String said = run(
                "scoring", "--members=200", "--events=2000", "--days=2", "--communities=5", "--runs=1", "--calls=5");
        assertThat(said)
                .contains("full scoring of 200 members", "bare DuckDB aggregation", "PostgreSQL at a tenth")
                .contains("API, overview", "API, … explanation", "API, … atmosphere", "restart to ready");
    }

    @Test
    void lifetimeIsMeasuredAndEveryBuyerIsPredicted() {
        assertThat(run(
                        "lifetime",
                        "--customers=0",
                        "--members=3000",
                        "--events=60000",
                        "--days=90",
                        "--communities=5",
                        "--calls=2"))
                .contains("buyers, with everybody's prediction", "in a scoring run", "members by expected spend");
    }

    @Test
    void lifetimeIsFittedToDrawnCustomersAndTheirParametersComeBack() {
        assertThat(run("lifetime", "--customers=5000", "--members=0"))
                .contains("every parameter came back within", "fitting every model to 5,000 customers")
                .contains("different histories) of BG_NBD", "different histories) of PARETO_NBD");
    }

    @Test
    void audiencesAreMeasuredAndFindWhomTheBareEnginesFind() {
        String said = run("audience", "--members=300", "--events=4000", "--days=3", "--communities=5", "--calls=4");
        assertThat(said)
                .contains("twenty audiences of 300 members", "bare DuckDB, one query each", "PostgreSQL at a tenth")
                .contains(
                        "one condition of ten changed",
                        "how often in 30 days",
                        "all, any and not over ten kept bitmaps")
                .contains("100 live audiences of 300 members refreshed");
    }

    @Test
    void liveAudiencesAreMeasuredAndTakeEveryProbe() {
        assertThat(run("membership", "--members=300", "--events=4000", "--days=3", "--seconds=2", "--rate=500"))
                .contains("acknowledged to in a live audience, 300 members");
    }

    @Test
    void experimentsAreMeasuredAndCountWhomTheBareEngineCounts() {
        assertThat(run("experiment", "--members=2000", "--events=40000", "--communities=5", "--reports=1", "--calls=3"))
                .contains("exposing 2,000 members", "a report of three metrics, 2,000 exposed members, 40,000 events")
                .contains("bare DuckDB, the members' figures alone", "opening it again, p95");
    }

    @Test
    void theOutboxIsMeasuredAndSaysEverythingOnce() {
        assertThat(run("outbox", "--messages=300", "--warm-up=200", "--rate=2000"))
                .contains("outbox, 300 messages", "each message once, within the rate");
    }

    @Test
    void journeysAreMeasuredAndEveryStepIsDoneOnce() {
        String said = run(
                "journey",
                "--members=300",
                "--rounds=1",
                "--waiting=500",
                "--rate=100",
                "--seconds=1",
                "--processes=5");
        assertThat(said)
                .contains("letting an audience of 300 in", "instance steps", "timers due with 500 instances waiting")
                .contains(
                        "event acknowledged to its message", "Flowable, five timers", "each step intended its message");
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine command = BenchmarkCommand.commandLine(Clock.systemUTC());
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--heap=512m");
        int code = command.setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
        assertThat(code).as(said.toString()).isZero();
        return said.toString();
    }
}
