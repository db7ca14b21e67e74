package io.guanxi.testing;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered.
 *
 * @param status HTTP status
 * @param headers HTTP headers
 * @param text the body
 */
public record Answer(int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@return the body as JSON} */
    public JsonNode json() {
        return JSON.readTree(text);
    }

    /** {@return the stable code of a problem} */
    public String code() {
        return json().path("code").asString("");
    }

    /**
     * {@return a header's first value, or an empty text}
     *
     * @param name the header
     */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /**
     * {@return the value of a cookie the server sets, or an empty text}
     *
     * @param name the cookie
     */
    public String cookie(String name) {
        List<String> set = headers.allValues("Set-Cookie");
        return set.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }
}
