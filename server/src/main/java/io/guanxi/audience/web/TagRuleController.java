package io.guanxi.audience.web;

import io.guanxi.access.Audit;
import io.guanxi.audience.store.TagRule;
import io.guanxi.audience.tagging.TagRules;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.tag.TagEffect;
import io.guanxi.tag.TagRequester;
import io.guanxi.tag.Tagging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tags by audience: once, or kept current by a rule. */
@RestController
@RequestMapping("/api/tags")
@Tag(name = "Tags")
class TagRuleController {

    private final TagRules rules;
    private final Tagging tagging;
    private final TagRequester requester;
    private final TransactionOperations transaction;
    private final Audit audit;

    TagRuleController(
            TagRules rules, Tagging tagging, TagRequester requester, TransactionOperations transaction, Audit audit) {
        this.rules = rules;
        this.tagging = tagging;
        this.requester = requester;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * A wanted rule.
     *
     * @param tag the tag's number
     * @param audience the audience's number
     */
    record WantedTagRule(@Nullable Integer tag, @Nullable Long audience) {}

    /**
     * An audience to tag or untag.
     *
     * @param audience the audience's number
     * @param expiresAt until when its members carry the tag, or null for ever; not heard where a tag is taken off
     */
    record AudienceToTag(@Nullable Long audience, @Nullable Instant expiresAt) {}

    @GetMapping("/rules")
    @Operation(summary = "Rules: audiences that keep a tag current, the latest first")
    Page<TagRule> all() {
        return new Page<>(rules.all(), null);
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Let an audience keep a tag current; who is in it now gets the tag at once")
    TagRule create(@RequestBody WantedTagRule wanted) {
        if (wanted.tag() == null) {
            throw Parameters.fault("tag", "is missing");
        }
        return rules.create(wanted.tag(), audience(wanted.audience()));
    }

    @DeleteMapping("/rules/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a rule; its members keep the tag, or lose what it put there")
    void remove(@PathVariable long rule, @RequestParam(defaultValue = "false") boolean keep) {
        rules.remove(rule, keep);
    }

    @PostMapping("/{tag}/tag/audience")
    @Operation(summary = "Put a tag on those who are in an audience now")
    TagEffect tag(@PathVariable int tag, @RequestBody AudienceToTag wanted) {
        long audience = audience(wanted.audience());
        RoaringBitmap members = rules.members(audience);
        return Objects.requireNonNull(transaction.execute(_ -> {
            TagEffect effect = tagging.tag(tag, members, requester.source(), wanted.expiresAt());
            audit.record("tag.put", "tag:" + tag, figures(effect, audience));
            return effect;
        }));
    }

    @PostMapping("/{tag}/untag/audience")
    @Operation(summary = "Take a tag off those who are in an audience now")
    TagEffect untag(@PathVariable int tag, @RequestBody AudienceToTag wanted) {
        long audience = audience(wanted.audience());
        RoaringBitmap members = rules.members(audience);
        return Objects.requireNonNull(transaction.execute(_ -> {
            TagEffect effect = tagging.untag(tag, members, requester.source());
            audit.record("tag.taken", "tag:" + tag, figures(effect, audience));
            return effect;
        }));
    }

    private static Map<String, Long> figures(TagEffect effect, long audience) {
        return Map.of("asked", effect.asked(), "changed", effect.changed(), "audience", audience);
    }

    private static long audience(@Nullable Long audience) {
        if (audience == null) {
            throw Parameters.fault("audience", "is missing");
        }
        return audience;
    }
}
