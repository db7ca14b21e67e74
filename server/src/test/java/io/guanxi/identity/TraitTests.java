package io.guanxi.identity;

import static io.guanxi.identity.TestEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraitTests {

    private TestMembers members;

    @BeforeEach
    void nobodyIsKnown() {
        members = TestMembers.empty();
    }

    @Test
    void theLatestEventWinsWhateverTheOrderOfArrival() {
        members.resolve(
                anEvent("b", 20, "user:1").with("{\"city\":\"上海\",\"age\":31}"),
                anEvent("a", 10, "user:1").with("{\"city\":\"Suzhou\",\"likes\":[\"tea\"]}"));
        members.resolve(anEvent("c", 15, "user:1").with("{\"city\":\"Wuxi\",\"age\":30,\"a/b~\\\"c\":{\"x\":1}}"));

        assertThat(said(1)).containsExactly("a/b~\"c={\"x\":1}", "age=31", "city=\"上海\"", "likes=[\"tea\"]");
        Trait city = members.identities.traitsOf(1).get(2);
        assertThat(city.eventId()).isEqualTo("b");
        assertThat(city.source()).isEqualTo("shop");
        assertThat(city.ts()).isEqualTo(anEvent("b", 20).ts());
    }

    @Test
    void aTraitTakenBackIsGone() {
        members.resolve(anEvent("a", 1, "user:1").with("{\"city\":\"Wuxi\"}"));
        members.resolve(anEvent("b", 2, "user:1").with("{\"city\":null}"));
        members.resolve(anEvent("c", 1, "user:1").with("{\"city\":\"Wuxi\"}"));

        assertThat(said(1)).isEmpty();
    }

    @Test
    void traitsThatAreNoJsonObjectAreLeftAlone() {
        members.resolve(
                anEvent("a", 1, "user:1").with("[1]"),
                anEvent("b", 2, "user:1").with("not json"),
                anEvent("c", 3, "user:1").with("{}"),
                anEvent("d", 4, "user:null").with("{\"city\":\"Wuxi\"}"));

        assertThat(said(1)).isEmpty();
    }

    @Test
    void theChannelOfJoiningIsTheFirstEverSaid() {
        members.resolve(anEvent("a", 5, "user:1").with("{\"channel\":\"live-code\"}"));
        members.resolve(
                anEvent("b", 9, "user:1").with("{\"channel\":\"store\"}"),
                anEvent("c", 7, "user:1").with("{\"channel\":null}"));
        assertThat(channelOf(1)).isEqualTo("live-code");

        members.resolve(anEvent("d", 2, "user:1").with("{\"channel\":\"poster\"}"));
        assertThat(channelOf(1)).isEqualTo("poster");
    }

    @Test
    void aSurvivorTakesTheTraitsConsentAndChannelOfWhoWasMerged() {
        members.resolve(
                anEvent("a", 10, "user:1")
                        .with("{\"city\":\"Wuxi\",\"age\":30,\"channel\":\"store\",\"consent_sms\":true}"),
                anEvent("b", 20, "card:2").with("{\"city\":\"Suzhou\",\"channel\":\"poster\",\"consent_sms\":false}"),
                anEvent("b0", 5, "card:2").with("{\"age\":29,\"channel\":\"fair\"}"));
        members.resolve(anEvent("c", 30, "user:1", "card:2"));

        assertThat(members.live()).containsExactly(1);
        assertThat(said(1)).containsExactly("age=30", "channel=\"poster\"", "city=\"Suzhou\"");
        assertThat(channelOf(1)).isEqualTo("fair");
        assertThat(members.identities.consentOf(1))
                .containsExactly(new Consent("sms", false, anEvent("b", 20).ts(), "shop"));
        assertThat(changes()).containsExactly("1 sms true a", "1 sms false b");
    }

    @Test
    void consentKeepsItsHistoryButNotItsRepetitions() {
        TestEvent[] events = {
            anEvent("a", 1, "user:1")
                    .with("{\"consent_sms\":true,\"consent_email\":\"false\",\"consent_post\":\"maybe\"}"),
            anEvent("b", 2, "user:1").with("{\"consent_sms\":true}"),
            anEvent("c", 3, "user:1").with("{\"consent_sms\":false}"),
            anEvent("d", 4, "user:1").with("{\"consent_sms\":true}")
        };
        members.resolve(events);
        members.resolve(events);
        members.resolve(anEvent("e", 9, "user:1").with("{\"consent_sms\":true}"));
        members.resolve(anEvent("f", 7, "user:1").with("{\"consent_sms\":false}"));

        assertThat(members.identities.consentOf(1))
                .containsExactly(
                        new Consent("email", false, anEvent("a", 1).ts(), "shop"),
                        new Consent("sms", true, anEvent("d", 4).ts(), "shop"));
        assertThat(changes())
                .containsExactly("1 email false a", "1 sms true a", "1 sms false c", "1 sms true d", "1 sms false f");
    }

    @Test
    void lookupsFindMembersHoweverTheirKeyIsWritten() {
        members.resolve(anEvent("a", 1, "phone:13900000001", "email:a@b.cn", "device:d"), anEvent("b", 2, "user:2"));
        members.resolve(anEvent("c", 3, "user:2", "phone:13900000001"));

        assertThat(members.identities.find("phone", "+86 139 0000 0001")).contains(1);
        assertThat(members.identities.find("Email", " A@B.cn ")).contains(1);
        assertThat(members.identities.find("user", "2")).contains(1);
        assertThat(members.identities.find("user", "3")).isEmpty();
        assertThat(members.identities.survivorOf(2)).contains(1);
        assertThat(members.identities.survivorOf(3)).isEmpty();
        assertThat(members.identities.identifiersOf(1))
                .extracting(HeldIdentifier::kind)
                .containsExactly("email", "phone", "user", "device");
        assertThat(members.identities.mergesOf(1))
                .containsExactly(new Merge(2, 1, TestMembers.NOW, "c", "user", "2", "phone", "13900000001"));
        assertThat(members.identities.members(List.of(1, 2)).keySet()).containsExactly(1);
    }

    private List<String> said(int memberNo) {
        return members.identities.traitsOf(memberNo).stream()
                .map(trait -> trait.name() + "=" + trait.value())
                .toList();
    }

    private String channelOf(int memberNo) {
        return members.identities.members(List.of(memberNo)).values().stream()
                .map(Member::channel)
                .findFirst()
                .orElse("");
    }

    private List<String> changes() {
        return members.postgres
                .sql(
                        "SELECT concat_ws(' ', member_no, channel, granted::text, event_id) FROM consent_change ORDER BY channel, ts")
                .query(String.class)
                .list();
    }
}
