package io.guanxi.collect.tracking;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Requests of the tracking API are counted by the inbox, group by group: a measurement of each by the web layer costs as much
 * processor time as reading its event.
 */
@Configuration(proxyBeanMethods = false)
class TrackingMetrics {

    @Bean
    ObservationPredicate allButTracking() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith("/v1/"));
    }
}
