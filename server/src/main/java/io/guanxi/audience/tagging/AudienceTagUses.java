package io.guanxi.audience.tagging;

import io.guanxi.audience.expression.References;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.TagRuleTable;
import io.guanxi.tag.TagUses;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Audiences that ask for tags, and rules that keep them current. */
@Component
final class AudienceTagUses implements TagUses {

    private final AudienceTable audiences;
    private final TagRuleTable rules;

    AudienceTagUses(AudienceTable audiences, TagRuleTable rules) {
        this.audiences = audiences;
        this.rules = rules;
    }

    @Override
    public List<TagUse> all() {
        return Stream.concat(
                        audiences.all().stream().flatMap(audience -> References.tags(audience.expression()).stream()
                                .map(tag -> new TagUse(tag, "audience", audience.id(), audience.name()))),
                        rules.all().stream().map(rule -> new TagUse(rule.tag(), "rule", rule.id(), rule.name())))
                .toList();
    }
}
