package io.guanxi.tag.web;

import io.guanxi.access.Masking;
import io.guanxi.identity.HeldIdentifier;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Member;
import io.guanxi.identity.Trait;
import io.guanxi.tag.CarriedTag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names the members of a page; three statements a page, whatever its length. */
@Component
class TaggedMembers {

    private final Identities identities;
    private final Masking masking;
    private final JsonMapper json;

    TaggedMembers(Identities identities, Masking masking, JsonMapper json) {
        this.identities = identities;
        this.masking = masking;
        this.json = json;
    }

    List<TaggedMember> of(List<CarriedTag> carried) {
        List<Integer> numbers = carried.stream().map(CarriedTag::memberNo).toList();
        Map<Integer, Member> members = identities.members(numbers);
        Map<Integer, List<Trait>> traits = identities.traitsOf(numbers);
        Map<Integer, List<HeldIdentifier>> identifiers = identities.identifiersOf(numbers);
        return carried.stream()
                .map(it -> {
                    Member member = members.get(it.memberNo());
                    return new TaggedMember(
                            it.memberNo(),
                            name(traits.getOrDefault(it.memberNo(), List.of())),
                            phone(identifiers.getOrDefault(it.memberNo(), List.of())),
                            member == null ? null : member.channel(),
                            it.by(),
                            it.taggedAt(),
                            it.expiresAt());
                })
                .toList();
    }

    private @Nullable String name(List<Trait> traits) {
        return traits.stream()
                .filter(trait -> trait.name().equals("name"))
                .findFirst()
                .map(trait -> json.readTree(trait.value()))
                .filter(JsonNode::isString)
                .map(value -> masking.name(value.asString()))
                .orElse(null);
    }

    private @Nullable String phone(List<HeldIdentifier> identifiers) {
        return identifiers.stream()
                .filter(held -> held.kind().equals("phone"))
                .findFirst()
                .map(held -> masking.phone(held.key()))
                .orElse(null);
    }
}
