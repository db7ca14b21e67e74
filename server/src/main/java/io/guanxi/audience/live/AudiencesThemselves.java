package io.guanxi.audience.live;

import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.expression.References;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.TagRuleTable;
import io.guanxi.tag.Tag;
import io.guanxi.tag.Tags;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Audiences that other audiences ask for, and those that keep a tag current. */
@Component
class AudiencesThemselves implements AudienceUses {

    private final AudienceTable audiences;
    private final TagRuleTable rules;
    private final Tags tags;

    AudiencesThemselves(AudienceTable audiences, TagRuleTable rules, Tags tags) {
        this.audiences = audiences;
        this.rules = rules;
        this.tags = tags;
    }

    @Override
    public List<AudienceUse> all() {
        return Stream.concat(
                        audiences.uses().stream(),
                        rules.all().stream()
                                .map(rule -> new AudienceUse(
                                        rule.audience(),
                                        "tag",
                                        rule.tag(),
                                        tags.find(rule.tag()).map(Tag::name).orElse(rule.name()))))
                .toList();
    }

    @Override
    public Set<References.Snapshot> snapshots() {
        return audiences.all().stream()
                .flatMap(audience -> References.snapshots(audience.expression()).stream())
                .collect(Collectors.toSet());
    }
}
