package io.guanxi.audience.live;

import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * In which audiences a person is. An erased one is out of all of them at once; snapshots and changes of the past keep a number
 * that leads to nobody.
 */
@Component
class AudienceData implements PersonalData {

    private final Engine engine;
    private final AudienceTable audiences;
    private final Memberships memberships;

    AudienceData(Engine engine, AudienceTable audiences, Memberships memberships) {
        this.engine = engine;
        this.audiences = audiences;
        this.memberships = memberships;
    }

    record In(long audience, String name) {}

    @Override
    public String name() {
        return "audiences";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public Object export(Person person) {
        return audiences.all().stream()
                .filter(audience -> memberships
                        .of(audience.id())
                        .filter(state -> state.members().contains(person.memberNo()))
                        .isPresent())
                .map(audience -> new In(audience.id(), audience.name()))
                .toList();
    }

    @Override
    public ErasedPart erase(Person person) {
        engine.forget(person.numbers());
        List<AudienceRow> in = audiences.all().stream()
                .filter(audience -> memberships
                        .of(audience.id())
                        .filter(state -> state.members().contains(person.memberNo()))
                        .isPresent())
                .toList();
        in.forEach(memberships::refresh);
        return new ErasedPart("memberships of audiences", in.size(), List.of());
    }
}
