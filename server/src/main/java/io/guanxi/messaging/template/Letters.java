package io.guanxi.messaging.template;

import io.guanxi.messaging.Content;
import io.guanxi.messaging.template.ContentTable.ContentItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes letters of templates; two statements for any number of them. */
@Component
public class Letters {

    private final TemplateTable templates;
    private final ContentTable contents;

    Letters(TemplateTable templates, ContentTable contents) {
        this.templates = templates;
        this.contents = contents;
    }

    /**
     * {@return letters of templates' current versions, by number of the template}
     *
     * @param ids of templates, also deleted ones
     */
    public Map<Long, Letter> of(Collection<Long> ids) {
        return letters(templates.find(ids));
    }

    /** {@return the letter that a template would be} */
    Letter of(Template template) {
        return letters(List.of(template)).values().iterator().next();
    }

    private Map<Long, Letter> letters(List<Template> found) {
        Map<Long, Letter> bare = new HashMap<>();
        Set<Long> wanted = new HashSet<>();
        for (Template template : found) {
            Wording wording = template.wording();
            Letter letter = new Letter(
                    template,
                    wording.title() == null ? null : read(wording.title(), wording),
                    read(wording.text(), wording),
                    Map.of(),
                    Map.of());
            bare.put(template.id(), letter);
            wanted.addAll(wording.attachments());
            wanted.addAll(Letter.linked(letter.title(), letter.text()));
        }
        Map<Long, Content> known = wanted.isEmpty()
                ? Map.of()
                : contents.find(wanted).stream().collect(Collectors.toMap(ContentItem::id, ContentItem::content));
        Map<Long, Letter> letters = new HashMap<>();
        bare.forEach((id, letter) -> letters.put(id, with(letter, known)));
        return letters;
    }

    private static Letter with(Letter letter, Map<Long, Content> known) {
        Map<Long, Content> attachments = new LinkedHashMap<>();
        for (Long id : letter.template().wording().attachments()) {
            Content content = known.get(id);
            if (content != null) {
                attachments.put(id, content);
            }
        }
        Map<Long, Content> links = new HashMap<>();
        for (Long id : new ArrayList<>(Letter.linked(letter.title(), letter.text()))) {
            Content content = known.get(id);
            if (content != null) {
                links.put(id, content);
            }
        }
        return new Letter(letter.template(), letter.title(), letter.text(), attachments, links);
    }

    private static WordingText read(String source, Wording wording) {
        return switch (WordingText.read(source, Set.copyOf(wording.variables()))) {
            case WordingText.Reading.Read(var text) -> text;
            case WordingText.Reading.Wrong(var fault) ->
                throw new IllegalStateException("a template was saved that cannot be read: " + fault);
        };
    }
}
