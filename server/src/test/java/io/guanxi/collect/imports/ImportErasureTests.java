package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever is erased is no longer named in what imports left behind. */
@ServerTest
class ImportErasureTests {

    private static final String MAP = "SELECT 'Seen' AS event, t AS ts, p AS id_phone, n AS id_customer FROM input";
    private static final String FILE = """
            p,n,t
            13712345678,e7,2026-01-01 00:00:00
            +86 137-1234-5678,,yesterday
            13787654321,e8,yesterday
            ,e7,never
            ,e70,never
            137 1234 5678,e7
            """;

    @Autowired
    Caller caller;

    @Autowired
    ImportQueue queue;

    @Test
    void rejectedRowsLoseTheirContentAndKeptUploadsAreDeleted() throws IOException {
        JsonNode taken = finished(Form.anImport("e.csv", FILE, MAP, "erasure").post(caller, "/api/imports"));
        assertThat(taken.path("rejected").asLong()).as(taken.toString()).isEqualTo(5);
        JsonNode failed = failedImport(FILE.getBytes(Charset.forName("GBK")));
        JsonNode ofOthers = failedImport("p,n,t\n13787654321,e8,2026-01-01\n".getBytes(Charset.forName("GBK")));
        String path = "/api/members/"
                + caller.get("/api/members/by/phone/13712345678")
                        .json()
                        .path("no")
                        .asInt();
        assertThat(caller.get(path + "/export")
                        .json()
                        .path("held")
                        .path("rejectedRows")
                        .size())
                .isEqualTo(3);

        Answer asked = caller.post(path + "/erasure", "{\"reason\":\"asked by letter\"}");
        String certificatePath = "/api/erasures/" + asked.json().path("id").asLong();
        Waiting.until(() ->
                caller.get(certificatePath).json().path("state").asString().equals("DONE"));

        List<String> rejects = rejects(taken);
        assertThat(rejects).hasSize(6);
        assertThat(String.join("\n", rejects))
                .contains("13787654321")
                .contains("e70")
                .doesNotContain("12345678")
                .doesNotContain("1234-5678")
                .doesNotContain("1234 5678")
                .doesNotContainPattern("\\be7\\b");
        assertThat(upload(failed)).doesNotExist();
        assertThat(upload(ofOthers)).exists();
        JsonNode part = part(caller.get(certificatePath).json());
        assertThat(part.path("rows").asLong()).as(part.toString()).isEqualTo(3 + 4);
        assertThat(part.path("files").findValuesAsString("file"))
                .containsExactly(
                        "imports/" + taken.path("id").asLong() + "/rejects.csv",
                        "imports/" + failed.path("id").asLong() + "/upload");
        assertThat(part.path("files").path(0).path("sha256").asString()).hasSize(64);
        assertThat(part.path("files").path(1).path("sha256").asString()).isEmpty();
    }

    /** The upload of an import that fails, as its map names a column the file lacks. */
    private JsonNode failedImport(byte[] content) {
        JsonNode failed = finished(
                Form.anImport("f.csv", BodyPublishers.ofByteArray(content), MAP.replace("n AS", "m AS"), "erasure")
                        .with("encoding", "GBK")
                        .post(caller, "/api/imports"));
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(upload(failed)).exists();
        return failed;
    }

    private Path upload(JsonNode of) {
        return queue.folder(of.path("id").asLong()).upload();
    }

    private List<String> rejects(JsonNode of) throws IOException {
        return Files.readAllLines(queue.folder(of.path("id").asLong()).rejects());
    }

    private static JsonNode part(JsonNode certificate) {
        for (JsonNode part : certificate.path("parts")) {
            if (part.path("what").asString().contains("imports")) {
                return part;
            }
        }
        throw new AssertionError("no part of imports in " + certificate);
    }

    private JsonNode finished(Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String path = "/api/imports/" + started.json().path("id").asLong();
        Waiting.until(() -> List.of("DONE", "FAILED")
                .contains(caller.get(path).json().path("state").asString()));
        return caller.get(path).json();
    }
}
