package io.guanxi.tag.carry;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.platform.Problem;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagSettings;
import io.guanxi.tag.TagUses;
import io.guanxi.tag.TagUses.TagUse;
import io.guanxi.tag.store.CarrierTable;
import io.guanxi.tag.store.TagChangeTable;
import io.guanxi.tag.store.TagChangeTable.Reason;
import io.guanxi.tag.store.TagGroup;
import io.guanxi.tag.store.TagGroupTable;
import io.guanxi.tag.store.TagTable;
import io.guanxi.tag.store.TagTable.Wish;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Makes, changes and deletes groups and tags. */
@Component
public class SavedTags {

    private final TagGroupTable groups;
    private final TagTable tags;
    private final CarrierTable carriers;
    private final TagChangeTable changes;
    private final List<TagUses> uses;
    private final TagSettings settings;
    private final TagActors actors;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;

    SavedTags(
            TagGroupTable groups,
            TagTable tags,
            CarrierTable carriers,
            TagChangeTable changes,
            List<TagUses> uses,
            TagSettings settings,
            TagActors actors,
            TransactionOperations transaction,
            CurrentUser currentUser,
            Audit audit) {
        this.groups = groups;
        this.tags = tags;
        this.carriers = carriers;
        this.changes = changes;
        this.uses = uses;
        this.settings = settings;
        this.actors = actors;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** {@return groups in the order in which they were made} */
    public List<TagGroup> groups() {
        return groups.all();
    }

    /** {@return tags by group, archived ones too} */
    public List<Tag> all() {
        return tags.all();
    }

    /** {@return how many tags there may be} */
    public int most() {
        return settings.most();
    }

    /**
     * {@return a tag}
     *
     * @param tag its number
     */
    public Tag get(int tag) {
        return tags.find(tag).orElseThrow(() -> Tagger.unknown(tag));
    }

    /**
     * {@return who relies on a tag}
     *
     * @param tag its number
     */
    public List<TagUse> uses(int tag) {
        return uses().stream().filter(use -> use.tag() == tag).toList();
    }

    /** {@return who relies on which tag} */
    public List<TagUse> uses() {
        return uses.stream().flatMap(who -> who.all().stream()).toList();
    }

    /**
     * Makes a group.
     *
     * @param name unique
     * @param note what its tags are about
     * @return the group
     */
    @Transactional
    public TagGroup createGroup(String name, String note) {
        int id = groups.insert(name, note, currentUser.actor().name()).orElseThrow(() -> groupTaken(name));
        audit.record("tag-group.created", "tag-group:" + id, Map.of());
        return group(id);
    }

    /**
     * Changes a group.
     *
     * @param id which
     * @param name its new name
     * @param note its new note
     * @return the group
     */
    @Transactional
    public TagGroup updateGroup(int id, String name, String note) {
        group(id);
        if (!groups.update(id, name, note)) {
            throw groupTaken(name);
        }
        audit.record("tag-group.changed", "tag-group:" + id, Map.of());
        return group(id);
    }

    /**
     * Deletes a group without tags.
     *
     * @param id which
     */
    @Transactional
    public void deleteGroup(int id) {
        group(id);
        if (!groups.delete(id)) {
            throw Problem.conflict("tag.group-not-empty", "The group has tags, or had some; move or keep them.");
        }
        audit.record("tag-group.deleted", "tag-group:" + id, Map.of());
    }

    /**
     * Makes a tag.
     *
     * @param wish what
     * @return the tag
     */
    public Tag create(Wish wish) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            tags.lock();
            group(wish.group());
            if (tags.count() >= settings.most()) {
                throw Problem.conflict("tag.too-many", "There are " + settings.most() + " tags; delete some first.");
            }
            int made = tags.insert(wish, currentUser.actor().name()).orElseThrow(() -> taken(wish.name()));
            audit.record("tag.created", "tag:" + made, Map.of("group", wish.group()));
            return get(made);
        }));
    }

    /**
     * Changes a tag.
     *
     * @param tag which
     * @param wish what it becomes
     * @param archived whether nobody new gets it
     * @return the tag
     */
    @Transactional
    public Tag update(int tag, Wish wish, boolean archived) {
        Tag before = get(tag);
        group(wish.group());
        if (archived && before.archivedAt() == null) {
            uses(tag).stream()
                    .filter(use -> !use.kind().equals("audience"))
                    .findFirst()
                    .ifPresent(use -> {
                        throw Problem.conflict(
                                "tag.used",
                                "The " + use.kind() + " “" + use.name()
                                        + "” puts the tag on members; change it first.");
                    });
        }
        if (!tags.update(tag, wish, archived)) {
            throw taken(wish.name());
        }
        audit.record("tag.changed", "tag:" + tag, Map.of("archived", archived));
        return get(tag);
    }

    /**
     * Deletes a tag on which nobody relies; it is taken off everybody.
     *
     * @param tag which
     */
    public void delete(int tag) {
        get(tag);
        List<TagUse> users = uses(tag);
        if (!users.isEmpty()) {
            throw Problem.conflict(
                    "tag.used",
                    "The tag is used by the " + users.getFirst().kind() + " “"
                            + users.getFirst().name() + "”" + (users.size() > 1 ? " and others" : "") + ".");
        }
        transaction.executeWithoutResult(_ -> {
            carriers.lock(tag);
            RoaringBitmap removed = carriers.delete(tag);
            changes.write(tag, Reason.DELETED, actors.source(), new RoaringBitmap(), removed);
            tags.delete(tag);
            audit.record("tag.deleted", "tag:" + tag, Map.of("members", removed.getCardinality()));
        });
    }

    private TagGroup group(int id) {
        return groups.find(id)
                .orElseThrow(() ->
                        Problem.notFound("tag.group-unknown", "There is no group of tags with the number " + id + "."));
    }

    private static Problem groupTaken(String name) {
        return Problem.conflict("tag.group-name-taken", "There is a group “" + name + "” already.");
    }

    private static Problem taken(String name) {
        return Problem.conflict("tag.name-taken", "The group has a tag “" + name + "” already.");
    }
}
