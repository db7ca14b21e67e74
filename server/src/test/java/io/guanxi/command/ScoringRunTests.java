package io.guanxi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./guanxi score}, {@code ./guanxi lifetime} and {@code ./guanxi doctor} as scripts see them. */
class ScoringRunTests {

    private StandIn server;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itWaitsForTheRunAndPrintsItsFigures() {
        server.answers("POST /api/runs", 202, "{\"id\":12,\"state\":\"WAITING\"}")
                .answers(
                        "GET /api/runs/12", 200, "{\"id\":12,\"state\":\"RUNNING\",\"phase\":\"value\",\"percent\":50}")
                .answers("GET /api/runs/12", 200, """
                        {"id":12,"state":"DONE","asOf":"2026-05-31","lateData":"exclude","modelVersion":3,"members":2377,
                         "communities":1,"seconds":0.84,"problem":null,
                         "figures":{"highValue":120,"stages":{"LOYALTY":80,"PURCHASE":300},"spend":812.50}}""");

        Spoken spoken = Spoken.by("score", "--as-of", "2026-05-31", "--late-data", "exclude", "--url", server.url());

        assertThat(spoken.exit()).isZero();
        assertThat(spoken.out())
                .containsExactly(
                        "run 12",
                        "asOf 2026-05-31",
                        "lateData exclude",
                        "modelVersion 3",
                        "members 2377",
                        "communities 1",
                        "seconds 0.84",
                        "highValue 120",
                        "stages.LOYALTY 80",
                        "stages.PURCHASE 300",
                        "spend 812.50");
        assertThat(server.asked().getFirst().body()).isEqualTo("{\"asOf\":\"2026-05-31\",\"lateData\":\"exclude\"}");
    }

    @Test
    void aFitIsPrintedWithHowItDidOnTheHeldBackPeriod() {
        server.answers("POST /api/lifetime/fits", 202, "{\"id\":4,\"state\":\"WAITING\"}")
                .answers("GET /api/lifetime/fits/4", 200, """
                        {"id":4,"state":"DONE","asOf":"2026-05-31","version":2,"seconds":3.5,
                         "found":{"trials":[{"kind":"BG_NBD","frequencyError":0.12,"totalError":-0.03,"refused":null},
                                            {"kind":"PARETO_NBD","frequencyError":null,"totalError":null,
                                             "refused":{"code":"lifetime.not-converged","detail":"none"}}],
                                  "orders":{"kind":"BG_NBD","parameters":{"r":0.24},"buyers":1200},
                                  "spend":{"p":6.25,"q":3.74}}}""");

        Spoken spoken = Spoken.by("lifetime", "--url", server.url());

        assertThat(spoken.exit()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .containsExactly(
                        "fit 4",
                        "asOf 2026-05-31",
                        "version 2",
                        "seconds 3.5",
                        "BG_NBD.frequencyError 0.12",
                        "BG_NBD.totalError -0.03",
                        "PARETO_NBD.refused lifetime.not-converged",
                        "orders.kind BG_NBD",
                        "orders.parameters.r 0.24",
                        "orders.buyers 1200",
                        "spend.p 6.25",
                        "spend.q 3.74");
    }

    @Test
    void aLookBackSaysThatAudiencesStayWhereTheyAre() {
        server.answers("POST /api/runs", 202, "{\"id\":12,\"state\":\"WAITING\"}")
                .answers("GET /api/runs/12", 200, """
                        {"id":12,"state":"DONE","asOf":"2026-05-31",
                         "figures":{"audiences":{"moved":false,"run":9,"asOf":"2026-11-30"}}}""");

        Spoken spoken = Spoken.by("score", "--as-of", "2026-05-31", "--url", server.url());

        assertThat(spoken.out())
                .containsExactly(
                        "run 12",
                        "asOf 2026-05-31",
                        "audiences.moved false",
                        "audiences.run 9",
                        "audiences.asOf 2026-11-30");
        assertThat(spoken.err())
                .contains("Audiences, tags and journeys stay with run 9 as of 2026-11-30, which is of a later day.");
    }

    @Test
    void aRunThatFailsIsAFailure() {
        server.answers("POST /api/runs", 202, "{\"id\":12,\"state\":\"WAITING\"}")
                .answers("GET /api/runs/12", 200, "{\"id\":12,\"state\":\"FAILED\",\"problem\":\"no events yet\"}");

        Spoken spoken = Spoken.by("score", "--url", server.url());

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("guanxi: no events yet");
    }

    @Test
    void aDayThatIsNoneIsNamed() {
        Spoken spoken = Spoken.by("score", "--as-of", "2026-02-30", "--url", server.url());

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("'2026-02-30' is no day");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aWrongKeyIsNamed() {
        server.answers("POST /api/runs", 401, "");

        assertThat(Spoken.by("score", "--url", server.url()).err())
                .contains("the server answered 401: the key in GUANXI_API_KEY is not accepted");
    }

    @Test
    void theDoctorPrintsEveryCheckAndFailsWithOne() {
        server.answers("POST /api/doctor", 200, """
                {"ok":false,"checks":[{"name":"inbox = lake","ok":true,"expected":10,"found":10},
                                      {"name":"lake = mart","ok":false,"expected":10,"found":9}]}""");

        Spoken spoken = Spoken.by("doctor", "--url", server.url());

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.out())
                .containsExactly(
                        "ok     inbox = lake  expected 10  found 10", "FAILED lake = mart  expected 10  found 9");
    }

    @Test
    void aDoctorWithoutChecksProvesNothing() {
        server.answers("POST /api/doctor", 200, "{\"checks\":[]}");

        assertThat(Spoken.by("doctor", "--url", server.url()).exit()).isEqualTo(1);
    }
}
