package io.guanxi.collect.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An event name of the catalogue, {@code event-catalogue.yaml}.
 *
 * @param event the name
 * @param zh the name in Chinese
 * @param meaning what it says, in a few words
 * @param meaningZh the same in Chinese
 * @param dimension of member value it counts for by default, or null
 * @param properties those it usually has
 */
record StandardEvent(
        String event,
        String zh,
        String meaning,
        String meaningZh,
        @Nullable String dimension,
        List<String> properties) {

    private static final String FILE = "/event-catalogue.yaml";

    StandardEvent {
        properties = List.copyOf(properties);
    }

    static List<StandardEvent> all() {
        try (InputStream file = StandardEvent.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            List<StandardEvent> events = new ArrayList<>();
            Iterable<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            entries.forEach(entry -> events.add(of(entry)));
            return List.copyOf(events);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static String text(Map<String, Object> entry, String name) {
        if (entry.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalStateException(FILE + " has no " + name + " of " + entry.get("event"));
    }

    private static StandardEvent of(Map<String, Object> entry) {
        List<String> properties = new ArrayList<>();
        if (entry.get("properties") instanceof Iterable<?> names) {
            names.forEach(name -> properties.add(String.valueOf(name)));
        }
        Object dimension = entry.get("dimension");
        return new StandardEvent(
                String.valueOf(entry.get("event")),
                text(entry, "zh"),
                text(entry, "meaning"),
                text(entry, "meaningZh"),
                dimension == null ? null : dimension.toString(),
                properties);
    }
}
