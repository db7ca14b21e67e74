package io.guanxi.messaging.template;

import io.guanxi.access.BrandFace;
import io.guanxi.access.CurrentUser;
import io.guanxi.access.Masking;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Member;
import io.guanxi.identity.Trait;
import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.channel.Channels;
import io.guanxi.messaging.template.Templates.Wish;
import io.guanxi.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a member would read. Nothing is sent and no link is made. */
@Component
public class Preview {

    private final Letters letters;
    private final Channels channels;
    private final Identities identities;
    private final Masking masking;
    private final CurrentUser currentUser;
    private final BrandFace brand;
    private final JsonMapper json;

    Preview(
            Letters letters,
            Channels channels,
            Identities identities,
            Masking masking,
            CurrentUser currentUser,
            BrandFace brand,
            JsonMapper json) {
        this.letters = letters;
        this.channels = channels;
        this.identities = identities;
        this.masking = masking;
        this.currentUser = currentUser;
        this.brand = brand;
        this.json = json;
    }

    /**
     * What a member would read.
     *
     * @param memberNo the live member
     * @param masked whether personal data are masked in it
     * @param title or null
     * @param text the words; empty where they cannot be said
     * @param attachments what goes with them
     * @param characters of the text
     * @param bytes of the text in UTF-8
     * @param reason why it cannot be said to this member, or null
     * @param detail more of that, or null
     */
    public record TemplatePreview(
            int memberNo,
            boolean masked,
            @Nullable String title,
            String text,
            List<Content> attachments,
            int characters,
            int bytes,
            @Nullable String reason,
            @Nullable String detail) {}

    /**
     * {@return what a member would read}
     *
     * @param wish what would be said
     * @param memberNo any number of the member
     * @param values of the template's own variables
     */
    public TemplatePreview of(Wish wish, int memberNo, Map<String, String> values) {
        int member = identities
                .survivorOf(memberNo)
                .orElseThrow(() -> Problem.notFound("member.unknown", "There is no member " + memberNo + "."));
        Capabilities can =
                channels.find(wish.channel()).map(Channel::capabilities).orElseThrow();
        Letter letter = letters.of(new Template(
                0, wish.name(), wish.channel(), wish.category(), "", 0, wish.wording(), Instant.EPOCH, Instant.EPOCH));
        Member known = identities.members(List.of(member)).get(member);
        Letter.Facts facts =
                new Letter.Facts(brand.name(), member, known == null ? null : known.channel(), traits(member), values);
        boolean masked = !currentUser.maySeePersonalData();
        return switch (letter.fill(facts, (_, url) -> url, can.most())) {
            case Letter.Filled.Said(var title, var text, var attachments) ->
                new TemplatePreview(
                        member,
                        masked,
                        title,
                        text,
                        attachments,
                        text.codePointCount(0, text.length()),
                        text.getBytes(StandardCharsets.UTF_8).length,
                        null,
                        null);
            case Letter.Filled.Unsayable(var reason, var detail) ->
                new TemplatePreview(member, masked, null, "", List.of(), 0, 0, reason, detail);
        };
    }

    private Map<String, String> traits(int member) {
        ObjectNode all = json.createObjectNode();
        for (Trait trait : identities.traitsOf(member)) {
            all.set(trait.name(), json.readTree(trait.value()));
        }
        Map<String, String> traits = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                json.readTree(masking.traits(json.writeValueAsString(all))).properties()) {
            JsonNode value = entry.getValue();
            traits.put(entry.getKey(), value.isValueNode() ? value.asString() : value.toString());
        }
        return traits;
    }
}
