package io.guanxi.audience.web;

import io.guanxi.access.Masking;
import io.guanxi.audience.engine.Explained;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Sentence;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.ListTable;
import io.guanxi.audience.web.AudienceReason.ReasonCommunity;
import io.guanxi.audience.web.AudienceReason.ReasonTag;
import io.guanxi.community.CommunityId;
import io.guanxi.identity.Identities;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adds to what the mart knows of a member what is kept beside it: traits, consents, tags, lists and other audiences. */
@Component
class AudienceReasons {

    private final Identities identities;
    private final Masking masking;
    private final Tags tags;
    private final TagCarriers carriers;
    private final ListTable lists;
    private final AudienceTable audiences;

    AudienceReasons(
            Identities identities,
            Masking masking,
            Tags tags,
            TagCarriers carriers,
            ListTable lists,
            AudienceTable audiences) {
        this.identities = identities;
        this.masking = masking;
        this.tags = tags;
        this.carriers = carriers;
        this.lists = lists;
        this.audiences = audiences;
    }

    /** {@return why an expression holds for a member or not, with all that decides it} */
    AudienceReason of(Explained explained, int member) {
        return new AudienceReason(
                explained.pointer(),
                Sentence.of(explained.expression()),
                explained.holds(),
                facts(explained, member),
                explained.expression() instanceof Expression.Tagged(var in) ? tags(in, member) : List.of(),
                explained.stays().stream()
                        .map(it -> new ReasonCommunity(
                                new CommunityId(it.community()).text(),
                                it.community(),
                                it.belongs(),
                                it.stage(),
                                it.role()))
                        .toList(),
                explained.of().stream().map(part -> of(part, member)).toList());
    }

    private Map<String, String> facts(Explained explained, int member) {
        Map<String, String> facts = new LinkedHashMap<>(explained.facts());
        switch (explained.expression()) {
            case Expression.Trait(var name, var _) -> trait(name, member, facts);
            case Expression.TraitDay(var name, var _, var _) -> trait(name, member, facts);
            case Expression.Consent(var channel, var _) ->
                identities.consentOf(member).stream()
                        .filter(consent -> consent.channel().equals(channel))
                        .forEach(consent -> {
                            facts.put("granted", Boolean.toString(consent.granted()));
                            facts.put("since", consent.since().toString());
                        });
            case Expression.InList(long id) ->
                lists.find(id).ifPresent(list -> {
                    facts.put("list", list.name());
                    facts.put("on_list", Boolean.toString(explained.holds()));
                    facts.put("uploaded_at", list.createdAt().toString());
                    facts.put("uploaded_by", list.createdBy());
                });
            case Expression.InAudience(long id, var on) -> {
                audiences.find(id).ifPresent(audience -> facts.put("audience", audience.name()));
                if (on != null) {
                    facts.put("snapshot", on.toString());
                    facts.put("in_snapshot", Boolean.toString(explained.holds()));
                }
            }
            default -> {
                // the mart knew all there is
            }
        }
        return facts;
    }

    private void trait(String name, int member, Map<String, String> facts) {
        identities.traitsOf(member).stream()
                .filter(trait -> trait.name().equals(name))
                .forEach(trait -> facts.put(
                        "trait", masking.traits("{\"" + name.replace("\"", "") + "\":" + trait.value() + "}")));
    }

    private List<ReasonTag> tags(List<Integer> in, int member) {
        return carriers.carriedBy(member).stream()
                .filter(carried -> in.contains(carried.tag()))
                .map(carried -> new ReasonTag(
                        carried.tag(),
                        tags.find(carried.tag()).map(Tag::name).orElse(Integer.toString(carried.tag())),
                        carried.by(),
                        carried.taggedAt(),
                        carried.expiresAt()))
                .toList();
    }
}
