package io.guanxi.tag.web;

import io.guanxi.access.Audit;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.TagColour;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import io.guanxi.tag.carry.SavedTags;
import io.guanxi.tag.carry.TagActors;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one member carries; guides tag their customers here, one at a time. */
@RestController
@RequestMapping("/api/members/{no}/tags")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Tags")
class MemberTagController {

    private final SavedTags tags;
    private final TagCarriers carriers;
    private final Tagging tagging;
    private final Identities identities;
    private final TagActors actors;
    private final Audit audit;

    MemberTagController(
            SavedTags tags,
            TagCarriers carriers,
            Tagging tagging,
            Identities identities,
            TagActors actors,
            Audit audit) {
        this.tags = tags;
        this.carriers = carriers;
        this.tagging = tagging;
        this.identities = identities;
        this.actors = actors;
        this.audit = audit;
    }

    /**
     * A tag that a member carries.
     *
     * @param tag its number
     * @param group its group's name
     * @param name its name
     * @param colour its colour
     * @param by who or what put it there
     * @param taggedAt when
     * @param expiresAt until when it holds, or null for ever
     */
    record MemberTag(
            int tag,
            String group,
            String name,
            TagColour colour,
            TagSource by,
            Instant taggedAt,
            @Nullable Instant expiresAt) {}

    @GetMapping
    @Operation(summary = "What a member carries, with who or what put it there and when")
    Page<MemberTag> of(@PathVariable int no) {
        int live = live(no);
        Map<Integer, Tag> known = tags.all().stream().collect(Collectors.toMap(Tag::id, Function.identity()));
        return new Page<>(
                carriers.carriedBy(live).stream()
                        .flatMap(carried -> Optional.ofNullable(known.get(carried.tag()))
                                .map(tag -> new MemberTag(
                                        tag.id(),
                                        tag.groupName(),
                                        tag.name(),
                                        tag.colour(),
                                        carried.by(),
                                        carried.taggedAt(),
                                        carried.expiresAt()))
                                .stream())
                        .toList(),
                null);
    }

    @PutMapping("/{tag}")
    @Transactional
    @Operation(summary = "Put a tag on a member; again changes nothing but puts its expiry off")
    Page<MemberTag> put(
            @PathVariable int no, @PathVariable int tag, @RequestParam(required = false) @Nullable Instant expiresAt) {
        int live = live(no);
        tagging.tag(tag, RoaringBitmap.bitmapOf(live), actors.source(), expiresAt);
        audit.record("member.tagged", "member:" + live, Map.of("tag", tag));
        return of(live);
    }

    @DeleteMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Take a tag off a member")
    void take(@PathVariable int no, @PathVariable int tag) {
        int live = live(no);
        tagging.untag(tag, RoaringBitmap.bitmapOf(live), actors.source());
        audit.record("member.untagged", "member:" + live, Map.of("tag", tag));
    }

    private int live(int no) {
        return identities
                .survivorOf(no)
                .orElseThrow(
                        () -> Problem.notFound("member.unknown", "There is no member with the number " + no + "."));
    }
}
