package io.guanxi.experiment.assignment;

import io.guanxi.audience.AudienceHoldout;
import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.AudienceUses.AudienceUse;
import io.guanxi.audience.Audiences;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.experiment.HoldoutNames;
import io.guanxi.experiment.HoldoutSubject;
import io.guanxi.experiment.HoldoutSubject.Kind;
import io.guanxi.experiment.Holdouts;
import java.time.Clock;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Audiences and their holdouts. */
@Configuration(proxyBeanMethods = false)
class AudienceActions {

    @Bean
    AudienceHoldout audienceHoldout(Holdouts holdouts, GlobalHoldout global, Clock clock) {
        return new AudienceHoldout() {
            @Override
            public RoaringBitmap admit(long audience, RoaringBitmap members) {
                return holdouts.admit(new HoldoutSubject(Kind.AUDIENCE, audience), members, clock.instant());
            }

            @Override
            public RoaringBitmap heldOut(RoaringBitmap members) {
                return global.heldOut(members);
            }
        };
    }

    /** While they are planned or run. */
    @Bean
    AudienceUses audiencesOfExperiments(ExperimentTable experiments) {
        return () -> experiments.all().stream()
                .filter(experiment -> experiment.state() != State.STOPPED)
                .flatMap(experiment -> audience(experiment).stream()
                        .map(audience -> new AudienceUse(
                                audience,
                                "experiment",
                                experiment.id(),
                                experiment.design().name())))
                .toList();
    }

    private static Optional<Long> audience(Experiment experiment) {
        String subject = experiment.subject();
        String prefix = HoldoutSubject.prefix(Kind.AUDIENCE);
        return subject != null && subject.startsWith(prefix)
                ? Optional.of(Long.valueOf(subject.substring(prefix.length())))
                : Optional.ofNullable(experiment.design().audience());
    }

    @Bean
    HoldoutNames audienceNames(ObjectProvider<Audiences> audiences) {
        return new HoldoutNames(Kind.AUDIENCE, number -> audiences.getObject().name(number));
    }
}
