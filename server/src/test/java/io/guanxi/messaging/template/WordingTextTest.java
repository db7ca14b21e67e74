package io.guanxi.messaging.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.template.Letter.Facts;
import io.guanxi.messaging.template.Letter.Filled;
import io.guanxi.messaging.template.WordingText.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts with variables say, and which are refused. */
class WordingTextTest {

    private static final Facts XIAOLIN =
            new Facts("Sample", 17, null, Map.of("name", "小林", "city", " "), Map.of("code", "A1"));
    private static final Capabilities.Limits SHORT = new Capabilities.Limits(10, 20, 30);

    private static Filled fill(String text) {
        WordingText read = ((Reading.Read) WordingText.read(text, Set.of("code"))).text();
        Template template = new Template(
                1,
                "t",
                "sms",
                "service",
                "",
                1,
                new Wording(null, text, List.of(), List.of("code"), null),
                Instant.EPOCH,
                Instant.EPOCH);
        return new Letter(template, null, read, Map.of(), Map.of()).fill(XIAOLIN, (_, url) -> url, SHORT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{member.name|亲}}你好 ~ 小林你好",
                "{{ member.name }} ~ 小林",
                "{{trait.city|上海}} ~ 上海",
                "{{member.channel|朋友}} ~ 朋友",
                "{{brand.name}} {{member.no}} ~ Sample 17",
                "{{var.code}}! ~ A1!",
                "{{{{x}} ~ {{x}}"
            })
    void aTextSaysWhatIsKnownElseItsFallBack(String text, String said) {
        assertThat(fill(text)).isEqualTo(new Filled.Said(null, said, List.of()));
    }

    @Test
    void whatHasNeitherValueNorFallBackIsNotSaid() {
        assertThat(fill("{{member.channel}}")).isEqualTo(new Filled.Unsayable("MISSING_VALUE", "member.channel"));
    }

    @Test
    void lengthCountsCharactersAndBytes() {
        assertThat(fill("一二三四五六七八九十")).isInstanceOf(Filled.Said.class); // 10 characters, 30 bytes
        assertThat(fill("一二三四五六七八九十a"))
                .isEqualTo(new Filled.Unsayable("TOO_LONG", "the text has 31 of at most 30 bytes"));
        assertThat(fill("123456789012345678901"))
                .isEqualTo(new Filled.Unsayable("TOO_LONG", "the text has 21 of at most 20 characters"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{member.nam}} ~ 1 ~ 1",
                "hello {{var.other}} ~ 1 ~ 7",
                "{{trait.city}} ~ 1 ~ 1",
                "{{link.x}} ~ 1 ~ 1",
                "{{open ~ 1 ~ 1",
                "{{phone}} ~ 1 ~ 1"
            })
    void anUnknownVariableIsRefusedWithItsPlace(String text, int line, int column) {
        Reading.Wrong wrong = (Reading.Wrong) WordingText.read(text, Set.of("code"));

        assertThat(wrong.fault().line()).isEqualTo(line);
        assertThat(wrong.fault().column()).isEqualTo(column);
    }

    @Test
    void thePlaceCountsLines() {
        Reading.Wrong wrong = (Reading.Wrong) WordingText.read("a\nbc {{x}}", Set.of());

        assertThat(wrong.fault().line()).isEqualTo(2);
        assertThat(wrong.fault().column()).isEqualTo(4);
    }
}
