package io.guanxi.tag.carry;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.tag.CarriedTag;
import io.guanxi.tag.Tag;
import io.guanxi.tag.Tags;
import io.guanxi.tag.store.CarrierTable;
import io.guanxi.tag.store.TagChangeTable.Reason;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person is tagged with. The log of changes keeps a number that leads to nobody. */
@Component
class TagData implements PersonalData {

    private final CarrierTable carriers;
    private final Tags tags;
    private final TagUpkeep upkeep;

    TagData(CarrierTable carriers, Tags tags, TagUpkeep upkeep) {
        this.carriers = carriers;
        this.tags = tags;
        this.upkeep = upkeep;
    }

    record Held(
            String group,
            String tag,
            String putBy,
            Instant taggedAt,
            @Nullable Instant expiresAt) {}

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Object export(Person person) {
        return person.numbers().stream()
                .flatMap(no -> carriers.carriedBy(no).stream())
                .map(this::held)
                .toList();
    }

    private Held held(CarriedTag carried) {
        Tag tag = tags.find(carried.tag()).orElseThrow();
        return new Held(
                tag.groupName(),
                tag.name(),
                carried.by().kind() + " " + carried.by().name(),
                carried.taggedAt(),
                carried.expiresAt());
    }

    @Override
    public ErasedPart erase(Person person) {
        AtomicLong rows = new AtomicLong();
        upkeep.write(Reason.ERASED, () -> {
            var moved = carriers.erase(person.numbers());
            rows.set(moved.size());
            return moved;
        });
        return new ErasedPart("tags", rows.get(), List.of());
    }
}
