package io.guanxi.tag.web;

import io.guanxi.access.Audit;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.tag.CarriedTag;
import io.guanxi.tag.TagEffect;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import io.guanxi.tag.carry.SavedTags;
import io.guanxi.tag.carry.TagActors;
import io.guanxi.tag.store.CarrierTable;
import io.guanxi.tag.store.TagChangeTable;
import io.guanxi.tag.store.TagChangeTable.TagMovement;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who carries a tag, who gets it and who loses it. */
@RestController
@RequestMapping("/api/tags/{tag}")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Tags")
class CarrierController {

    private static final int MOST_NUMBERS = 100_000;

    private final SavedTags tags;
    private final CarrierTable carriers;
    private final TagChangeTable changes;
    private final TaggedMembers members;
    private final Tagging tagging;
    private final TagActors actors;
    private final Audit audit;

    CarrierController(
            SavedTags tags,
            CarrierTable carriers,
            TagChangeTable changes,
            TaggedMembers members,
            Tagging tagging,
            TagActors actors,
            Audit audit) {
        this.tags = tags;
        this.carriers = carriers;
        this.changes = changes;
        this.members = members;
        this.tagging = tagging;
        this.actors = actors;
        this.audit = audit;
    }

    /**
     * Members to tag or untag.
     *
     * @param members their numbers, at most 100,000
     * @param expiresAt until when they carry it, or null for ever; not heard where a tag is taken off
     * @param channel the channel that says so, e.g. a live code, or null: then the caller does
     */
    record MembersToTag(
            @Nullable List<Integer> members,
            @Nullable Instant expiresAt,
            @Nullable String channel) {}

    @GetMapping("/members")
    @Operation(summary = "Who carries a tag, by number, with who or what put it there")
    Page<TaggedMember> members(
            @PathVariable int tag,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) TagSource.@Nullable Kind by,
            @RequestParam(required = false) @Nullable String cursor) {
        tags.get(tag);
        int most = Parameters.limit(limit);
        int after = (int) Math.clamp(Parameters.cursor(cursor, 0), 0L, Integer.MAX_VALUE - 1L);
        List<CarriedTag> found = carriers.page(tag, after, by, most + 1);
        List<CarriedTag> shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                members.of(shown),
                found.size() > most ? Integer.toString(shown.getLast().memberNo()) : null);
    }

    @GetMapping("/changes")
    @Operation(summary = "When members got a tag or lost it, why and by whom, the latest first")
    Page<TagMovement> changes(
            @PathVariable int tag,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        tags.get(tag);
        int most = Parameters.limit(limit);
        List<TagMovement> found = changes.of(tag, Parameters.cursor(cursor, Long.MAX_VALUE), most + 1);
        List<TagMovement> shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                shown, found.size() > most ? Long.toString(shown.getLast().position()) : null);
    }

    @PostMapping("/tag")
    @Transactional
    @Operation(summary = "Put a tag on members by number; who carries it keeps it as it is")
    TagEffect tag(@PathVariable int tag, @RequestBody MembersToTag wanted) {
        TagEffect effect = tagging.tag(tag, numbers(wanted), source(wanted), wanted.expiresAt());
        audit.record("tag.put", "tag:" + tag, figures(effect));
        return effect;
    }

    @PostMapping("/untag")
    @Transactional
    @Operation(summary = "Take a tag off members by number")
    TagEffect untag(@PathVariable int tag, @RequestBody MembersToTag wanted) {
        TagEffect effect = tagging.untag(tag, numbers(wanted), source(wanted));
        audit.record("tag.taken", "tag:" + tag, figures(effect));
        return effect;
    }

    private TagSource source(MembersToTag wanted) {
        return actors.source(Parameters.words("channel", wanted.channel(), 0, 200));
    }

    static Map<String, Long> figures(TagEffect effect) {
        return Map.of("asked", effect.asked(), "changed", effect.changed());
    }

    private static RoaringBitmap numbers(MembersToTag wanted) {
        List<Integer> asked = wanted.members();
        if (asked == null || asked.isEmpty() || asked.size() > MOST_NUMBERS) {
            throw Parameters.fault("members", "must name 1 to " + MOST_NUMBERS + " members");
        }
        RoaringBitmap numbers = new RoaringBitmap();
        for (Integer no : asked) {
            if (no == null || no < 1) {
                throw Parameters.fault("members", "holds what is no member's number");
            }
            numbers.add(no);
        }
        return numbers;
    }
}
