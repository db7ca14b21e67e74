package io.guanxi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./guanxi import} as scripts see it: what it sends, what it prints, how it exits. */
class FileImportTests {

    private static final String CREATED = "{\"id\":7,\"state\":\"WAITING\"}";
    private static final String RUNNING =
            "{\"id\":7,\"state\":\"RUNNING\",\"phase\":\"staging\",\"percent\":40,\"secondsLeft\":3}";

    private Path folder;
    private StandIn server;
    private Path orders;
    private Path map;

    @BeforeEach
    void start(@TempDir Path empty) throws IOException {
        folder = empty;
        server = new StandIn();
        orders = Files.writeString(folder.resolve("订单 \"5月\".csv"), "id,amount\n林,12.50\n");
        map = Files.writeString(folder.resolve("orders.sql"), "SELECT 'Order Completed' AS event FROM input");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itPrintsOneFigureALineAndExitsWithZero() {
        server.answers("POST /api/imports", 202, CREATED)
                .answers("GET /api/imports/7", 200, RUNNING)
                .answers("GET /api/imports/7", 200, done(47243, 47240, 3, 0));

        Spoken spoken = importOrders();

        assertThat(spoken.exit()).isZero();
        assertThat(spoken.out())
                .containsExactly("read 47243", "accepted 47240", "duplicate 3", "rejected 0", "seconds 1.25");
        assertThat(spoken.err()).contains("staging 40 %, 3 s left");
    }

    @Test
    void itSendsTheFileTheMapAndTheirNamesWithTheKey() {
        server.answers("POST /api/imports", 202, CREATED).answers("GET /api/imports/7", 200, done(1, 1, 0, 0));

        importOrders("--format", "csv", "--encoding", "GBK");

        StandIn.Asked upload = server.asked().getFirst();
        String boundary = upload.contentType().replaceFirst("multipart/form-data; boundary=", "");
        assertThat(upload.authorization()).isEqualTo("Bearer secret");
        assertThat(upload.contentLength()).isEqualTo(upload.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(upload.body().split("--" + boundary)).hasSize(7).satisfies(parts -> {
            assertThat(parts[1]).contains("name=\"source\"").endsWith("\r\n\r\nshop\r\n");
            assertThat(parts[2]).contains("name=\"format\"").endsWith("\r\n\r\ncsv\r\n");
            assertThat(parts[3]).contains("name=\"encoding\"").endsWith("\r\n\r\nGBK\r\n");
            assertThat(parts[4])
                    .contains("name=\"map\"; filename=\"orders.sql\"")
                    .endsWith("\r\n\r\nSELECT 'Order Completed' AS event FROM input\r\n");
            assertThat(parts[5])
                    .contains("name=\"file\"; filename=\"订单 %225月%22.csv\"")
                    .endsWith("\r\n\r\nid,amount\n林,12.50\n\r\n");
            assertThat(parts[6]).isEqualTo("--\r\n");
        });
    }

    @Test
    void itExitsWithThreeWhenRowsWereRejectedAndSaysWhereTheyAre() {
        server.answers("POST /api/imports", 202, CREATED).answers("GET /api/imports/7", 200, done(10, 8, 0, 2));

        Spoken spoken = importOrders();

        assertThat(spoken.exit()).isEqualTo(3);
        assertThat(spoken.out()).contains("rejected 2", "rejects " + server.url() + "/api/imports/7/rejects");
    }

    @Test
    void aTrialSaysWhatWouldBeAndLeavesNothing() {
        server.answers("POST /api/imports", 202, CREATED)
                .answers(
                        "GET /api/imports/7",
                        200,
                        done(10, 8, 2, 0).replace("DONE", "TRIED").replace("{", "{\"newMembers\":5,\"merges\":1,"))
                .answers("POST /api/imports/7/cancel", 202, "{}");

        Spoken spoken = importOrders("--trial");

        assertThat(spoken.exit()).isZero();
        assertThat(spoken.out()).contains("accepted 8", "new-members 5", "merges 1");
        assertThat(server.asked().getFirst().body()).contains("name=\"trial\"");
        assertThat(server.asked().getLast().call()).isEqualTo("POST /api/imports/7/cancel");
    }

    @Test
    void itSavesTheRejectedRowsWhereAsked() {
        server.answers("POST /api/imports", 202, CREATED)
                .answers("GET /api/imports/7", 200, done(10, 8, 0, 2))
                .answers("GET /api/imports/7/rejects", 200, "row,reason\n4,no identifier\n");
        Path rejects = folder.resolve("rejects.csv");

        Spoken spoken = importOrders("--rejects", rejects.toString());

        assertThat(spoken.exit()).isEqualTo(3);
        assertThat(rejects).hasContent("row,reason\n4,no identifier\n");
    }

    @Test
    void itTellsTheProblemOfARefusedImport() {
        server.answers("POST /api/imports", 400, """
                {"detail":"The map does not run.","code":"import.map-invalid",
                 "errors":[{"row":3,"field":"ts","message":"no such column"}]}""");

        Spoken spoken = importOrders();

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err())
                .contains("guanxi: The map does not run. (import.map-invalid)")
                .contains("row 3, ts: no such column");
    }

    @Test
    void itTellsTheProblemOfAnImportThatFailedOnItsWay() {
        server.answers("POST /api/imports", 202, CREATED).answers("GET /api/imports/7", 200, """
                        {"state":"FAILED","problem":{"detail":"The disk is full.","code":"disk.full"}}""");

        Spoken spoken = importOrders();

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("guanxi: The disk is full. (disk.full)");
    }

    @Test
    void itFailsWithoutAKeyAFileOrAServer() {
        String[] fine = arguments();

        assertThat(Spoken.with(Map.of(), fine).err()).contains("GUANXI_API_KEY is empty");
        assertThat(Spoken.by("import", folder.resolve("none.csv").toString(), "--map", map.toString(), "--source", "s")
                        .err())
                .contains("there is no file");
        server.close();
        Spoken unanswered = Spoken.by(fine);
        assertThat(unanswered.exit()).isEqualTo(1);
        assertThat(unanswered.err()).contains("no server answers at " + server.url());
    }

    @Test
    void aWrongCommandLineIsAFailureWithItsUsage() {
        Spoken spoken = Spoken.by("import", orders.toString());

        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains("--map", "--source", "Usage: guanxi import");
    }

    private Spoken importOrders(String... more) {
        return Spoken.by(arguments(more));
    }

    private String[] arguments(String... more) {
        String[] all = new String[8 + more.length];
        String[] fixed = {
            "import", orders.toString(), "--map", map.toString(), "--source", "shop", "--url", server.url() + "/"
        };
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return all;
    }

    private static String done(int read, int accepted, int duplicate, int rejected) {
        return """
               {"id":7,"state":"DONE","read":%d,"accepted":%d,"duplicate":%d,"rejected":%d,"seconds":1.250}""".formatted(read, accepted, duplicate, rejected);
    }
}
