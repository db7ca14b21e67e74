package io.guanxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class MentionsTest {

    private static final Person PERSON = new Person(
            1,
            List.of(1),
            List.of("phone:13900000001", "email:ann@x.com", "user:u-17", "card:00004", "user:it's", "user:a\"b"));

    @Test
    void rowsOfFilesNameAPersonHoweverTheirKeysAreWritten(@TempDir Path temp) throws Exception {
        try (DuckDb duck = DuckDb.inMemory(temp, "256MB")) {
            assertThat(asked(duck.client(), new Mentions(PERSON).inText("text"), LINES))
                    .containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    private static final List<String> LINES = List.of(
            "",
            "+86 (139) 0000-0001,x",
            "0086139.0000.0001",
            "ANN@X.COM",
            "1,U-17,2",
            "00004",
            "say it's so",
            "au-17b,000045,13900000002,ann@y.com");

    @Test
    void callsNameAPersonHoweverTheirKeysAreWritten() {
        List<String> calls = List.of(
                "",
                "{\"traits\":{\"phone\":\"+86 (139) 0000-0001\"}}",
                "{\"traits\":{\"email\":\"Ann@X.com\"}}",
                "{\"userId\":\" U-17 \"}",
                "{\"traits\":{\"card\":4, \"Card\" : 00004 }}",
                "{\"userId\":\"It's\"}",
                "{\"userId\":\"A\\\"b\"}",
                "{\"userId\":\"u-17-b\",\"total\":00004,\"phone\":\"13900000002\"}");

        assertThat(asked(TestMembers.empty().postgres, new Mentions(PERSON).inCall("text"), calls))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void identifiersAsSentAreThoseOfAPersonByTheirNormalForm() {
        List<String> sent = List.of(
                "[]",
                "[\"device:d\",\"phone:+86 (139) 0000-0001\"]",
                "[\"Phone:008613900000001\"]",
                "[\"email: ANN@x.COM\"]",
                "[\"user:it's\"]",
                "[\"user:U-17\"]",
                "[\"phone:13900000002\",\"card:13900000001\"]");

        assertThat(asked(TestMembers.empty().postgres, new Mentions(PERSON).inIdentifiers("text"), sent))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void whoHasNoIdentifierIsNamedNowhere() {
        Mentions nobody = new Mentions(new Person(1, List.of(1), List.of()));

        assertThat(List.of(nobody.inText("t"), nobody.inCall("t"), nobody.inIdentifiers("t")))
                .containsOnly("false");
    }

    /** The places of the texts of which a condition is true. */
    private static List<Integer> asked(JdbcClient sql, String condition, List<String> texts) {
        return java.util.stream.IntStream.range(0, texts.size())
                .filter(i -> sql.sql("SELECT " + condition + " FROM (SELECT CAST(? AS VARCHAR) AS text) AS given")
                        .param(texts.get(i))
                        .query(Boolean.class)
                        .single())
                .boxed()
                .toList();
    }
}
