package io.guanxi.community;

import io.guanxi.community.figures.CommunityFigures;
import io.guanxi.community.figures.PeriodFigures;
import io.guanxi.mart.Mart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures of the brand's mart. */
@Configuration(proxyBeanMethods = false)
class CommunityConfiguration {

    @Bean
    CommunityFigures communityFigures(Mart mart) {
        return new CommunityFigures(mart.sql());
    }

    @Bean
    PeriodFigures periodFigures(Mart mart) {
        return new PeriodFigures(mart.sql());
    }
}
