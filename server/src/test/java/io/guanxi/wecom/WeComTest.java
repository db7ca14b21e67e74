package io.guanxi.wecom;

import io.guanxi.simulator.wecom.WeComStandIn;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the server against a stand-in of WeCom, which all such tests share. */
@ServerTest
public abstract class WeComTest {

    /** The stand-in. */
    protected static final WeComStandIn WECOM = new WeComStandIn(Clock.systemUTC());

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("guanxi.wecom.address", WECOM::address);
        registry.add("guanxi.wecom.corp-id", () -> WeComStandIn.CORP);
        registry.add("guanxi.wecom.secret", () -> WeComStandIn.SECRET);
        registry.add("guanxi.wecom.contacts-secret", () -> WeComStandIn.CONTACTS_SECRET);
        registry.add("guanxi.wecom.callback-token", () -> WeComStandIn.CALLBACK_TOKEN);
        registry.add("guanxi.wecom.callback-aes-key", () -> WeComStandIn.CALLBACK_AES_KEY);
    }
}
