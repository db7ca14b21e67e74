package io.guanxi.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.simulator.wecom.WeComStandIn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the stand-in: tokens, pages, and what each of WeCom's refusals means. */
class WeComClientTest {

    private final WeComStandIn standIn = new WeComStandIn(Clock.systemUTC());
    private final WeCom wecom = client(WeComStandIn.SECRET);

    private WeCom client(String secret) {
        return new WeCom(new WeComSettings(
                standIn.address(),
                WeComStandIn.CORP,
                secret,
                WeComStandIn.CONTACTS_SECRET,
                "",
                "",
                Duration.ofDays(1)));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void oneTokenServesManyCalls() {
        standIn.enterprise().hire("li", "李导购");

        assertThat(wecom.employees()).containsExactly("li");
        assertThat(wecom.employees()).containsExactly("li");

        assertThat(standIn.tokensIssued()).isEqualTo(1);
    }

    @Test
    void anExpiredTokenIsRenewedAndTheCallMadeAgain() {
        standIn.enterprise().hire("li", "李导购");
        wecom.employees();

        standIn.expireTokens();

        assertThat(wecom.employees()).containsExactly("li");
        assertThat(standIn.tokensIssued()).isEqualTo(2);
    }

    @Test
    void aWrongSecretIsRefused() {
        assertThatThrownBy(() -> client("guessed").employees()).isInstanceOfSatisfying(WeComTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo(40001);
            assertThat(trouble.kind()).isEqualTo(WeComTrouble.Kind.REFUSED);
        });
    }

    @Test
    void tooManyCallsAtOnceIsForLater() {
        standIn.mostAtOnce(0);

        assertThatThrownBy(wecom::employees).isInstanceOfSatisfying(WeComTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo(WeComTrouble.TOO_MANY_AT_ONCE);
            assertThat(trouble.kind()).isEqualTo(WeComTrouble.Kind.LATER);
        });
    }

    @Test
    void ofADroppedConnectionNobodyKnows() {
        wecom.employees();
        standIn.dropAfter(3);

        assertThatThrownBy(() -> wecom.customer("nobody"))
                .isInstanceOfSatisfying(WeComTrouble.class, trouble -> assertThat(trouble.kind())
                        .isEqualTo(WeComTrouble.Kind.LOST));
    }

    @Test
    void theAddressBookMayBeForbidden() {
        standIn.enterprise().hire("li", "李导购");
        assertThat(wecom.nameOf("li")).isEqualTo("李导购");

        standIn.addressBookForbidden(true);

        assertThatThrownBy(() -> wecom.nameOf("li"))
                .isInstanceOfSatisfying(WeComTrouble.class, trouble -> assertThat(trouble.code())
                        .isEqualTo(WeComTrouble.ADDRESS_BOOK_FORBIDDEN));
    }

    @Test
    void customersComePageByPageWithTheirTags() {
        standIn.enterprise().hire("li", "李导购");
        String tag = standIn.enterprise().tags("兴趣", "茶").getFirst();
        for (int i = 0; i < 230; i++) {
            String customer = standIn.enterprise().person("客" + i, i == 0 ? "union-0" : null);
            standIn.enterprise().adds(customer, "li", "spring");
            standIn.enterprise().marks("li", customer, List.of(tag), List.of());
        }

        List<Customer> all = new ArrayList<>();
        String cursor = "";
        do {
            Part<Customer> part = wecom.customersOf(List.of("li"), cursor);
            all.addAll(part.items());
            cursor = part.cursor();
        } while (!cursor.isEmpty());

        assertThat(all).hasSize(230).extracting(Customer::externalUserid).doesNotHaveDuplicates();
        assertThat(all.getFirst().unionid()).isEqualTo("union-0");
        assertThat(all.getLast().unionid()).isNull();
        assertThat(all).allSatisfy(customer -> {
            assertThat(customer.follows().getFirst().tags()).containsExactly(tag);
            assertThat(customer.follows().getFirst().state()).isEqualTo("spring");
        });
        assertThat(wecom.customer(all.getFirst().externalUserid())).isEqualTo(all.getFirst());
    }
}
