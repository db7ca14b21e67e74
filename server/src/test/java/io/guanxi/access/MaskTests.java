package io.guanxi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How personal data looks to those who may not see it. */
class MaskTests {

    @Test
    void aPhoneNumberKeepsItsBeginningAndItsLastFourDigits() {
        assertThat(Mask.phone("13812340000")).isEqualTo("138****0000");
        assertThat(Mask.phone("+8613812340000")).isEqualTo("+86138****0000");
        assertThat(Mask.phone("12345")).isEqualTo("1****");
        assertThat(Mask.phone("123")).isEqualTo("****");
    }

    @Test
    void aNameKeepsItsFirstCharacter() {
        assertThat(Mask.name("林美丽")).isEqualTo("林*");
        assertThat(Mask.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Mask.name(" ")).isEmpty();
    }

    @Test
    void anEmailKeepsItsFirstCharacterAndDomain() {
        assertThat(Mask.email("lin.mei@example.com")).isEqualTo("l***@example.com");
    }

    @Test
    void aBrandsOwnNumbersStayUnlessTheyAreSomethingElse() {
        assertThat(Mask.identifier("customer", "2375")).isEqualTo("2375");
        assertThat(Mask.identifier("user", "lin@example.com")).isEqualTo("l***@example.com");
        assertThat(Mask.identifier("user", "13812340000")).isEqualTo("138****0000");
    }

    @Test
    void anyOtherKeyIsMasked() {
        assertThat(Mask.identifier("unionid", "oAbCdEf123456")).isEqualTo("oAb***56");
        assertThat(Mask.identifier("card", "1234")).isEqualTo("1***");
        assertThat(Mask.identifier("mobile", "13812340000")).isEqualTo("138****0000");
    }

    @Test
    void traitsLosePersonalFieldsAtAnyDepth() {
        assertThat(PersonalFields.masked("""
                        {"name":"林美丽","age":30,"phone":13812340000,"home_address":"x","address":{"city":"上海","street":"南京路"},
                         "emails":["a@b.cn"],"vip":true,"gone":null}
                        """, true))
                .isEqualTo("{\"name\":\"林*\",\"age\":30,\"phone\":\"138****0000\",\"home_address\":\"x\","
                        + "\"address\":{\"city\":\"上***\",\"street\":\"南***\"},"
                        + "\"emails\":[\"a***@b.cn\"],\"vip\":true,\"gone\":null}");
    }

    @Test
    void aProductKeepsItsNameAndAMessageLosesTheNumbersInIt() {
        assertThat(PersonalFields.masked("""
                        {"name":"面霜","price":199.50,"order_id":"20261122138123400001","text":"call 13812340000 or a@b.cn"}
                        """, false))
                .isEqualTo("{\"name\":\"面霜\",\"price\":199.50,\"order_id\":\"20261122138123400001\","
                        + "\"text\":\"call 138****0000 or a***@b.cn\"}");
    }
}
