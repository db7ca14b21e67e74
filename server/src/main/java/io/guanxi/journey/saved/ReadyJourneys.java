package io.guanxi.journey.saved;

import io.guanxi.audience.Audiences;
import io.guanxi.journey.graph.GraphYaml;
import io.guanxi.journey.store.JourneyTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Journeys that every brand begins with: drafts whose messages still want their templates. They can be changed; one that was
 * deleted does not come back. {@code $key} stands for the ready-made audience of that key.
 */
@Component
class ReadyJourneys {

    private static final List<String> KEYS = List.of("new-friend-t7", "falling-silent", "insurance-t-plus");
    private static final Pattern AUDIENCE = Pattern.compile("\\$([a-z0-9-]+)");
    private static final String OWNER = "guanxi";

    private final JourneyTable table;
    private final Audiences audiences;
    private final Set<String> installed = ConcurrentHashMap.newKeySet();

    ReadyJourneys(JourneyTable table, Audiences audiences) {
        this.table = table;
        this.audiences = audiences;
    }

    /** Keeps those that were never there; the audiences they ask for are made by their own module soon after a first start. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
    void install() {
        KEYS.stream().filter(key -> !installed.contains(key)).forEach(key -> definition(key)
                .ifPresent(json -> {
                    table.insert(key, json.path("name").asString(), json, OWNER);
                    installed.add(key);
                }));
    }

    /** {@return a ready-made journey; empty while an audience it asks for is missing} */
    Optional<JsonNode> definition(String key) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = AUDIENCE.matcher(read(key));
        while (matcher.find()) {
            Optional<Long> audience = audiences.ready(matcher.group(1));
            if (audience.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(text, Long.toString(audience.get()));
        }
        matcher.appendTail(text);
        return Optional.of(GraphYaml.toJson(text.toString()));
    }

    private static String read(String key) {
        try (InputStream file = ReadyJourneys.class.getResourceAsStream("/journeys/" + key + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("the journey " + key + " is missing from the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
