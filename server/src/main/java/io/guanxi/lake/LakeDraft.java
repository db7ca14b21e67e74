package io.guanxi.lake;

import java.util.List;
import org.apache.iceberg.DataFile;

/** Events that lie in files on the disk and are no part of the lake yet. */
public final class LakeDraft {

    private final List<DataFile> files;

    LakeDraft(List<DataFile> files) {
        this.files = List.copyOf(files);
    }

    List<DataFile> files() {
        return files;
    }

    /** {@return number of events} */
    public long events() {
        return files.stream().mapToLong(DataFile::recordCount).sum();
    }
}
