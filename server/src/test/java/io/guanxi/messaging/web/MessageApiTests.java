package io.guanxi.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What callers may ask of messages, and what they are told where it is wrong. */
@ServerTest
class MessageApiTests {

    private static final String NUL = "\\u0000";

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    private static final String TEMPLATE = "{\"name\": \"t\", \"channel\": \"webhook\", \"category\": \"service\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "GET; /api/messages?limit=0; ",
                "GET; /api/messages?cursor=x; ",
                "GET; /api/messages?state=x; ",
                "GET; /api/messages?reason=%00; ",
                "GET; /api/messages?originId=%00; ",
                "GET; /api/messages?member=99999999999; ",
                "GET; /api/messages/tallies?days=0; ",
                "GET; /api/messages/blocks; ",
                "POST; /api/messages; {}",
                "POST; /api/messages; null",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": 2147483647}",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": MEMBER, \"priority\": 10}",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": MEMBER, \"key\": \"NUL\"}",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": MEMBER, \"values\": {\"a\": null}}",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": MEMBER, \"values\": {\"a\": \"NUL\"}}",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": MEMBER, \"values\": {\"NUL\": \"a\"}}",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": MEMBER, \"notBefore\": \"+999999999-01-01T00:00:00Z\"}",
                "POST; /api/messages; {\"templateId\": TEMPLATE, \"memberNo\": MEMBER, \"expires\": \"+999999999-01-01T00:00:00Z\"}",
                "POST; /api/messages/resend?originKind=%00; ",
                "POST; /api/templates; {}",
                "POST; /api/templates; " + TEMPLATE + "}",
                "POST; /api/templates; " + TEMPLATE + ", \"wording\": {}}",
                "POST; /api/templates; " + TEMPLATE + ", \"wording\": {\"text\": \"NUL\"}}",
                "POST; /api/templates; " + TEMPLATE + ", \"wording\": {\"text\": \"x\", \"attachments\": [null]}}",
                "POST; /api/templates; " + TEMPLATE + ", \"wording\": {\"text\": \"x\", \"variables\": [null]}}",
                "POST; /api/templates; " + TEMPLATE + ", \"wording\": {\"text\": \"x\", \"url\": \"http://[\"}}",
                "PUT; /api/templates/1; " + TEMPLATE + "}",
                "POST; /api/templates/preview; {}",
                "POST; /api/templates/preview; {\"channel\": \"webhook\", \"memberNo\": MEMBER}",
                "POST; /api/templates/preview; {\"channel\": \"webhook\", \"memberNo\": MEMBER, \"wording\": {}}",
                "POST; /api/contents; {}",
                "POST; /api/contents; {\"name\": \"c\"}",
                "POST; /api/contents; {\"name\": \"c\", \"content\": {\"kind\": \"TEXT\"}}",
                "POST; /api/contents; {\"name\": \"c\", \"content\": {\"kind\": \"TEXT\", \"text\": \"aNUL\"}}",
                "POST; /api/contents; {\"name\": \"c\", \"content\": {\"kind\": \"LINK\", \"url\": \"x\"}}",
                "POST; /api/contents; {\"name\": \"c\", \"content\": {\"kind\": \"x\"}}",
                "PUT; /api/reach-policy; {}",
                "PUT; /api/reach-policy; {\"version\": 0, \"rules\": [null]}",
                "PUT; /api/reach-policy; {\"version\": 0, \"rules\": [{\"kind\": \"HOLDOUT\"}]}",
                "PUT; /api/reach-policy; {\"version\": 0, \"rules\": [{\"kind\": \"HOLDOUT\", \"name\": \"aNUL\", \"applies\": {}}]}",
                "PUT; /api/reach-policy; {\"version\": 0, \"rules\": [{\"kind\": \"HOLDOUT\", \"name\": \"a\", \"applies\": {\"channels\": [null]}}]}"
            })
    void whatIsWrongIsRefusedByName(String method, String path, String body) {
        String filled = body == null
                ? ""
                : body.replace("TEMPLATE", template())
                        .replace("MEMBER", Integer.toString(member("wrong")))
                        .replace("NUL", NUL);

        Answer answer = caller.send(
                method, path, java.net.http.HttpRequest.BodyPublishers.ofString(filled), "application/json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isNotEmpty();
        assertThat(answer.code().equals("member.unknown")).isEqualTo(filled.contains("2147483647"));
    }

    private int member(String user) {
        caller.withWriteKey(Caller.WRITE_KEY).post("/v1/identify", "{\"userId\": \"" + user + "\"}");
        mart.settle();
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    private String template() {
        Answer made = caller.post("/api/templates", TEMPLATE + ", \"wording\": {\"text\": \"hello\"}}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return Long.toString(made.json().path("id").asLong());
    }
}
