package io.guanxi.messaging.policy;

import io.guanxi.identity.Consent;
import io.guanxi.identity.HeldIdentifier;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Member;
import io.guanxi.identity.Trait;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known of the members of a batch: a few statements, whatever the batch's size. */
@Component
public class Known {

    private final Identities identities;
    private final JsonMapper json;

    Known(Identities identities, JsonMapper json) {
        this.identities = identities;
        this.json = json;
    }

    /**
     * Members of a batch.
     *
     * @param survivors the live member behind each number; who is gone is missing
     * @param numbers each number ever given to one of them, with the live member
     * @param members live members by number
     * @param identifiers what they are known by
     * @param traits what was said of them, as plain text, by member and name
     * @param consents by member and channel
     */
    public record Members(
            Map<Integer, Integer> survivors,
            Map<Integer, Integer> numbers,
            Map<Integer, Member> members,
            Map<Integer, List<HeldIdentifier>> identifiers,
            Map<Integer, Map<String, String>> traits,
            Map<Integer, Map<String, Boolean>> consents) {

        /**
         * {@return a member's address, or null}
         *
         * @param memberNo the live member
         * @param kinds of identifiers that serve, the best first
         */
        public @Nullable String address(int memberNo, List<String> kinds) {
            List<HeldIdentifier> held = identifiers.getOrDefault(memberNo, List.of());
            for (String kind : kinds) {
                for (HeldIdentifier identifier : held) {
                    if (identifier.kind().equals(kind)) {
                        return identifier.key();
                    }
                }
            }
            return null;
        }

        /**
         * {@return {@code kind:key} of all that a member is known by, strong kinds first}
         *
         * @param memberNo the live member
         */
        public List<String> names(int memberNo) {
            return identifiers.getOrDefault(memberNo, List.of()).stream()
                    .limit(1)
                    .map(held -> held.kind() + ":" + held.key())
                    .toList();
        }
    }

    /**
     * {@return what is known}
     *
     * @param memberNos any numbers, a few thousand at most
     */
    public Members of(Collection<Integer> memberNos) {
        Map<Integer, Integer> survivors = identities.survivorsOf(Set.copyOf(memberNos));
        Set<Integer> live = new HashSet<>(survivors.values());
        Map<Integer, Integer> numbers = new HashMap<>(identities.mergedInto(live));
        live.forEach(no -> numbers.put(no, no));
        Map<Integer, Map<String, String>> traits = new HashMap<>();
        identities.traitsOf(live).forEach((no, all) -> traits.put(no, plain(all)));
        Map<Integer, Map<String, Boolean>> consents = new HashMap<>();
        identities
                .consentOf(live)
                .forEach((no, all) ->
                        consents.put(no, all.stream().collect(Collectors.toMap(Consent::channel, Consent::granted))));
        return new Members(
                survivors, numbers, identities.members(live), identities.identifiersOf(live), traits, consents);
    }

    private Map<String, String> plain(List<Trait> traits) {
        Map<String, String> plain = HashMap.newHashMap(traits.size());
        for (Trait trait : traits) {
            plain.put(trait.name(), plain(trait.value()));
        }
        return plain;
    }

    /** A text without escapes, as nearly all are, is its own inside. */
    private String plain(String value) {
        if (value.length() >= 2 && value.charAt(0) == '"' && value.indexOf('\\') < 0) {
            return value.substring(1, value.length() - 1);
        }
        JsonNode read = json.readTree(value);
        return read.isValueNode() ? read.asString() : read.toString();
    }
}
