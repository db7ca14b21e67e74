package io.guanxi.tag.carry;

import io.guanxi.tag.Tag;
import io.guanxi.tag.TagColour;
import io.guanxi.tag.TagMaking;
import io.guanxi.tag.TagSettings;
import io.guanxi.tag.store.TagGroup;
import io.guanxi.tag.store.TagGroupTable;
import io.guanxi.tag.store.TagTable;
import io.guanxi.tag.store.TagTable.Wish;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds tags by their names, or makes them. */
@Component
class TagMaker implements TagMaking {

    private static final int LONGEST = 30;

    private final TagGroupTable groups;
    private final TagTable tags;
    private final TagSettings settings;
    private final TransactionOperations transaction;

    TagMaker(TagGroupTable groups, TagTable tags, TagSettings settings, TransactionOperations transaction) {
        this.groups = groups;
        this.tags = tags;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public OptionalInt named(String group, String name, String by) {
        String groupName = fitting(group);
        String tagName = fitting(name);
        return Objects.requireNonNull(transaction.execute(_ -> {
            tags.lock();
            for (Tag tag : tags.all()) {
                if (tag.groupName().equalsIgnoreCase(groupName) && tag.name().equalsIgnoreCase(tagName)) {
                    return OptionalInt.of(tag.id());
                }
            }
            if (tags.count() >= settings.most()) {
                return OptionalInt.empty();
            }
            int in = groups.insert(groupName, "", by).orElseGet(() -> groups.all().stream()
                    .filter(each -> each.name().equalsIgnoreCase(groupName))
                    .mapToInt(TagGroup::id)
                    .findFirst()
                    .orElseThrow());
            return OptionalInt.of(
                    tags.insert(new Wish(in, tagName, TagColour.GREEN, ""), by).orElseThrow());
        }));
    }

    private static String fitting(String name) {
        String trimmed = name.strip();
        return trimmed.length() <= LONGEST ? trimmed : trimmed.substring(0, LONGEST);
    }
}
