package io.guanxi.wecom.tagging;

import io.guanxi.tag.Tag;
import io.guanxi.wecom.client.CorpTag;
import io.guanxi.wecom.client.WeCom;
import io.guanxi.wecom.client.WeComTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes tags of ours in WeCom. The list there is read before and after: so one that a lost answer, or a server that died, left
 * behind is found and not made again.
 */
@Component
class TagSharing {

    private static final int AT_ONCE = 100;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration REFUSED = Duration.ofHours(1);

    private final SharedTags shared;
    private final CorpTags theirs;
    private final WeCom wecom;
    private final TransactionOperations transaction;
    private final Clock clock;
    private long next = System.nanoTime();

    TagSharing(SharedTags shared, CorpTags theirs, WeCom wecom, TransactionOperations transaction, Clock clock) {
        this.shared = shared;
        this.theirs = theirs;
        this.wecom = wecom;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** {@return how many tags were made in WeCom, or found there} */
    int work() {
        if (System.nanoTime() - next < 0) {
            return 0;
        }
        next = System.nanoTime() + LOOK.toNanos();
        List<Tag> wanted = shared.due();
        if (wanted.isEmpty()) {
            return 0;
        }
        try {
            read();
        } catch (WeComTrouble trouble) {
            shared.unmade(wanted, trouble.said(), SOON);
            return 0;
        }
        int made = wanted.size();
        Map<Integer, List<Tag>> groups = shared.due().stream()
                .collect(Collectors.groupingBy(Tag::groupId, LinkedHashMap::new, Collectors.toList()));
        for (List<Tag> group : groups.values()) {
            for (int from = 0; from < group.size(); from += AT_ONCE) {
                List<Tag> some = group.subList(from, Math.min(group.size(), from + AT_ONCE));
                int room = Math.clamp(shared.room(), 0, some.size());
                List<Tag> over = some.subList(room, some.size());
                if (!over.isEmpty()) {
                    shared.unmade(over, "the enterprise has as many tags as WeCom allows, " + SharedTags.MOST, REFUSED);
                }
                made -= over.size();
                if (room > 0) {
                    made -= make(some.subList(0, room));
                }
            }
        }
        return made;
    }

    /** {@return how many of some tags of a group are not there in the end} */
    private int make(List<Tag> tags) {
        WeComTrouble trouble = ask(tags);
        List<Tag> left = left(tags);
        if (trouble != null && trouble.kind() == WeComTrouble.Kind.REFUSED && tags.size() > 1) {
            List<Tag> still = new ArrayList<>(left); // one of them was to blame: all but that one
            for (Tag tag : still) {
                WeComTrouble own = ask(List.of(tag));
                if (own != null) {
                    note(List.of(tag), own);
                }
            }
            return left(still).size();
        }
        if (!left.isEmpty()) {
            note(left, trouble);
        }
        return left.size();
    }

    private @Nullable WeComTrouble ask(List<Tag> tags) {
        try {
            wecom.makeTags(
                    tags.getFirst().groupName(), tags.stream().map(Tag::name).toList());
            return null;
        } catch (WeComTrouble trouble) {
            return trouble;
        }
    }

    private void note(List<Tag> tags, @Nullable WeComTrouble trouble) {
        boolean refused = trouble == null || trouble.kind() == WeComTrouble.Kind.REFUSED;
        shared.unmade(
                tags,
                trouble == null ? "WeCom has made it and does not show it" : trouble.said(),
                refused ? REFUSED : SOON);
    }

    /** {@return those that WeCom's list does not show now; all, where it cannot be read} */
    private List<Tag> left(List<Tag> tags) {
        try {
            read();
        } catch (WeComTrouble unread) {
            return tags;
        }
        Set<Integer> due = new HashSet<>(shared.due().stream().map(Tag::id).toList());
        return tags.stream().filter(tag -> due.contains(tag.id())).toList();
    }

    private void read() {
        Instant asked = clock.instant();
        List<CorpTag> all = wecom.tags();
        transaction.executeWithoutResult(_ -> theirs.take(all, asked));
    }
}
