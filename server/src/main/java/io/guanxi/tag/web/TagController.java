package io.guanxi.tag.web;

import io.guanxi.platform.Parameters;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagColour;
import io.guanxi.tag.TagUses.TagUse;
import io.guanxi.tag.carry.SavedTags;
import io.guanxi.tag.store.TagGroup;
import io.guanxi.tag.store.TagTable.Wish;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Groups and tags. */
@RestController
@RequestMapping("/api/tags")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Tags")
class TagController {

    private final SavedTags tags;

    TagController(SavedTags tags) {
        this.tags = tags;
    }

    /**
     * A group with its tags.
     *
     * @param id its number
     * @param name unique
     * @param note what its tags are about
     * @param tags its tags
     */
    record GroupOfTags(int id, String name, String note, List<Tag> tags) {}

    /**
     * All tags.
     *
     * @param groups by group
     * @param used how many tags there are
     * @param most how many there may be
     */
    record AllTags(List<GroupOfTags> groups, int used, int most) {}

    /**
     * A tag and who relies on it.
     *
     * @param tag the tag
     * @param uses audiences that ask for it, rules that keep it current
     */
    record TagDetail(Tag tag, List<TagUse> uses) {}

    /**
     * What somebody wants a group to be.
     *
     * @param name 1 to 30 characters
     * @param note up to 300 characters, or null
     */
    record WantedTagGroup(@Nullable String name, @Nullable String note) {}

    /**
     * What somebody wants a tag to be.
     *
     * @param group the group's number
     * @param name 1 to 30 characters
     * @param colour in which it is shown, or null for grey
     * @param note what it says of a member, up to 300 characters, or null
     * @param archived whether nobody new gets it, or null for no
     */
    record WantedTag(
            @Nullable Integer group,
            @Nullable String name,
            @Nullable TagColour colour,
            @Nullable String note,
            @Nullable Boolean archived) {}

    @GetMapping
    @Operation(summary = "All tags by group; archived ones where they are asked for")
    AllTags all(@RequestParam(defaultValue = "false") boolean archived) {
        List<Tag> all = tags.all();
        return new AllTags(
                tags.groups().stream()
                        .map(group -> new GroupOfTags(
                                group.id(),
                                group.name(),
                                group.note(),
                                all.stream()
                                        .filter(tag ->
                                                tag.groupId() == group.id() && (archived || tag.archivedAt() == null))
                                        .toList()))
                        .toList(),
                all.size(),
                tags.most());
    }

    @PostMapping("/groups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a group")
    TagGroup createGroup(@RequestBody WantedTagGroup wanted) {
        return tags.createGroup(groupName(wanted), note(wanted.note()));
    }

    @PutMapping("/groups/{group}")
    @Operation(summary = "Rename a group")
    TagGroup updateGroup(@PathVariable int group, @RequestBody WantedTagGroup wanted) {
        return tags.updateGroup(group, groupName(wanted), note(wanted.note()));
    }

    @DeleteMapping("/groups/{group}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a group that never had tags")
    void deleteGroup(@PathVariable int group) {
        tags.deleteGroup(group);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a tag")
    Tag create(@RequestBody WantedTag wanted) {
        return tags.create(wish(wanted));
    }

    @GetMapping("/{tag}")
    @Operation(summary = "A tag and who relies on it")
    TagDetail one(@PathVariable int tag) {
        return new TagDetail(tags.get(tag), tags.uses(tag));
    }

    @PutMapping("/{tag}")
    @Operation(summary = "Change a tag, archive it or bring it back")
    Tag update(@PathVariable int tag, @RequestBody WantedTag wanted) {
        return tags.update(tag, wish(wanted), Boolean.TRUE.equals(wanted.archived()));
    }

    @DeleteMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a tag on which nobody relies, and take it off everybody")
    void delete(@PathVariable int tag) {
        tags.delete(tag);
    }

    private static Wish wish(WantedTag wanted) {
        if (wanted.group() == null) {
            throw Parameters.fault("group", "is missing");
        }
        return new Wish(
                wanted.group(),
                Parameters.words("name", wanted.name(), 1, 30),
                wanted.colour() == null ? TagColour.GREY : wanted.colour(),
                note(wanted.note()));
    }

    private static String groupName(WantedTagGroup wanted) {
        return Parameters.words("name", wanted.name(), 1, 30);
    }

    private static String note(@Nullable String note) {
        return Parameters.words("note", note, 0, 300);
    }
}
