package io.guanxi.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.mart.Mart;
import io.guanxi.simulator.wecom.Enterprise;
import io.guanxi.simulator.wecom.WeComStandIn;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the server against a stand-in of WeCom, which all such tests share. */
@ServerTest
public abstract class WeComTest {

    /** The stand-in. */
    protected static final WeComStandIn WECOM = new WeComStandIn(Clock.systemUTC());

    /** Calls the server. */
    @Autowired
    protected Caller caller;

    /** The server's mart. */
    @Autowired
    protected Mart mart;

    /** The server's database. */
    @Autowired
    protected JdbcClient postgres;

    /** Tells this test's people from others'. */
    protected final String own = UUID.randomUUID().toString().substring(0, 8);

    /** What the stand-in knows. */
    protected final Enterprise enterprise = WECOM.enterprise();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("guanxi.wecom.address", WECOM::address);
        registry.add("guanxi.wecom.corp-id", () -> WeComStandIn.CORP);
        registry.add("guanxi.messaging.allow-private", () -> "true");
        registry.add("guanxi.wecom.secret", () -> WeComStandIn.SECRET);
        registry.add("guanxi.wecom.contacts-secret", () -> WeComStandIn.CONTACTS_SECRET);
        registry.add("guanxi.wecom.callback-token", () -> WeComStandIn.CALLBACK_TOKEN);
        registry.add("guanxi.wecom.callback-aes-key", () -> WeComStandIn.CALLBACK_AES_KEY);
    }

    /** Has WeCom call something out. */
    protected final void tell(Enterprise.Happening happening) {
        WeComStandIn.Answered answered = WECOM.send(caller.address() + "/wecom/callback", happening);
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(answered.body()).isEqualTo("success");
    }

    /** Returns when all callbacks are worked off and their events have arrived. */
    protected final void settle() {
        Waiting.until(() -> postgres.sql("SELECT count(*) FROM wecom_callback WHERE done_at IS NULL")
                        .query(Long.class)
                        .single()
                == 0);
        mart.settle();
    }

    /** {@return the number of the member who is a customer} */
    protected final int member(String customer) {
        return caller.get("/api/members/by/external_userid/" + customer)
                .json()
                .path("no")
                .asInt();
    }

    /** {@return names of a customer's events, the newest first} */
    protected final List<String> eventsOf(String customer) {
        return caller.get("/api/members/" + member(customer) + "/timeline?limit=50")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("event").asString())
                .toList();
    }
}
