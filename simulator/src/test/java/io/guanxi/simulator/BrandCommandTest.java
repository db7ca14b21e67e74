package io.guanxi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrandCommandTest {
    private static final String DONE = """
            {"id":"%s","state":"DONE","accepted":10,"duplicate":0,"rejected":%d,"seconds":1.5}""";

    private FakeServer server = new FakeServer();

    @BeforeEach
    void start() {
        server.answers("POST /api/imports", "{\"id\":\"4\",\"state\":\"WAITING\"}")
                .answers("GET /api/imports/4", DONE.formatted("4", 0))
                .answers("POST /api/runs", "{\"id\":\"9\",\"state\":\"WAITING\"}")
                .answers("GET /api/runs/9", "{\"id\":\"9\",\"state\":\"DONE\",\"members\":300,\"communities\":3}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void importsMembersThenEventsAndHasThemScored() {
        assertThat(brand()).isZero();
        List<FakeServer.Asked> asked = server.asked();
        assertThat(asked)
                .extracting(FakeServer.Asked::line)
                .containsExactly(
                        "POST /api/imports",
                        "GET /api/imports/4",
                        "POST /api/imports",
                        "GET /api/imports/4",
                        "POST /api/runs",
                        "GET /api/runs/9");
        assertThat(asked).extracting(FakeServer.Asked::authorization).containsOnly("Bearer gx_test");
        assertThat(asked.get(0).body())
                .contains("name=\"source\"")
                .contains("sample-brand-members")
                .contains("AS id_phone")
                .contains("filename=\"members.parquet\"")
                .contains("PAR1");
        assertThat(asked.get(2).body()).contains("sample-brand-events").contains("filename=\"events.parquet\"");
    }

    @Test
    void failsWhenTheImportFails() {
        server.answers("GET /api/imports/4", "{\"id\":\"4\",\"state\":\"FAILED\",\"problem\":\"disk full\"}");
        assertThat(brand()).isEqualTo(1);
        assertThat(server.asked()).extracting(FakeServer.Asked::line).doesNotContain("POST /api/runs");
    }

    @Test
    void failsWhenRowsAreRejected() {
        server.answers("GET /api/imports/4", DONE.formatted("4", 2));
        assertThat(brand()).isEqualTo(1);
    }

    private int brand() {
        return SimulatorCommand.commandLine(Clock.systemUTC())
                .execute(
                        "brand",
                        "--url",
                        server.url(),
                        "--api-key",
                        "gx_test",
                        "--members",
                        "300",
                        "--communities",
                        "3",
                        "--guides",
                        "2",
                        "--days",
                        "20");
    }
}
