package io.guanxi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup gives back what was there, or refuses. */
class BackupTests {

    private Path room;
    private Path data;
    private Path file;
    private Path restored;

    @BeforeEach
    void aDataFolder(@TempDir Path empty) throws IOException {
        room = empty;
        data = room.resolve("data");
        file = room.resolve("brand.tar.gz");
        restored = room.resolve("restored");
        write("postgres/PG_VERSION", "18");
        write("postgres/base/1/" + "long".repeat(40), "row");
        Files.createDirectories(data.resolve("postgres/pg_notify"));
        write("lake/guanxi/event/day=2026-05-01/资料.parquet", "PAR1".repeat(5000));
        write("postgres.password", "secret");
        write("mart/guanxi.duckdb", "derived");
        write("temp/spill", "derived");
        write("postgres/postmaster.pid", "999999999\n");
    }

    @Test
    void whatIsRestoredIsWhatWasThereLessWhatIsRebuilt() throws IOException {
        assertThat(backup().exit()).isZero();
        Spoken spoken = restore();

        assertThat(spoken.exit()).as(spoken.err()).isZero();
        assertThat(spoken.out()).startsWith("files 4");
        assertThat(names(restored))
                .containsExactlyInAnyOrderElementsOf(names(data)
                        .filter(name -> !name.startsWith("mart") && !name.startsWith("temp"))
                        .filter(name -> !name.equals("server.lock") && !name.endsWith("postmaster.pid"))
                        .toList());
        assertThat(restored.resolve("lake/guanxi/event/day=2026-05-01/资料.parquet"))
                .hasSameBinaryContentAs(data.resolve("lake/guanxi/event/day=2026-05-01/资料.parquet"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve("postgres"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderInUseIsNotBackedUp() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        data.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            Spoken spoken = backup();

            assertThat(spoken.exit()).isEqualTo(1);
            assertThat(spoken.err()).contains("a server is running on");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
        backup();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 64; i++) { // one bit may lie in a header that means nothing
            bytes[bytes.length / 2 + i] ^= 0x20;
        }
        Files.write(file, bytes);

        assertRefused(restore(), "is damaged");
    }

    @Test
    void aBackupThatWasCutOffIsRefused() throws IOException {
        backup();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertRefused(restore(), "ends too early");
    }

    @Test
    void anArchiveWithoutChecksumsIsRefused() throws IOException {
        archive("postgres/PG_VERSION", "18");

        assertRefused(restore(), "has no manifest");
    }

    @Test
    void aFileThatIsNotTheOneWrittenIsNamed() throws IOException {
        archive(
                "postgres/PG_VERSION",
                "17",
                Archive.MANIFEST,
                "{\"format\":1,\"createdAt\":\"2026-05-01T00:00:00Z\",\"checksums\":{\"postgres/PG_VERSION\":\"00\"}}");

        assertRefused(restore(), "  postgres/PG_VERSION");
    }

    @Test
    void anArchiveCannotWriteOutsideItsFolder() throws IOException {
        archive("../escaped", "x");

        assertRefused(restore(), "names a file outside its folder");
        assertThat(room.resolve("escaped")).doesNotExist();
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        backup();

        assertThat(backup().err()).contains("is there already");
        assertThat(Spoken.by("restore", "--from", file.toString(), "--data", data.toString())
                        .err())
                .contains("is not empty");
        assertThat(Spoken.by(
                                "backup",
                                "--data",
                                data.toString(),
                                "--to",
                                data.resolve("b.tar.gz").toString())
                        .err())
                .contains("may not lie in the folder");
    }

    private Spoken backup() {
        return Spoken.by("backup", "--data", data.toString(), "--to", file.toString());
    }

    private Spoken restore() {
        return Spoken.by("restore", "--from", file.toString(), "--data", restored.toString());
    }

    private void assertRefused(Spoken spoken, String because) throws IOException {
        assertThat(spoken.exit()).isEqualTo(1);
        assertThat(spoken.err()).contains(because);
        assertThat(names(room).filter(name -> name.contains("restor"))).isEmpty();
    }

    private void archive(String... namesAndContents) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(file)), "UTF-8")) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(namesAndContents[i]);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
    }

    private void write(String name, String content) throws IOException {
        Path path = data.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static Stream<String> names(Path folder) throws IOException {
        return Files.walk(folder).map(folder::relativize).map(Path::toString).filter(name -> !name.isEmpty());
    }
}
