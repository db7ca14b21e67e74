package io.guanxi.messaging;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A picture: a JPEG or a PNG, by its first bytes. */
public final class Picture implements Pictures.Fetched {

    private final byte[] bytes;
    private final String suffix;

    /**
     * A picture.
     *
     * @param bytes all of it
     * @param suffix of a file that holds it: {@code jpg} or {@code png}
     */
    public Picture(byte[] bytes, String suffix) {
        this.bytes = bytes.clone();
        this.suffix = suffix;
    }

    /** {@return all of it, from its first byte} */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** {@return of a file that holds it: {@code jpg} or {@code png}} */
    public String suffix() {
        return suffix;
    }
}
