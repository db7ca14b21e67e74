package io.guanxi.community.web;

import io.guanxi.access.Audit;
import io.guanxi.community.CommunityId;
import io.guanxi.community.CommunityStage;
import io.guanxi.community.figures.CommunityFigures;
import io.guanxi.community.figures.MemberCommunity;
import io.guanxi.community.registry.CommunityRegistry;
import io.guanxi.community.registry.RegisteredCommunity;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The communities of one member. */
@RestController
@Tag(name = "Communities")
class MemberCommunityController {

    private final CommunityFigures figures;
    private final CommunityRegistry registry;
    private final Identities identities;
    private final Audit audit;

    MemberCommunityController(
            CommunityFigures figures, CommunityRegistry registry, Identities identities, Audit audit) {
        this.figures = figures;
        this.registry = registry;
        this.identities = identities;
        this.audit = audit;
    }

    /** What the member did in it within four weeks; {@code since} the first day there, {@code member} whether still. */
    @Schema(name = "MemberCommunity")
    record Part(
            String id,
            String name,
            LocalDate since,
            boolean member,
            long messages,
            long content,
            long orders,
            BigDecimal spend,
            int members,
            @Nullable Double value,
            @Nullable CommunityStage stage) {}

    @GetMapping("/api/members/{no}/communities")
    @Operation(summary = "The communities a member belongs or belonged to, and what they did there in four weeks")
    Page<Part> communities(@PathVariable int no) {
        int live = identities
                .survivorOf(no)
                .orElseThrow(() -> Problem.notFound("member.unknown", "There is no member with this number."));
        audit.viewed("member:" + live);
        List<MemberCommunity> parts = figures.asOf().isPresent() ? figures.ofMember(live) : List.of();
        Map<String, String> names =
                registry.all().stream().collect(Collectors.toMap(RegisteredCommunity::key, RegisteredCommunity::name));
        return new Page<>(parts.stream().map(it -> part(it, names)).toList(), null);
    }

    private static Part part(MemberCommunity it, Map<String, String> names) {
        return new Part(
                new CommunityId(it.community()).text(),
                names.getOrDefault(it.community(), it.community()),
                it.since(),
                it.belongs(),
                it.messages(),
                it.content(),
                it.orders(),
                it.spend(),
                it.members(),
                it.communityValue(),
                it.stage());
    }
}
