package io.guanxi.experiment.assignment;

import io.guanxi.audience.AudienceHoldout;
import io.guanxi.audience.Audiences;
import io.guanxi.experiment.HoldoutNames;
import io.guanxi.experiment.HoldoutSubject;
import io.guanxi.experiment.HoldoutSubject.Kind;
import io.guanxi.experiment.Holdouts;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Audiences and their holdouts. */
@Configuration(proxyBeanMethods = false)
class AudienceActions {

    @Bean
    AudienceHoldout audienceHoldout(Holdouts holdouts, Clock clock) {
        return (audience, members) ->
                holdouts.admit(new HoldoutSubject(Kind.AUDIENCE, audience), members, clock.instant());
    }

    @Bean
    HoldoutNames audienceNames(ObjectProvider<Audiences> audiences) {
        return new HoldoutNames() {
            @Override
            public Kind kind() {
                return Kind.AUDIENCE;
            }

            @Override
            public Optional<String> name(long number) {
                return audiences.getObject().name(number);
            }
        };
    }
}
