package io.guanxi.identity;

import static io.guanxi.identity.TestEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.identity.ErasedPart.ErasedFile;
import io.guanxi.identity.PersonalData.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ErasureTests {

    private TestMembers members;
    private ErasureTable table;
    private final Clock clock = Clock.fixed(TestMembers.NOW, ZoneOffset.UTC);
    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void twoMembersOneOfThemMerged() {
        members = TestMembers.empty();
        table = new ErasureTable(members.postgres, JsonMapper.shared(), clock);
        members.resolve(
                anEvent("a", 1, "user:1").with("{\"city\":\"Wuxi\",\"consent_sms\":true}"),
                anEvent("b", 2, "phone:13900000001"),
                anEvent("c", 3, "user:other", "device:d"));
        members.resolve(anEvent("d", 4, "user:1", "phone:13900000001"), anEvent("e", 5, "user:1", "device:d"));
    }

    @Test
    void nothingOfTheMemberAndOfThoseMergedIntoThemIsLeft() {
        run(new Store(Stage.STORE, 0));

        assertThat(members.live()).containsExactly(3);
        assertThat(members.identities.count()).isOne();
        assertThat(members.identities.survivorOf(2)).isEmpty();
        assertThat(members.identifiers()).containsOnlyKeys(3);
        for (String left :
                List.of("trait", "consent", "consent_change", "member_merge", "member_alias", "identifier_refusal")) {
            assertThat(members.postgres
                            .sql("SELECT count(*) FROM " + left)
                            .query(Long.class)
                            .single())
                    .as(left)
                    .isZero();
        }
    }

    @Test
    void theCertificateTellsWhatWasRemovedAndHoldsNoPersonalData() throws Exception {
        long id = run(new Store(Stage.STORE, 0));

        Erasure certificate = table.find(id).orElseThrow();
        assertThat(certificate.state()).isEqualTo("DONE");
        assertThat(certificate.finishedAt()).isEqualTo(TestMembers.NOW);
        assertThat(certificate.parts()).extracting(ErasedPart::rows).containsExactly(9L, 7L);
        assertThat(certificate.parts()).extracting(ErasedPart::store).containsExactly("identity", "STORE");
        assertThat(certificate.parts().getLast().files()).containsExactly(new ErasedFile("a.parquet", "ab12"));
        assertThat(JsonMapper.shared().writeValueAsString(certificate)).doesNotContain("13900000001", "Wuxi");
        assertThat(table.personOf(id).identifiers()).isEmpty();

        byte[] known = (certificate.salt() + "phone:13900000001").getBytes(StandardCharsets.UTF_8);
        assertThat(certificate.proofs())
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(known)));
    }

    @Test
    void aCertificateOfBeforeNamesNoStore() {
        long id = run(new Store(Stage.STORE, 0));
        members.postgres
                .sql("UPDATE erasure SET parts = '[{\"what\":\"tags\",\"rows\":3,\"files\":[]}]' WHERE id = ?")
                .param(id)
                .update();

        assertThat(table.find(id).orElseThrow().parts()).containsExactly(new ErasedPart("tags", 3, List.of()));
    }

    @Test
    void storesAreErasedAlongTheRoad() {
        run(new Store(Stage.DERIVED, 0), new Store(Stage.STORE, 0), new Store(Stage.INTAKE, 0));

        assertThat(calls)
                .containsExactly("INTAKE [1, 2]", "settle", "settle", "settle", "STORE [1, 2]", "DERIVED [1, 2]");
    }

    @Test
    void anErasureThatWasCutOffGoesOn() {
        Store failing = new Store(Stage.STORE, 1);
        ErasureRun erasure = erasure(failing);
        ErasureProgress first = new ErasureProgress(2, clock);
        long id = table.open(members.records.person(1), "asked by letter", "admin");

        assertThatThrownBy(() -> erasure.run(id, first)).hasMessage("killed");
        assertThat(first.phase()).as("the store that failed").isEqualTo("STORE");
        assertThat(first.done()).isEqualTo(1);
        assertThat(first.percent()).isEqualTo(50);
        assertThat(table.running()).containsExactly(id);

        ErasureProgress second = new ErasureProgress(2, clock);
        erasure.run(id, second);
        assertThat(second.done()).isEqualTo(2);
        assertThat(table.running()).isEmpty();
        assertThat(calls).containsExactly("settle", "settle", "STORE [1, 2]");
        assertThat(table.find(id).orElseThrow().parts())
                .extracting(ErasedPart::rows)
                .containsExactly(9L, 0L, 7L);
    }

    @Test
    void aMergeMeanwhileMakesThePersonLarger() {
        members.resolve(anEvent("f", 6, "card:4"));
        long id = table.open(members.records.person(4), "asked", "admin");
        members.resolve(anEvent("g", 7, "card:4", "user:1"));

        erasure(new Store(Stage.STORE, 0)).run(id, new ErasureProgress(2, clock));

        assertThat(members.live()).containsExactly(3);
        assertThat(calls).contains("STORE [1, 2, 4]");
    }

    @Test
    void theListTellsTheNewestFirstAndHowFarEachIs() {
        long done = run(new Store(Stage.STORE, 0));
        long going = table.open(members.records.person(3), "asked by phone", "guard");

        List<ErasureWork> all = table.before(Long.MAX_VALUE, 10);
        assertThat(all).extracting(ErasureWork::id).containsExactly(going, done);
        assertThat(all.getLast().rows()).isEqualTo(16);
        assertThat(all.getLast().percent()).isEqualTo(100);
        assertThat(all.getFirst().percent()).isZero();
        assertThat(all.getFirst().stores()).isNull();
        ErasureProgress progress = new ErasureProgress(4, clock);
        progress.at("identity");
        progress.cleaned();
        progress.at("events");
        ErasureWork live = all.getFirst().at(progress);
        assertThat(live.phase()).isEqualTo("events");
        assertThat(live.stores()).isEqualTo(4);
        assertThat(live.storesDone()).isEqualTo(1);
        assertThat(live.percent()).isEqualTo(25);
        assertThat(live.askedBy()).isEqualTo("guard");
        assertThat(all.getLast().at(progress)).as("what has ended").isEqualTo(all.getLast());
        assertThat(table.before(going, 10)).extracting(ErasureWork::id).containsExactly(done);
    }

    @Test
    void whoIsSeenAgainIsANewMember() {
        run();

        assertThat(members.resolve(anEvent("x", 9, "user:1")).of("x")).isEqualTo(4);
    }

    @Test
    void askingTwiceIsAskingOnce() {
        Person person = members.records.person(1);

        assertThat(table.open(person, "asked", "admin")).isEqualTo(table.open(person, "asked again", "admin"));
    }

    private long run(PersonalData... stores) {
        long id = table.open(members.records.person(1), "asked by letter", "admin");
        erasure(stores).run(id, new ErasureProgress(stores.length + 1, clock));
        return id;
    }

    private ErasureRun erasure(PersonalData... stores) {
        List<PersonalData> all = new ArrayList<>(List.of(stores));
        all.add(new IdentityData(members.postgres, members.transaction, members.records));
        return new ErasureRun(table, members.records, members.postgres, members.transaction, all);
    }

    /** A store that notes its calls and fails the first times. */
    private final class Store implements PersonalData {

        private final Stage stage;
        private int failures;

        Store(Stage stage, int failures) {
            this.stage = stage;
            this.failures = failures;
        }

        @Override
        public String name() {
            return stage.name();
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public Object export(Person person) {
            return person;
        }

        @Override
        public ErasedPart erase(Person person) {
            if (failures-- > 0) {
                throw new IllegalStateException("killed");
            }
            calls.add(stage + " " + person.numbers());
            return new ErasedPart("a store", 7, List.of(new ErasedFile("a.parquet", "ab12")));
        }

        @Override
        public void settle() {
            calls.add("settle");
        }
    }
}
