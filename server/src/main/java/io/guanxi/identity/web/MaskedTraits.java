package io.guanxi.identity.web;

import io.guanxi.access.Masking;
import io.guanxi.identity.Trait;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Traits as the caller may see them: where one names a person, only what their role allows. */
@Component
class MaskedTraits {

    private final Masking masking;
    private final JsonMapper json;

    MaskedTraits(Masking masking, JsonMapper json) {
        this.masking = masking;
        this.json = json;
    }

    List<Trait> of(List<Trait> traits) {
        ObjectNode whole = json.createObjectNode();
        traits.forEach(trait -> whole.set(trait.name(), json.readTree(trait.value())));
        JsonNode masked = json.readTree(masking.traits(json.writeValueAsString(whole)));
        return traits.stream()
                .map(trait -> new Trait(
                        trait.name(),
                        json.writeValueAsString(masked.path(trait.name())),
                        trait.ts(),
                        trait.source(),
                        trait.eventId()))
                .toList();
    }
}
