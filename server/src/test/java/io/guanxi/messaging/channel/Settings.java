package io.guanxi.messaging.channel;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as Spring reads them, the others as they are by default. */
final class Settings {

    private Settings() {}

    static MessagingSettings of(Map<String, String> settings) {
        Map<String, String> named = settings.entrySet().stream()
                .collect(Collectors.toMap(entry -> "guanxi.messaging." + entry.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("guanxi.messaging", MessagingSettings.class);
    }
}
