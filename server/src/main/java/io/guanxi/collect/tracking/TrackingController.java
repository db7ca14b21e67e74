package io.guanxi.collect.tracking;

import io.guanxi.access.WriteKeys;
import io.guanxi.collect.inbox.Acknowledgement;
import io.guanxi.collect.inbox.ArrivedEvent;
import io.guanxi.collect.inbox.Inbox;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Segment-compatible tracking API: official SDKs work unchanged when their host is set to this server. It reads and writes
 * bytes itself: at thousands of requests a second, arguments and answers found by reflection would cost more than the event.
 */
@RestController
class TrackingController {

    private static final int MOST_EVENTS = 2_500;
    private static final long SECONDS_TO_DURABLE = 30;

    private final RequestBody body;
    private final CallReader reader;
    private final Inbox inbox;
    private final MalformedEvents malformedEvents;
    private final JsonMapper json;
    private final Clock clock;

    TrackingController(
            RequestBody body,
            CallReader reader,
            Inbox inbox,
            MalformedEvents malformedEvents,
            JsonMapper json,
            Clock clock) {
        this.body = body;
        this.reader = reader;
        this.inbox = inbox;
        this.malformedEvents = malformedEvents;
        this.json = json;
        this.clock = clock;
    }

    /** What is answered, for the documentation. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrackingAnswer.class)))
    private @interface Answers {}

    @PostMapping({"/v1/track", "/v1/identify", "/v1/group", "/v1/page", "/v1/screen", "/v1/alias"})
    @Answers
    void single(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instant receivedAt = clock.instant();
        String source = sourceOf(request);
        JsonNode call = body.read(request, RequestBody.MOST_EVENT_BYTES);
        Reading reading = reader.read(typeOf(request), call, null, receivedAt, source);
        switch (reading) {
            case Reading.Valid(ArrivedEvent event) -> {
                boolean duplicate = durable(List.of(event)).duplicates().get(0);
                TrackingAnswer.Result result =
                        duplicate ? TrackingAnswer.Result.duplicate(0) : TrackingAnswer.Result.accepted(0);
                write(new TrackingAnswer(true, duplicate ? 0 : 1, duplicate ? 1 : 0, 0, List.of(result)), response);
            }
            case Reading.Malformed malformed -> {
                malformedEvents.keep(source, receivedAt, List.of(malformed), List.of(call));
                throw new Problem(
                        HttpStatus.BAD_REQUEST,
                        malformed.code(),
                        malformed.message(),
                        List.of(new Problem.Fault(null, malformed.field(), malformed.message())));
            }
        }
    }

    @PostMapping({"/v1/batch", "/v1/import"})
    @Answers
    void batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instant receivedAt = clock.instant();
        JsonNode envelope = body.read(request, RequestBody.MOST_BYTES);
        JsonNode calls = envelope.path("batch");
        if (!calls.isArray() || calls.isEmpty()) {
            throw Problem.badRequest("tracking.batch-missing", "The body needs a non-empty array \"batch\".");
        }
        if (calls.size() > MOST_EVENTS) {
            throw Problem.badRequest(
                    "tracking.batch-too-many",
                    "A batch may have " + MOST_EVENTS + " events, this one has " + calls.size()
                            + "; send it in parts.");
        }
        write(new BatchReading(calls, sourceOf(request), receivedAt, sentAt(envelope)).answer(), response);
    }

    private static CallType typeOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        return CallType.of(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
    }

    /** The filter in front has put it there. */
    private static String sourceOf(HttpServletRequest request) {
        return (String) request.getAttribute(WriteKeys.SOURCE);
    }

    private void write(TrackingAnswer answer, HttpServletResponse response) throws IOException {
        byte[] bytes = json.writeValueAsBytes(answer);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static @Nullable Instant sentAt(JsonNode envelope) {
        try {
            return CallFields.instant(envelope, "sentAt");
        } catch (MalformedCall malformed) {
            throw Problem.badRequest("tracking.sent-at-unreadable", String.valueOf(malformed.getMessage()));
        }
    }

    private Acknowledgement durable(List<ArrivedEvent> events) {
        CompletableFuture<Acknowledgement> answer = inbox.submit(events);
        if (answer == null) {
            throw new TooBusy();
        }
        try {
            return answer.get(SECONDS_TO_DURABLE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotDurable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDurable(e);
        }
    }

    /** One batch while it is read, made durable and answered. */
    private final class BatchReading {

        private final List<ArrivedEvent> events = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();
        private final TrackingAnswer.Result[] results;

        BatchReading(JsonNode calls, String source, Instant receivedAt, @Nullable Instant sentAt) {
            this.results = new TrackingAnswer.Result[calls.size()];
            List<Reading.Malformed> malformed = new ArrayList<>();
            List<JsonNode> bodies = new ArrayList<>();
            for (int index = 0; index < calls.size(); index++) {
                JsonNode call = calls.get(index);
                switch (read(call, sentAt, receivedAt, source)) {
                    case Reading.Valid(ArrivedEvent event) -> {
                        events.add(event);
                        places.add(index);
                    }
                    case Reading.Malformed reason -> {
                        results[index] = TrackingAnswer.Result.rejected(index, reason);
                        malformed.add(reason);
                        bodies.add(call);
                    }
                }
            }
            malformedEvents.keep(source, receivedAt, malformed, bodies);
        }

        private Reading read(JsonNode call, @Nullable Instant sentAt, Instant receivedAt, String source) {
            String word = call.path("type").asString("");
            CallType type = CallType.of(word).orElse(null);
            if (type == null) {
                return new Reading.Malformed(
                        "event.type-unknown", "type", "type must be track, identify, group, page, screen or alias");
            }
            if (RequestBody.tooLarge(call)) {
                return new Reading.Malformed("event.too-large", null, "One event may have 32 KB.");
            }
            return reader.read(type, call, sentAt, receivedAt, source);
        }

        TrackingAnswer answer() {
            int duplicate = 0;
            if (!events.isEmpty()) {
                Acknowledgement acknowledgement = durable(events);
                for (int i = 0; i < events.size(); i++) {
                    int index = places.get(i);
                    boolean known = acknowledgement.duplicates().get(i);
                    results[index] =
                            known ? TrackingAnswer.Result.duplicate(index) : TrackingAnswer.Result.accepted(index);
                    duplicate += known ? 1 : 0;
                }
            }
            int rejected = results.length - events.size();
            return new TrackingAnswer(rejected == 0, events.size() - duplicate, duplicate, rejected, List.of(results));
        }
    }
}
