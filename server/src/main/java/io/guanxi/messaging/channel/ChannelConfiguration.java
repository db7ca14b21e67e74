package io.guanxi.messaging.channel;

import io.guanxi.messaging.Channel;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Channels that differ by their settings only. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    Channel smsChannel(MessagingSettings settings, SignedCalls calls, JsonMapper json) {
        return new HttpProvider("sms", settings.sms(), false, List.of("phone"), calls, json);
    }

    @Bean
    Channel pushChannel(MessagingSettings settings, SignedCalls calls, JsonMapper json) {
        return new HttpProvider("push", settings.push(), true, List.of("device"), calls, json);
    }
}
