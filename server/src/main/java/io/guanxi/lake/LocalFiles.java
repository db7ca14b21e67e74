package io.guanxi.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/** Iceberg's files on the local disk, without Hadoop; what is written is on the disk before it is committed. */
final class LocalFiles implements FileIO {

    private static final long serialVersionUID = 1L;

    private final Warehouse warehouse;

    LocalFiles(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public InputFile newInputFile(String location) {
        return new LocalInput(
                location,
                org.apache.iceberg.Files.localInput(warehouse.pathOf(location).toFile()));
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new DurableOutput(this, location);
    }

    @Override
    public void deleteFile(String location) {
        try {
            Files.deleteIfExists(warehouse.pathOf(location));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + location, e);
        }
    }

    /** Makes sure a written file survives a power cut. */
    static void force(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + " to the disk", e);
        }
    }

    /** A file that knows itself by the location it was asked for, as the catalog compares locations. */
    private record LocalInput(String location, InputFile file) implements InputFile {

        @Override
        public long getLength() {
            return file.getLength();
        }

        @Override
        public SeekableInputStream newStream() {
            return file.newStream();
        }

        @Override
        public boolean exists() {
            return file.exists();
        }
    }

    private record DurableOutput(LocalFiles files, String location) implements OutputFile {

        @Override
        public PositionOutputStream create() {
            return durable(org.apache.iceberg.Files.localOutput(
                            files.warehouse.pathOf(location).toFile())
                    .create());
        }

        @Override
        public PositionOutputStream createOrOverwrite() {
            return durable(org.apache.iceberg.Files.localOutput(
                            files.warehouse.pathOf(location).toFile())
                    .createOrOverwrite());
        }

        @Override
        public InputFile toInputFile() {
            return files.newInputFile(location);
        }

        private PositionOutputStream durable(PositionOutputStream stream) {
            return new DurableStream(stream, files.warehouse.pathOf(location));
        }
    }

    private static final class DurableStream extends PositionOutputStream {

        private final PositionOutputStream stream;
        private final Path file;
        private boolean closed;

        DurableStream(PositionOutputStream stream, Path file) {
            this.stream = stream;
            this.file = file;
        }

        @Override
        public long getPos() throws IOException {
            return stream.getPos();
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stream.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                stream.close();
                force(file);
            }
        }
    }
}
