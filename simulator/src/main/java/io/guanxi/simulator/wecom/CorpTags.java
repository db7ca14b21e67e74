package io.guanxi.simulator.wecom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tags of an enterprise, in groups. What people change about them gives the callback that WeCom would send. */
public final class CorpTags {

    static final int MOST = 3_000;
    private static final int LONGEST = 30;

    private final Enterprise enterprise;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private int count;

    CorpTags(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    record Group(String id, String name, Map<String, String> tags) {}

    synchronized List<String> make(String group, String... names) {
        if (groups.values().stream().mapToInt(each -> each.tags().size()).sum() + names.length > MOST) {
            throw new Refusal(Refusal.BAD_PARAMETER, "more than 3000 tags");
        }
        Group found = groups.values().stream()
                .filter(each -> each.name().equals(group))
                .findFirst()
                .orElseGet(() -> {
                    Group made = new Group("group-" + ++count, group, new LinkedHashMap<>());
                    groups.put(made.id(), made);
                    return made;
                });
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            String id = "tag-" + ++count;
            found.tags().put(id, name);
            ids.add(id);
        }
        return ids;
    }

    /** What {@code add_corp_tag} does: all of the tags or none; {@return the group with those that are new} */
    synchronized Group add(String group, List<String> names) {
        Set<String> wanted = new LinkedHashSet<>(names);
        if (wanted.isEmpty() || group.isEmpty()) {
            throw new Refusal(Refusal.BAD_PARAMETER, "a group has a name and at least one tag");
        }
        if (group.length() > LONGEST || wanted.stream().anyMatch(name -> name.isEmpty() || name.length() > LONGEST)) {
            throw new Refusal(Refusal.BAD_TAG_NAME, "invalid tag name length");
        }
        if (groups.values().stream().filter(each -> each.name().equals(group)).anyMatch(each -> wanted.stream()
                .anyMatch(each.tags()::containsValue))) {
            throw new Refusal(Refusal.TAG_EXISTS, "UserTag Name Already Exist");
        }
        List<String> ids = make(group, wanted.toArray(String[]::new));
        Group whole = groupOf(ids.getFirst());
        Map<String, String> made = new LinkedHashMap<>(whole.tags());
        made.keySet().retainAll(ids);
        return new Group(whole.id(), whole.name(), made);
    }

    synchronized List<Group> groups() {
        return groups.values().stream()
                .map(group -> new Group(group.id(), group.name(), new LinkedHashMap<>(group.tags())))
                .toList();
    }

    /**
     * {@return names of the tags of all groups of a name}
     *
     * @param group the name
     */
    public synchronized List<String> named(String group) {
        return groups.values().stream()
                .filter(each -> each.name().equals(group))
                .flatMap(each -> each.tags().values().stream())
                .toList();
    }

    /**
     * {@return the id of a tag}
     *
     * @param group its group's name
     * @param name its name
     */
    public synchronized String id(String group, String name) {
        return groups.values().stream()
                .filter(each -> each.name().equals(group))
                .flatMap(each -> each.tags().entrySet().stream())
                .filter(tag -> tag.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    synchronized boolean has(String tag) {
        return groups.values().stream().anyMatch(group -> group.tags().containsKey(tag));
    }

    private Group groupOf(String tag) {
        return groups.values().stream()
                .filter(group -> group.tags().containsKey(tag))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.BAD_TAG, "invalid tagid"));
    }

    /**
     * {@return the callback of a tag that was made}
     *
     * @param tag which
     */
    public synchronized Enterprise.Happening made(String tag) {
        groupOf(tag);
        return changed("create", tag, "tag");
    }

    /**
     * Somebody gives a tag another name.
     *
     * @param tag which
     * @param name what it is called now
     * @return the callback
     */
    public synchronized Enterprise.Happening rename(String tag, String name) {
        groupOf(tag).tags().put(tag, name);
        return changed("update", tag, "tag");
    }

    /**
     * Somebody deletes a tag: it is off all customers, and WeCom says nothing of each of them; an empty group goes with it.
     *
     * @param tag which
     * @return the callback
     */
    public synchronized Enterprise.Happening delete(String tag) {
        Group group = groupOf(tag);
        group.tags().remove(tag);
        if (group.tags().isEmpty()) {
            groups.remove(group.id());
        }
        enterprise.takeOff(tag);
        return changed("delete", tag, "tag");
    }

    /**
     * Somebody puts the tags of a group in another order.
     *
     * @param tag one of them
     * @return the callback
     */
    public synchronized Enterprise.Happening shuffle(String tag) {
        return changed("shuffle", groupOf(tag).id(), "tag_group");
    }

    private Enterprise.Happening changed(String change, String id, String type) {
        return enterprise.happened("change_external_tag", change, Enterprise.fields("Id", id, "TagType", type));
    }
}
