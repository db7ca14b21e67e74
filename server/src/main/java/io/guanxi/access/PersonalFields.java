package io.guanxi.access;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Masks the personal fields in a JSON object: by their names, and phone numbers and e-mail addresses anywhere. */
final class PersonalFields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // numbers stay as they were written
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Set<String> PHONES = Set.of("phone", "mobile", "tel", "telephone", "phonenumber");
    private static final Set<String> HIDDEN = Set.of(
            "email",
            "mail",
            "address",
            "street",
            "postalcode",
            "zip",
            "birthday",
            "birthdate",
            "idcard",
            "idnumber",
            "passport",
            "ip",
            "latitude",
            "longitude",
            "avatar",
            "wechat",
            "unionid",
            "openid",
            "externaluserid",
            "deviceid",
            "idfa",
            "oaid",
            "imei",
            "card",
            "cardnumber",
            "receiver",
            "recipient",
            "consignee",
            "contact",
            "firstname",
            "lastname",
            "fullname",
            "realname",
            "nickname");

    /** A person's among traits; among properties it is a product's, a page's, a coupon's. */
    private static final String NAME = "name";

    private static final Pattern INSIDE =
            Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}|(?<![0-9])1[3-9][0-9]{9}(?![0-9])");

    private PersonalFields() {}

    /**
     * {@return the same object, masked}
     *
     * @param json an object
     * @param traits whether it describes a person, so that {@code name} is a person's
     */
    static String masked(String json, boolean traits) {
        return JSON.writeValueAsString(masked("", JSON.readTree(json), traits));
    }

    /**
     * {@return a text, phone numbers and e-mail addresses in it masked}
     *
     * @param text any
     */
    static String maskedWithin(String text) {
        return INSIDE.matcher(text).replaceAll(PersonalFields::found);
    }

    private static JsonNode masked(String field, JsonNode node, boolean traits) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            boolean personal = isHidden(field, traits);
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                copy.set(entry.getKey(), masked(personal ? field : entry.getKey(), entry.getValue(), traits));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(masked(field, element, traits)));
            return copy;
        }
        return node.isNull() ? node : scalar(field, node, traits);
    }

    private static JsonNode scalar(String field, JsonNode node, boolean traits) {
        String plain = plain(field);
        String text = node.asString();
        if (PHONES.contains(plain)) {
            return StringNode.valueOf(Mask.phone(text));
        }
        if (plain.equals(NAME) && traits) {
            return StringNode.valueOf(Mask.name(text));
        }
        if (isHidden(field, traits)) {
            return StringNode.valueOf(Mask.isEmail(text) ? Mask.email(text) : Mask.name(text) + "**");
        }
        String within = maskedWithin(text);
        return within.equals(text) ? node : StringNode.valueOf(within);
    }

    private static String found(MatchResult found) {
        String text = found.group();
        return Matcher.quoteReplacement(text.contains("@") ? Mask.email(text) : Mask.phone(text));
    }

    private static boolean isHidden(String field, boolean traits) {
        String plain = plain(field);
        return HIDDEN.contains(plain) || PHONES.contains(plain) || (traits && plain.equals(NAME));
    }

    private static String plain(String field) {
        return field.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
