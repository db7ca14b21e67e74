package io.guanxi.audience.live;

import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.Ground;
import io.guanxi.audience.engine.Knowledge;
import io.guanxi.audience.engine.Tallies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class AudienceConfiguration {

    @Bean
    Engine audienceEngine(Ground ground, Knowledge knowledge) {
        return new Engine(ground, knowledge);
    }

    @Bean
    Tallies audienceTallies(Ground ground) {
        return new Tallies(ground);
    }
}
