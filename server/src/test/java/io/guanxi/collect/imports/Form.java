package io.guanxi.collect.imports;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@code multipart/form-data} request. */
final class Form {

    private static final String BOUNDARY = "a-boundary-of-the-tests";

    private final List<BodyPublisher> parts = new ArrayList<>();

    static Form anImport(String fileName, BodyPublisher content, String map, String source) {
        return new Form()
                .part("source\"", BodyPublishers.ofString(source))
                .part("map\"", BodyPublishers.ofString(map))
                .part("file\"; filename=\"" + fileName + "\"", content);
    }

    static Form anImport(String fileName, String content, String map, String source) {
        return anImport(fileName, BodyPublishers.ofString(content), map, source);
    }

    static Form anImport(Path file, String map, String source) throws FileNotFoundException {
        return anImport(String.valueOf(file.getFileName()), BodyPublishers.ofFile(file), map, source);
    }

    Form with(String name, String value) {
        return part(name + '"', BodyPublishers.ofString(value));
    }

    private Form part(String disposition, BodyPublisher content) {
        parts.add(BodyPublishers.ofString(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + disposition + "\r\n\r\n"));
        parts.add(content);
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    Answer post(Caller caller, String path) {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        return caller.send(
                "POST",
                path,
                BodyPublishers.concat(all.toArray(BodyPublisher[]::new)),
                "multipart/form-data; boundary=" + BOUNDARY);
    }
}
