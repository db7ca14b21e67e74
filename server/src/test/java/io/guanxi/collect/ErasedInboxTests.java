package io.guanxi.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.doctor.Doctor;
import io.guanxi.doctor.Examination;
import io.guanxi.identity.Identities;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever is erased or exported is found in what the tracking API keeps, however their identifiers were written. */
@ServerTest
class ErasedInboxTests {

    private static final String PHONE = "13955550001";
    private static final List<String> WRITTEN =
            List.of("+86 139-5555-0001", "008613955550001", "(139) 5555 0001", "8613955550001", PHONE);

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Identities identities;

    @Autowired
    JdbcClient postgres;

    @Autowired
    Doctor doctor;

    @Test
    void aPersonIsFoundHoweverTheirIdentifiersWereWritten() {
        identify(
                "ei-link",
                "{\"phone\":\"" + PHONE + "\",\"email\":\" Ann.Lee@Inbox.example \"}",
                "\"userId\":\"Ei7\",");
        for (int i = 0; i < WRITTEN.size(); i++) {
            identify("ei-phone-" + i, "{\"phone\":\"" + WRITTEN.get(i) + "\"}", "");
        }
        identify("ei-mail", "{\"email\":\"ANN.LEE@INBOX.EXAMPLE\"}", "");
        identify("ei-other", "{\"phone\":\"+86 139-5555-0002\"}", "\"userId\":\"Ei70\",");
        WRITTEN.forEach(phone -> rejected("\"traits\":{\"phone\":\"" + phone + "\"}"));
        rejected("\"traits\":{\"email\":\"ANN.Lee@Inbox.example\"}");
        rejected("\"userId\":\"Ei7\"");
        rejected("\"userId\":\"Ei70\",\"properties\":{\"note\":\"not Ei7's\"}");
        mart.settle();
        int memberNo = identities.find("phone", PHONE).orElseThrow();
        assertThat(identities.find("user", "Ei7")).contains(memberNo);

        JsonNode held =
                caller.get("/api/members/" + memberNo + "/export").json().path("held");
        assertThat(held.path("inbox").findValuesAsString("event_id"))
                .containsExactlyInAnyOrder(
                        "ei-link", "ei-phone-0", "ei-phone-1", "ei-phone-2", "ei-phone-3", "ei-phone-4", "ei-mail");
        assertThat(held.path("events").size()).isEqualTo(7);
        assertThat(held.path("rejected").size()).isEqualTo(WRITTEN.size() + 2);

        JsonNode certificate = erase(memberNo);

        assertThat(rows(certificate, "events of the inbox")).isEqualTo(7);
        assertThat(rows(certificate, "rejected events")).isEqualTo(WRITTEN.size() + 2);
        assertThat(postgres.sql("SELECT event_id FROM inbox WHERE event_id LIKE 'ei-%' AND event_id <> 'ei-short'")
                        .query(String.class)
                        .list())
                .containsExactly("ei-other");
        assertThat(postgres.sql("SELECT body FROM malformed_event WHERE body ~* 'ei7|ann.lee|13955550001|5555.0001'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Ei70");
        Examination examination = doctor.examine();
        assertThat(examination.ok()).as(examination.toString()).isTrue();
    }

    @Test
    void aShortNumberIsAnIdAndNoAmount() {
        identify("ei-short", "{}", "\"userId\":\"81\",");
        rejected("\"userId\":81");
        rejected("\"userId\":\"nobody\",\"properties\":{\"total\":81}");
        mart.settle();
        int memberNo = identities.find("user", "81").orElseThrow();

        JsonNode rejected =
                caller.get("/api/members/" + memberNo + "/export").json().at("/held/rejected");

        assertThat(rejected.size()).as(rejected.toString()).isOne();
        assertThat(rejected.path(0).path("body").asString()).contains("\"userId\":81");
    }

    private void identify(String messageId, String traits, String rest) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/identify", "{%s\"messageId\":\"%s\",\"traits\":%s}".formatted(rest, messageId, traits));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** A call without the name of its event. */
    private void rejected(String fields) {
        caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", "{" + fields + "}");
    }

    private JsonNode erase(int memberNo) {
        Answer asked = caller.post("/api/members/" + memberNo + "/erasure", "{\"reason\":\"asked by letter\"}");
        String path = "/api/erasures/" + asked.json().path("id").asLong();
        Waiting.until(() -> caller.get(path).json().path("state").asString().equals("DONE"));
        return caller.get(path).json();
    }

    private static long rows(JsonNode certificate, String what) {
        for (JsonNode part : certificate.path("parts")) {
            if (part.path("what").asString().equals(what)) {
                return part.path("rows").asLong();
            }
        }
        throw new AssertionError("no " + what + " in " + certificate);
    }
}
