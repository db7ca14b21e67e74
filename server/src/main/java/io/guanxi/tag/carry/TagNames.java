package io.guanxi.tag.carry;

import io.guanxi.tag.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tags by name, as files write them. */
final class TagNames {

    private final Map<String, List<Tag>> byName;

    TagNames(List<Tag> tags) {
        byName = tags.stream().collect(Collectors.groupingBy(tag -> small(tag.name())));
    }

    /** {@return the tag of a name, in a group where one is named; null where there is none, or more than one} */
    @Nullable
    Tag find(String name, String group) {
        List<Tag> found = byName.getOrDefault(small(name), List.of()).stream()
                .filter(tag -> group.isEmpty() || small(tag.groupName()).equals(small(group)))
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
