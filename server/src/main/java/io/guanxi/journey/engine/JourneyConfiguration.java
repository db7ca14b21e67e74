package io.guanxi.journey.engine;

import io.guanxi.audience.AudienceChanges;
import io.guanxi.audience.Audiences;
import io.guanxi.audience.expression.Expression;
import io.guanxi.collect.Arrivals;
import io.guanxi.experiment.Holdouts;
import io.guanxi.identity.Identities;
import io.guanxi.journey.store.JourneyGate;
import io.guanxi.platform.Brand;
import java.time.Clock;
import java.time.Duration;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class JourneyConfiguration {

    /** Shorter than a transaction may stand idle. */
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(20);

    /** More than two keep PostgreSQL from nothing else on a small machine. */
    private static final int LANES = 2;

    /** A worker has no mart to ask. */
    @Bean
    @Profile("worker")
    Questions unansweredQuestions() {
        return new Questions() {
            @Override
            public RoaringBitmap holding(Expression expression, RoaringBitmap among) {
                throw new IllegalStateException("a worker knows no audiences");
            }

            @Override
            public RoaringBitmap members(long audience) {
                throw new IllegalStateException("a worker knows no audiences");
            }

            @Override
            public boolean answered() {
                return false;
            }
        };
    }

    @Bean
    @Profile("!worker")
    Questions journeyQuestions(Audiences audiences) {
        return new Questions() {
            @Override
            public RoaringBitmap holding(Expression expression, RoaringBitmap among) {
                return RoaringBitmap.and(audiences.ask(expression, LONGEST_QUESTION), among);
            }

            @Override
            public RoaringBitmap members(long audience) {
                return audiences.members(audience, LONGEST_QUESTION);
            }
        };
    }

    @Bean
    JourneyEngine journeyEngine(
            JdbcClient postgres,
            TransactionOperations transaction,
            JourneyGate gate,
            PublishedJourneys published,
            Holdouts holdouts,
            Identities identities,
            Questions questions,
            Deeds deeds,
            ObjectProvider<Arrivals> arrivals,
            AudienceChanges changes,
            Brand brand,
            Clock clock) {
        return new JourneyEngine(
                postgres,
                transaction,
                gate,
                published,
                holdouts,
                identities::lastChange,
                questions,
                deeds,
                (consumer, most, reaction) -> arrivals.getObject().consume(consumer, most, reaction),
                changes,
                brand,
                clock,
                JourneyEngine.BATCH,
                new Lanes(LANES));
    }
}
