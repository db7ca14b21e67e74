package io.guanxi.messaging.template;

import io.guanxi.experiment.HoldoutNames;
import io.guanxi.experiment.HoldoutSubject.Kind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Templates may have holdouts. */
@Component
class TemplateNames implements HoldoutNames {

    private final TemplateTable templates;

    TemplateNames(TemplateTable templates) {
        this.templates = templates;
    }

    @Override
    public Kind kind() {
        return Kind.TEMPLATE;
    }

    @Override
    public Optional<String> name(long number) {
        return templates.find(number).map(Template::name);
    }
}
