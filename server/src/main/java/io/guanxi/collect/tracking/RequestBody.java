package io.guanxi.collect.tracking;

import io.guanxi.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a tracking request's JSON, plain or gzipped, with Segment's limits. */
@Component
final class RequestBody {

    static final int MOST_BYTES = 500 * 1024;
    static final int MOST_EVENT_BYTES = 32 * 1024;

    private final JsonMapper json;

    RequestBody(JsonMapper json) {
        this.json = json;
    }

    JsonNode read(HttpServletRequest request, int most) {
        try {
            byte[] bytes = decoded(request).readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return json.readTree(bytes);
        } catch (JacksonException e) {
            throw Problem.badRequest(
                    "tracking.json-invalid", "The body is no valid JSON: " + e.getOriginalMessage() + where(e));
        } catch (IOException e) {
            throw Problem.badRequest("tracking.body-unreadable", "The body ended early or is no valid gzip.");
        }
    }

    /**
     * {@return whether one event of a batch is larger than allowed, as compact JSON in UTF-8}
     *
     * @param event the event
     */
    static boolean tooLarge(JsonNode event) {
        return CompactJson.atMostBytes(event) > MOST_EVENT_BYTES
                && CompactJson.of(event).getBytes(StandardCharsets.UTF_8).length > MOST_EVENT_BYTES;
    }

    private static Problem tooLarge(int most) {
        String what = most == MOST_EVENT_BYTES ? "event" : "batch";
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "tracking." + what + "-too-large",
                "One " + what + " may have " + most / 1024 + " KB; send less in one request.",
                List.of());
    }

    private static InputStream decoded(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return "gzip".equalsIgnoreCase(encoding)
                ? new GZIPInputStream(request.getInputStream())
                : request.getInputStream();
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
