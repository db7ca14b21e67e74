package io.guanxi.identity;

import java.util.List;

/**
 * What one store erased; goes into the certificate, so it holds no personal data.
 *
 * @param what the store, in words, e.g. {@code events of the lake}
 * @param rows how many rows it removed
 * @param files files that were rewritten or removed
 */
public record ErasedPart(String what, long rows, List<ErasedFile> files) {

    /** Copies the files. */
    public ErasedPart {
        files = List.copyOf(files);
    }

    /**
     * A file that held the person's data.
     *
     * @param file its name within the data folder
     * @param sha256 hash of what stands there or in its place now, in hex; empty where nothing does
     */
    public record ErasedFile(String file, String sha256) {}
}
