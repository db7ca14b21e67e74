package io.guanxi.wecom.tagging;

import io.guanxi.access.Audit;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.tag.Tags;
import io.guanxi.wecom.tagging.SharedTags.RefusedMark;
import io.guanxi.wecom.tagging.SharedTags.UnmadeTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which groups of tags WeCom has as well, and what it refused. */
@RestController
@RequestMapping("/api/wecom/tags")
@Tag(name = "WeCom")
class SharedTagController {

    private static final int SHOWN = 50;

    private final SharedTags shared;
    private final Tags tags;
    private final Audit audit;

    SharedTagController(SharedTags shared, Tags tags, Audit audit) {
        this.shared = shared;
        this.tags = tags;
        this.audit = audit;
    }

    /**
     * Tags that go to WeCom.
     *
     * @param groups numbers of the groups that are made there as well
     * @param room how many tags more the enterprise may have
     * @param unmade tags of these groups that are not there, with the reason
     * @param marks the latest tags that WeCom does not put on or take off
     * @param troubles how many these are altogether
     */
    record TagsInWeCom(
            List<Integer> groups, int room, List<UnmadeTag> unmade, List<RefusedMark> marks, long troubles) {}

    /**
     * Whether a group is in WeCom as well.
     *
     * @param inWeCom whether it is
     */
    record WantedTagSharing(@Nullable Boolean inWeCom) {}

    @GetMapping
    @Operation(summary = "Which groups of tags WeCom has as well, and what it refused")
    TagsInWeCom all() {
        return new TagsInWeCom(
                shared.groups().stream().sorted().toList(),
                Math.max(0, shared.room()),
                shared.unmade(),
                shared.troubles(SHOWN),
                shared.troubles());
    }

    @PutMapping("/groups/{group}")
    @Transactional
    @Operation(summary = "Have a group's tags made in WeCom as well, or no more of them")
    TagsInWeCom share(@PathVariable int group, @RequestBody WantedTagSharing wanted) {
        if (wanted.inWeCom() == null) {
            throw Parameters.fault("inWeCom", "is missing");
        }
        if (tags.groupName(group).isEmpty()) {
            throw Problem.notFound("tag.group-unknown", "There is no group of tags with the number " + group + ".");
        }
        if (wanted.inWeCom() ? shared.share(group) : shared.unshare(group)) {
            audit.record(
                    wanted.inWeCom() ? "wecom.tags-shared" : "wecom.tags-unshared", "tag-group:" + group, Map.of());
        }
        return all();
    }

    @PostMapping("/retry")
    @Transactional
    @Operation(summary = "Ask WeCom again for what it refused")
    TagsInWeCom retry() {
        int again = shared.retry();
        audit.record("wecom.tags-retried", "wecom", Map.of("marks", again));
        return all();
    }
}
