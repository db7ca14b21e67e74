package io.guanxi.community.web;

import io.guanxi.access.Masking;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Trait;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What members are called, as far as the caller may know. */
@Component
class MemberNames {

    private static final String TRAIT = "name";

    private final Identities identities;
    private final Masking masking;
    private final JsonMapper json;

    MemberNames(Identities identities, Masking masking, JsonMapper json) {
        this.identities = identities;
        this.masking = masking;
        this.json = json;
    }

    /**
     * {@return the names of those who have one, masked where the caller may not see them}
     *
     * @param members a page of member numbers
     */
    Map<Integer, String> of(Collection<Integer> members) {
        Map<Integer, String> names = new HashMap<>();
        identities.traitsOf(members).forEach((member, traits) -> {
            for (Trait trait : traits) {
                String name = trait.name().equals(TRAIT) ? masking.name(text(trait)) : null;
                if (name != null) {
                    names.put(member, name);
                }
            }
        });
        return names;
    }

    private String text(Trait trait) {
        return json.readTree(trait.value()).asString("");
    }
}
