package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.SmallDisk;
import io.guanxi.testing.Waiting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The data folder on a disk that is really full: every way in says so, nothing is lost, and all goes on once there is room. */
class DiskFullTests {

    private static final int DISK_MEGABYTES = 256;
    private static final int ROWS = 400_000;
    private static final int ALMOST_FULL = 12 << 20;
    private static final String MAP =
            "SELECT 'Squeezed' AS event, DATE '2026-01-01' AS ts, id AS id_customer, more AS properties FROM input";

    private final SmallDisk disk;
    private final Path file;
    private final Path packed;
    private final ServerProcess server;
    private Caller caller = Caller.at("");

    DiskFullTests(@TempDir Path disk, @TempDir Path folder) throws IOException {
        this.disk = SmallDisk.at(disk, DISK_MEGABYTES)
                .orElseGet(() -> abort("skipped: a small full disk can only be made by root on Linux"));
        file = folder.resolve("rows.csv");
        packed = folder.resolve("rows.csv.gz");
        server = new ServerProcess(this.disk.root().resolve("data"));
    }

    @BeforeEach
    void start() throws IOException {
        try (BufferedWriter plain = Files.newBufferedWriter(file);
                var packing = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(packed)), StandardCharsets.UTF_8)) {
            for (String row :
                    List.of("id,more\n", "c%d,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n")) {
                for (int n = 0; n < (row.startsWith("id") ? 1 : ROWS); n++) {
                    plain.write(row.formatted(n % 100));
                    packing.write(row.formatted(n % 100));
                }
            }
        }
        caller = Caller.at(server.start());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        disk.close();
    }

    @Test
    void anImportSaysSoAndLeavesNothing() throws IOException {
        disk.fillUpTo(ALMOST_FULL);

        Answer upload = Form.anImport(file, MAP, "squeezed").post(caller, "/api/imports");
        assertThat(upload.status()).as(upload.text()).isEqualTo(507);
        assertThat(upload.code()).isEqualTo("disk.full");

        JsonNode work = finished(Form.anImport(packed, MAP, "squeezed").post(caller, "/api/imports"));
        assertThat(work.path("state").asString()).as(work.toString()).isEqualTo("FAILED");
        assertThat(work.path("problem").path("code").asString()).isEqualTo("disk.full");
        assertThat(caller.get("/api/imports").json().path("items").size()).isEqualTo(1);
        assertThat(track(List.of("in-between")).status())
                .as("what was half written is gone")
                .isEqualTo(200);

        disk.empty();
        JsonNode again = finished(Form.anImport(packed, MAP.replace(", more AS properties", ""), "squeezed")
                .post(caller, "/api/imports"));
        assertThat(again.path("state").asString()).as(again.toString()).isEqualTo("DONE");
        assertThat(again.path("accepted").asLong()).isEqualTo(ROWS);
        assertAllIsWell();
    }

    @Test
    void theTrackingApiSaysSoAndKeepsWhatItAcknowledged() throws IOException {
        disk.fillUpTo(0);
        List<String> acknowledged = new ArrayList<>();
        Answer answer = null;
        for (int batch = 0; answer == null || answer.status() == 200; batch++) {
            int first = batch * 100;
            List<String> ids = IntStream.range(first, first + 100)
                    .mapToObj(n -> "full-" + n)
                    .toList();
            answer = track(ids);
            if (answer.status() == 200) {
                acknowledged.addAll(ids);
            }
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(507);
        assertThat(answer.code()).isEqualTo("disk.full");
        assertThat(answer.header("Retry-After")).isNotEmpty();

        disk.empty();
        Waiting.until(() -> track(List.of("room-again")).status() == 200);
        for (String id : acknowledged) {
            assertThat(track(List.of(id)).json().path("duplicate").asInt()).isEqualTo(1);
        }
        assertAllIsWell();
    }

    @Test
    void aRunAndAnErasureSaySoAndLeaveEverythingWhole() throws IOException {
        JsonNode taken =
                finished(Form.anImport(packed, MAP.replace("more AS", "{more: more || md5(id)} AS"), "squeezed")
                        .post(caller, "/api/imports"));
        assertThat(taken.path("state").asString()).as(taken.toString()).isEqualTo("DONE");
        JsonNode first = ended("/api/runs", "{}", "/api/runs/");
        assertThat(first.path("state").asString()).as(first.toString()).isEqualTo("DONE");
        int no = caller.get("/api/members/by/customer/c7").json().path("no").asInt();
        assertThat(no).isPositive();
        disk.fillUpTo(0);

        JsonNode run = ended("/api/runs", "{\"lateData\":\"exclude\"}", "/api/runs/");
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("FAILED");
        assertThat(run.path("problem").path("code").asString())
                .as(run.toString())
                .isEqualTo("disk.full");
        assertThat(run.path("problem").path("detail").asString()).startsWith("The server's disk is full; ");
        JsonNode member = caller.get("/api/members/" + no).json();
        assertThat(member.path("scored").asBoolean())
                .as("what was shown before")
                .isTrue();

        disk.empty();
        JsonNode again = ended("/api/runs", "{\"lateData\":\"exclude\"}", "/api/runs/");
        assertThat(again.path("state").asString()).as(again.toString()).isEqualTo("DONE");
        assertThat(again.path("members").asLong())
                .isEqualTo(first.path("members").asLong());
        assertAllIsWell();

        disk.fillUpTo(0);
        Answer asked = caller.post("/api/members/" + no + "/erasure", "{\"reason\":\"asked by letter\"}");
        String certificate;
        if (asked.status() == 202) {
            certificate = "/api/erasures/" + asked.json().path("id").asLong();
            Waiting.until(() -> caller.get(certificate).json().path("problem").isString());
            assertThat(caller.get(certificate).json().path("problem").asString())
                    .startsWith("The server's disk is full");
            assertThat(caller.get(certificate).json().path("state").asString()).isEqualTo("RUNNING");
            disk.empty();
        } else {
            assertThat(asked.code()).as(asked.text()).isEqualTo("disk.full");
            disk.empty();
            certificate = "/api/erasures/"
                    + caller.post("/api/members/" + no + "/erasure", "{\"reason\":\"asked by letter\"}")
                            .json()
                            .path("id")
                            .asLong();
        }
        Waiting.until(
                () -> caller.get(certificate).json().path("state").asString().equals("DONE"));
        assertThat(caller.get("/api/members/by/customer/c7").status()).isEqualTo(404);
        assertAllIsWell();
    }

    private JsonNode ended(String path, String body, String follow) {
        Answer asked = caller.post(path, body);
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        String work = follow + asked.json().path("id").asLong();
        Waiting.until(() -> List.of("DONE", "FAILED")
                .contains(caller.get(work).json().path("state").asString()));
        return caller.get(work).json();
    }

    private Answer track(List<String> ids) {
        return caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/batch",
                        ids.stream()
                                .map(id -> """
                                        {"type": "track", "event": "Squeezed", "messageId": "%s", "userId": "u",
                                         "properties": {"text": "%s"}}""".formatted(id, "x".repeat(4_000)))
                                .collect(Collectors.joining(",", "{\"batch\":[", "]}")));
    }

    private void assertAllIsWell() {
        JsonNode examination = caller.post("/api/doctor", "{}").json();
        assertThat(examination.path("ok").asBoolean(false))
                .as(() -> examination + server.log())
                .isTrue();
    }

    private JsonNode finished(Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String path = "/api/imports/" + started.json().path("id").asLong();
        Waiting.until(() -> List.of("DONE", "FAILED")
                .contains(caller.get(path).json().path("state").asString()));
        return caller.get(path).json();
    }
}
