package io.guanxi.messaging.template;

import io.guanxi.experiment.HoldoutNames;
import io.guanxi.experiment.HoldoutSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Templates may have holdouts. */
@Configuration(proxyBeanMethods = false)
class TemplateHoldouts {

    @Bean
    HoldoutNames namesOfTemplates(TemplateTable templates) {
        return new HoldoutNames(
                HoldoutSubject.Kind.TEMPLATE, number -> templates.find(number).map(Template::name));
    }
}
