package io.guanxi.tag.carry;

import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.Tags;
import io.guanxi.value.TagCarriage;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Tells the list of members who carries a tag. */
@Component
final class TagsForLists implements TagCarriage {

    private final Tags tags;
    private final TagCarriers carriers;

    TagsForLists(Tags tags, TagCarriers carriers) {
        this.tags = tags;
        this.carriers = carriers;
    }

    @Override
    public Optional<RoaringBitmap> of(int tag) {
        return tags.find(tag).map(found -> carriers.of(found.id()));
    }
}
