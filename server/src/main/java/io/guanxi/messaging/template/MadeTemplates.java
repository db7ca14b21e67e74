package io.guanxi.messaging.template;

import io.guanxi.messaging.ReadyTemplates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Templates that nobody wrote by hand; held to the same rules. */
@Component
class MadeTemplates implements ReadyTemplates {

    private static final String BY = "guanxi";

    private final Templates templates;
    private final TemplateTable table;

    MadeTemplates(Templates templates, TemplateTable table) {
        this.templates = templates;
        this.table = table;
    }

    @Override
    public long make(
            String name, String channel, String category, @Nullable String title, String text, List<String> variables) {
        Wording wording = new Wording(title, text, List.of(), variables, null);
        templates.check(new Templates.Wish(name, channel, category, "", wording));
        return table.insert(name, channel, category, "", wording, BY);
    }
}
