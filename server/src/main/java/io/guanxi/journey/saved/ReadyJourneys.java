package io.guanxi.journey.saved;

import io.guanxi.access.BrandFace;
import io.guanxi.audience.Audiences;
import io.guanxi.journey.graph.GraphYaml;
import io.guanxi.journey.store.JourneyTable;
import io.guanxi.messaging.ReadyTemplates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Journeys that every brand begins with: drafts that can be published as they are, with their words as templates. They can be
 * changed; one that was deleted does not come back. {@code $key} stands for the ready-made audience of that key, {@code say} of a
 * message for the template that is made of it in the brand's language.
 */
@Component
class ReadyJourneys {

    private static final List<String> KEYS = List.of(
            "new-friend-t7",
            "falling-silent",
            "insurance-t-plus",
            "content-timeline",
            "funnel-camp-7",
            "companion-camp-21",
            "koc-invitation",
            "community-invitation");
    private static final Pattern AUDIENCE = Pattern.compile("\\$([a-z0-9-]+)");
    private static final String OWNER = "guanxi";

    private final JourneyTable table;
    private final Audiences audiences;
    private final ReadyTemplates templates;
    private final TransactionOperations transaction;
    private final BrandFace brand;
    private final Set<String> installed = ConcurrentHashMap.newKeySet();

    ReadyJourneys(
            JourneyTable table,
            Audiences audiences,
            ReadyTemplates templates,
            TransactionOperations transaction,
            BrandFace brand) {
        this.table = table;
        this.audiences = audiences;
        this.templates = templates;
        this.transaction = transaction;
        this.brand = brand;
    }

    /** Keeps those that were never there; the audiences they ask for are made by their own module soon after a first start. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
    void install() {
        for (String key : KEYS) {
            if (!installed.contains(key) && (table.isReady(key) || install(key))) {
                installed.add(key);
            }
        }
    }

    private boolean install(String key) {
        Optional<JsonNode> definition = definition(key);
        definition.ifPresent(json -> transaction.executeWithoutResult(status -> {
            String name = json.path("name").asString();
            for (JsonNode node : json.path("nodes")) {
                if (node instanceof ObjectNode message && message.remove("say") instanceof ObjectNode say) {
                    message.put("template", template(name, message.path("key").asString(), say));
                }
            }
            if (table.insert(key, name, json, OWNER).isEmpty()) {
                status.setRollbackOnly(); // another server was first
            }
        }));
        return definition.isPresent();
    }

    private long template(String journey, String node, JsonNode say) {
        return templates.make(
                inLanguage(journey) + " · " + node,
                say.path("channel").asString(),
                say.path("category").asString(),
                say.path("title").path(language()).asString(null),
                say.path(language()).asString(),
                say.path("variables").valueStream().map(JsonNode::asString).toList());
    }

    private String language() {
        return Locale.forLanguageTag(brand.locale()).getLanguage().equals("zh") ? "zh" : "en";
    }

    private String inLanguage(String name) {
        String[] names = name.split(" · ", 2);
        return language().equals("zh") ? names[0] : names[names.length - 1];
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
