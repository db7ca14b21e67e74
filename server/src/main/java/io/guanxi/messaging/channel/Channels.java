package io.guanxi.messaging.channel;

import io.guanxi.messaging.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All channels of this server. */
@Component
public class Channels {

    private final Map<String, Channel> byName;

    Channels(List<Channel> channels) {
        this.byName = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    }

    /** {@return all, by name} */
    public List<Channel> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Channel::name))
                .toList();
    }

    /** {@return names of those that are set up} */
    public Set<String> ready() {
        return byName.values().stream()
                .filter(Channel::ready)
                .map(Channel::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return a channel}
     *
     * @param name its name
     */
    public Optional<Channel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
