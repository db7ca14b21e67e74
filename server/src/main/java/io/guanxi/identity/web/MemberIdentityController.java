package io.guanxi.identity.web;

import io.guanxi.access.Audit;
import io.guanxi.access.Masking;
import io.guanxi.identity.Consent;
import io.guanxi.identity.ConsentNoted;
import io.guanxi.identity.HeldIdentifier;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Merge;
import io.guanxi.identity.Trait;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a member is known by, what is said of them, and what they allowed. A merged member's number leads to its survivor. */
@RestController
@RequestMapping("/api/members/{no}")
@Tag(name = "Members")
class MemberIdentityController {

    private final Identities identities;
    private final Masking masking;
    private final MaskedTraits maskedTraits;
    private final Audit audit;
    private final ApplicationEventPublisher publisher;

    MemberIdentityController(
            Identities identities,
            Masking masking,
            MaskedTraits maskedTraits,
            Audit audit,
            ApplicationEventPublisher publisher) {
        this.identities = identities;
        this.masking = masking;
        this.maskedTraits = maskedTraits;
        this.audit = audit;
        this.publisher = publisher;
    }

    record Known(int no, List<HeldIdentifier> identifiers, List<Merge> merges) {}

    record ConsentWish(@NotNull Boolean granted) {}

    @GetMapping("/identifiers")
    @Operation(summary = "What the member is known by, where each came from, and which members were merged")
    Known identifiers(@PathVariable int no) {
        int live = live(no);
        audit.viewed("member:" + live);
        return new Known(
                live,
                identities.identifiersOf(live).stream().map(this::masked).toList(),
                identities.mergesOf(live).stream().map(this::masked).toList());
    }

    @GetMapping("/traits")
    @Operation(summary = "What was last said of the member, and by which event")
    Page<Trait> traits(@PathVariable int no) {
        int live = live(no);
        audit.viewed("member:" + live);
        return new Page<>(maskedTraits.of(identities.traitsOf(live)), null);
    }

    @GetMapping("/consent")
    @Operation(summary = "On which channels the member may be reached")
    Page<Consent> consent(@PathVariable int no) {
        return new Page<>(identities.consentOf(live(no)), null);
    }

    @PutMapping("/consent/{channel}")
    @Operation(summary = "Note that the member gave or took back a consent")
    Page<Consent> consent(@PathVariable int no, @PathVariable String channel, @RequestBody @Valid ConsentWish wish) {
        if (!channel.matches("[a-z0-9][a-z0-9_-]{0,39}")) {
            throw Problem.badRequest(
                    "consent.channel-invalid", "A channel is named by up to 40 small letters, digits, - and _.");
        }
        int live = live(no);
        identities.consent(live, channel, wish.granted());
        publisher.publishEvent(new ConsentNoted(live));
        audit.record("member.consent-set", "member:" + live, Map.of("channel", channel, "granted", wish.granted()));
        return new Page<>(identities.consentOf(live), null);
    }

    private int live(int no) {
        return identities
                .survivorOf(no)
                .orElseThrow(() -> Problem.notFound("member.unknown", "There is no member with this number."));
    }

    private HeldIdentifier masked(HeldIdentifier held) {
        return new HeldIdentifier(
                held.kind(),
                masking.identifier(held.kind(), held.key()),
                held.linkedAt(),
                held.source(),
                held.eventId());
    }

    private Merge masked(Merge merge) {
        return new Merge(
                merge.memberNo(),
                merge.intoNo(),
                merge.mergedAt(),
                merge.eventId(),
                merge.kind(),
                masking.identifier(merge.kind(), merge.key()),
                merge.otherKind(),
                masking.identifier(merge.otherKind(), merge.otherKey()));
    }
}
