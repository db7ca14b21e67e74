package io.guanxi.command;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A {@code multipart/form-data} body whose files are read while they are sent. */
final class Multipart {

    private final String boundary = "guanxi-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    Multipart text(String name, String value) {
        return part(
                "form-data; name=\"" + quoted(name) + '"', "text/plain; charset=utf-8", BodyPublishers.ofString(value));
    }

    Multipart file(String name, Path file) throws FileNotFoundException {
        String fileName = quoted(String.valueOf(file.getFileName()));
        return part(
                "form-data; name=\"" + quoted(name) + "\"; filename=\"" + fileName + '"',
                "application/octet-stream",
                BodyPublishers.ofFile(file));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private Multipart part(String disposition, String type, BodyPublisher content) {
        parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: " + disposition
                + "\r\nContent-Type: " + type + "\r\n\r\n"));
        parts.add(content);
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    /** As browsers write names: what would end the header or the quotes is percent-encoded. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
