package io.guanxi.experiment.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages sent on a channel, and what one of them costs.
 *
 * @param channel its name
 * @param messages how many
 * @param costPerMessage in the brand's currency, or null where it is not known
 */
public record ChannelSent(
        String channel, long messages, @Nullable BigDecimal costPerMessage) {

    /** {@return the channels with any message, by name} */
    static List<ChannelSent> of(Map<String, Long> messages, Map<String, BigDecimal> costs) {
        return messages.entrySet().stream()
                .filter(channel -> channel.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(channel -> new ChannelSent(channel.getKey(), channel.getValue(), costs.get(channel.getKey())))
                .toList();
    }
}
