package io.guanxi.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.mart.Mart;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ErasureTests {

    @Autowired
    Caller caller;

    @Autowired
    Lake lake;

    @Autowired
    Mart mart;

    @Autowired
    Identities identities;

    @Autowired
    DuckDb staging;

    @Autowired
    JdbcClient postgres;

    @Autowired
    DataFolder folder;

    @Autowired
    List<PersonalData> stores;

    @Test
    void anErasedPersonIsGoneFromInboxLakeAndMartAndTheOthersStay() {
        track("e-1", "e-1-a");
        track("e-1", "e-1-b");
        track("e-2", "e-2-a");
        caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", "{\"userId\":\"e-1-rejected-key\",\"properties\":{}}");
        mart.settle();
        int memberNo = identities.find("user", "e-1").orElseThrow();
        Person person = new Person(memberNo, List.of(memberNo), List.of("user:e-1", "user:e-1-rejected-key"));

        List<ErasedPart> parts = stores.stream()
                .filter(store -> store.stage() != PersonalData.Stage.IDENTITY)
                .sorted(Comparator.comparing(PersonalData::stage))
                .map(store -> store.erase(person))
                .toList();

        assertThat(parts.stream().filter(part -> part.what().contains("lake")))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.rows()).isEqualTo(2);
                    assertThat(part.files()).isNotEmpty();
                    assertThat(part.files())
                            .filteredOn(file -> file.sha256().isEmpty())
                            .allSatisfy(file -> assertThat(
                                            Files.exists(folder.root().resolve(file.file())))
                                    .isFalse());
                });
        assertThat(inLake("e-1-a", "e-1-b")).isZero();
        assertThat(inLake("e-2-a")).isEqualTo(1);
        assertThat(postgres.sql("SELECT count(*) FROM inbox WHERE event_id IN ('e-1-a', 'e-1-b')")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(postgres.sql("SELECT count(*) FROM malformed_event WHERE body LIKE '%e-1-rejected-key%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(mart.sql()
                        .sql("SELECT count(*) FROM member_day WHERE member_no = " + memberNo)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void track(String user, String messageId) {
        assertThat(caller.withWriteKey(Caller.WRITE_KEY)
                        .post(
                                "/v1/track",
                                "{\"userId\":\"%s\",\"event\":\"To Erase\",\"messageId\":\"%s\"}"
                                        .formatted(user, messageId))
                        .status())
                .isEqualTo(200);
    }

    private long inLake(String... eventIds) {
        return staging.client()
                .sql("SELECT count(*) FROM " + lake.relation(day -> true)
                        + " WHERE list_contains(?::VARCHAR[], event_id)")
                .param(List.of(eventIds).toString())
                .query(Long.class)
                .single();
    }
}
