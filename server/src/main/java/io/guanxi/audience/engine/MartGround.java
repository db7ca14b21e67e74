package io.guanxi.audience.engine;

import io.guanxi.identity.ConsentNoted;
import io.guanxi.identity.Identities;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeFile;
import io.guanxi.lake.LakeHistory;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.tag.TagCarriers;
import io.guanxi.value.ShownValueModel;
import io.guanxi.value.ValueModel;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The ground of this brand. */
@Component
final class MartGround implements Ground {

    private final Mart mart;
    private final Lake lake;
    private final Brand brand;
    private final Clock clock;
    private final TagCarriers tags;
    private final ShownValueModel model;
    private final Roster roster;

    MartGround(
            Mart mart,
            Lake lake,
            Identities identities,
            DataFolder folder,
            Brand brand,
            Clock clock,
            TagCarriers tags,
            ShownValueModel model) {
        this.mart = mart;
        this.lake = lake;
        this.brand = brand;
        this.clock = clock;
        this.tags = tags;
        this.model = model;
        this.roster = new Roster(mart, identities, folder, brand);
    }

    @Override
    public Version version() {
        long position = tags.position();
        return mart.sql()
                .sql("SELECT sequence, coalesce((SELECT max(run_id) FROM ground.score_run), 0) AS run FROM mart_state")
                .query((row, _) -> new Version(
                        row.getLong("sequence"), row.getLong("run"), brand.dayOf(clock.instant()), position))
                .single();
    }

    @Override
    public Connection connect() {
        return mart.connect();
    }

    @Override
    public String events(Predicate<LocalDate> days) {
        return inTheBrandsCurrency(lake.relation(days));
    }

    @Override
    public Optional<String> arrivals(long after, long upTo) {
        Optional<LakeHistory> history = lake.after(after);
        return history.map(known -> {
            List<LakeFile> files = known.appends().stream()
                    .filter(append -> append.sequence() <= upTo)
                    .flatMap(append -> append.files().stream())
                    .toList();
            return inTheBrandsCurrency(Lake.relation(files));
        });
    }

    /** Amounts are added up and held against others: those in another currency are none. */
    private String inTheBrandsCurrency(String events) {
        return "(SELECT events.* REPLACE (%s AS amount) FROM %s AS events)".formatted(brand.money("events"), events);
    }

    @Override
    public Set<Integer> tagsChangedSince(long position) {
        return tags.changedSince(position);
    }

    @Override
    public int eventNo(String event) {
        return mart.sql()
                .sql("SELECT event_no FROM event_name WHERE event = ?")
                .param(event)
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    @Override
    public ValueModel model() {
        return model.get();
    }

    @Override
    public ZoneId zone() {
        return brand.zone();
    }

    @Override
    public Changes followMembers() {
        return roster.follow();
    }

    @EventListener
    void consentNoted(ConsentNoted noted) {
        roster.note(noted.memberNo());
    }

    @Override
    public void forget(List<Integer> numbers) {
        roster.erase(numbers);
    }
}
