package io.guanxi.simulator.wecom;

import io.guanxi.simulator.wecom.Enterprise.Contact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What each path of the interface does, in WeCom's JSON. */
final class Routes {

    private static final int MOST_EMPLOYEES = 100;
    private static final int MOST_DETAILS = 100;
    private static final int MOST_RESULTS = 1_000;

    private final Enterprise enterprise;
    volatile boolean addressBookForbidden;

    Routes(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    Map<String, Object> answer(String path, String secret, Map<String, String> query, JsonNode asked) {
        if (path.equals("user/get")) {
            return employee(secret, query.getOrDefault("userid", ""));
        }
        if (!secret.equals(WeComStandIn.SECRET)) {
            throw new Refusal(48002, "api forbidden");
        }
        return switch (path) {
            case "externalcontact/get_follow_user_list" ->
                Map.of("follow_user", List.copyOf(enterprise.employees.keySet()));
            case "externalcontact/get" -> customer(query.getOrDefault("external_userid", ""));
            case "externalcontact/batch/get_by_user" -> customers(asked);
            case "externalcontact/get_corp_tag_list" -> tags();
            case "externalcontact/add_corp_tag" -> makeTags(asked);
            case "externalcontact/mark_tag" -> {
                enterprise.marks(
                        asked.path("userid").asString(),
                        asked.path("external_userid").asString(),
                        texts(asked.path("add_tag")),
                        texts(asked.path("remove_tag")));
                yield Map.of();
            }
            case "externalcontact/groupchat/list" -> chats(asked);
            case "externalcontact/groupchat/get" -> chat(asked.path("chat_id").asString());
            case "externalcontact/add_contact_way" -> {
                Enterprise.Way way = enterprise.addWay(
                        texts(asked.path("user")),
                        asked.path("state").asString(""),
                        asked.path("remark").asString(""));
                yield Map.of("config_id", way.id(), "qr_code", "https://wework.qpic.cn/stand-in/" + way.id());
            }
            case "externalcontact/update_contact_way" -> {
                enterprise.updateWay(
                        asked.path("config_id").asString(""),
                        texts(asked.path("user")),
                        asked.path("state").asString(""),
                        asked.path("remark").asString(""));
                yield Map.of();
            }
            case "externalcontact/del_contact_way" -> {
                enterprise.deleteWay(asked.path("config_id").asString());
                yield Map.of();
            }
            case "externalcontact/send_welcome_msg" -> {
                enterprise.welcome(
                        asked.path("welcome_code").asString(),
                        asked.path("text").path("content").asString(""),
                        enterprise.media().check(asked.path("attachments")));
                yield Map.of();
            }
            case "externalcontact/add_msg_template" -> message(asked);
            case "externalcontact/cancel_groupmsg_send" -> {
                enterprise.messages().cancel(asked.path("msgid").asString());
                yield Map.of();
            }
            case "externalcontact/get_groupmsg_task" -> messageTasks(asked);
            case "externalcontact/get_groupmsg_send_result" -> messageResults(asked);
            default -> throw new Refusal(40001, "no such path: " + path);
        };
    }

    private Map<String, Object> employee(String secret, String id) {
        if (addressBookForbidden || !secret.equals(WeComStandIn.CONTACTS_SECRET)) {
            throw new Refusal(Refusal.ADDRESS_BOOK_FORBIDDEN, "api forbidden for contact assistant");
        }
        String name = enterprise.employees.get(id);
        if (name == null) {
            throw new Refusal(Refusal.NO_SUCH_USER, "userid not found");
        }
        return Map.of("userid", id, "name", name, "status", 1);
    }

    private Map<String, Object> customer(String id) {
        Enterprise.Person person = enterprise.someone(id);
        List<Contact> contacts = enterprise.contactsOf(id);
        if (contacts.isEmpty()) {
            throw new Refusal(Refusal.NOT_A_CONTACT, "not external contact");
        }
        return Map.of(
                "external_contact",
                external(person),
                "follow_user",
                contacts.stream()
                        .map(contact -> {
                            Map<String, Object> follow = follow(contact);
                            follow.put(
                                    "tags",
                                    contact.tags().stream()
                                            .map(tag -> Map.of("tag_id", tag, "tag_name", "", "type", 1))
                                            .toList());
                            return follow;
                        })
                        .toList());
    }

    private static Map<String, Object> external(Enterprise.Person person) {
        Map<String, Object> external = new LinkedHashMap<>();
        external.put("external_userid", person.id());
        external.put("name", person.name());
        external.put("type", 1);
        external.put("gender", person.gender());
        if (person.unionid() != null) {
            external.put("unionid", person.unionid());
        }
        return external;
    }

    private static Map<String, Object> follow(Contact contact) {
        Map<String, Object> follow = new LinkedHashMap<>();
        follow.put("userid", contact.employee());
        follow.put("remark", "");
        follow.put("description", "");
        follow.put("createtime", contact.since().getEpochSecond());
        follow.put("add_way", contact.addWay());
        if (contact.state() != null) {
            follow.put("state", contact.state());
        }
        return follow;
    }

    private Map<String, Object> customers(JsonNode asked) {
        List<String> employees = texts(asked.path("userid_list"));
        int limit = asked.path("limit").asInt(50);
        if (employees.isEmpty() || employees.size() > MOST_EMPLOYEES || limit > MOST_DETAILS) {
            throw new Refusal(Refusal.BAD_PARAMETER, "userid_list must name 1 to 100 employees, limit is at most 100");
        }
        return part(
                "external_contact_list",
                enterprise.contactsOfEmployees(new LinkedHashSet<>(employees)).stream()
                        .map(contact -> {
                            Map<String, Object> follow = follow(contact);
                            follow.put("tag_id", List.copyOf(contact.tags()));
                            return Map.<String, Object>of(
                                    "external_contact",
                                    external(enterprise.someone(contact.customer())),
                                    "follow_info",
                                    follow);
                        })
                        .toList(),
                asked.path("cursor").asString(""),
                limit);
    }

    private Map<String, Object> tags() {
        return Map.of(
                "tag_group",
                enterprise.corpTags().groups().stream()
                        .map(group -> Map.of(
                                "group_id",
                                group.id(),
                                "group_name",
                                group.name(),
                                "create_time",
                                1,
                                "order",
                                1,
                                "tag",
                                group.tags().entrySet().stream()
                                        .map(tag -> Map.of(
                                                "id",
                                                tag.getKey(),
                                                "name",
                                                tag.getValue(),
                                                "create_time",
                                                1,
                                                "order",
                                                1))
                                        .toList()))
                        .toList());
    }

    private Map<String, Object> makeTags(JsonNode asked) {
        List<String> names = new ArrayList<>();
        asked.path("tag").forEach(tag -> names.add(tag.path("name").asString("")));
        CorpTags.Group made = enterprise.corpTags().add(asked.path("group_name").asString(""), names);
        return Map.of(
                "tag_group",
                Map.of(
                        "group_id",
                        made.id(),
                        "group_name",
                        made.name(),
                        "tag",
                        made.tags().entrySet().stream()
                                .map(tag -> Map.of("id", tag.getKey(), "name", tag.getValue()))
                                .toList()));
    }

    private Map<String, Object> chats(JsonNode asked) {
        return part(
                "group_chat_list",
                enterprise.chats().stream()
                        .map(chat -> Map.<String, Object>of("chat_id", chat.id(), "status", 0))
                        .toList(),
                asked.path("cursor").asString(""),
                asked.path("limit").asInt(1_000));
    }

    private Map<String, Object> chat(String id) {
        Enterprise.Chat chat = enterprise.chat(id);
        List<Map<String, Object>> members = new ArrayList<>();
        chat.people().values().forEach(each -> {
            Map<String, Object> member = new LinkedHashMap<>();
            member.put("userid", each.id());
            member.put("type", each.customer() ? 2 : 1);
            member.put("join_time", each.joined().getEpochSecond());
            member.put("join_scene", 1);
            String unionid = each.customer() ? enterprise.someone(each.id()).unionid() : null;
            if (unionid != null) {
                member.put("unionid", unionid);
            }
            members.add(member);
        });
        return Map.of(
                "group_chat",
                Map.of(
                        "chat_id",
                        chat.id(),
                        "name",
                        chat.name(),
                        "owner",
                        chat.owner(),
                        "create_time",
                        chat.created().getEpochSecond(),
                        "member_list",
                        members));
    }

    private Map<String, Object> message(JsonNode asked) {
        if (!asked.path("chat_type").asString("single").equals("single")) {
            throw new Refusal(Refusal.BAD_PARAMETER, "the stand-in sends to customers only");
        }
        GroupMessages.Made made = enterprise
                .messages()
                .make(
                        texts(asked.path("external_userid")),
                        asked.path("sender").asString(""),
                        asked.path("text").path("content").asString(""),
                        enterprise.media().check(asked.path("attachments")));
        return Map.of("msgid", made.id(), "fail_list", made.failed());
    }

    private Map<String, Object> messageTasks(JsonNode asked) {
        return part(
                "task_list",
                enterprise.messages().employees(asked.path("msgid").asString()).entrySet().stream()
                        .map(each -> Map.<String, Object>of(
                                "userid", each.getKey(), "status", each.getValue() ? 2 : 0, "send_time", 1))
                        .toList(),
                asked.path("cursor").asString(""),
                asked.path("limit").asInt(500));
    }

    private Map<String, Object> messageResults(JsonNode asked) {
        int limit = asked.path("limit").asInt(500);
        if (limit > MOST_RESULTS) {
            throw new Refusal(Refusal.BAD_PARAMETER, "limit is at most 1000");
        }
        return part(
                "send_list",
                enterprise
                        .messages()
                        .results(
                                asked.path("msgid").asString(),
                                asked.path("userid").asString())
                        .stream()
                        .map(to -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("external_userid", to.customer());
                            result.put("userid", to.employee());
                            result.put("status", to.status().ordinal());
                            if (to.at() != null) {
                                result.put("send_time", to.at().getEpochSecond());
                            }
                            return result;
                        })
                        .toList(),
                asked.path("cursor").asString(""),
                limit);
    }

    private static Map<String, Object> part(
            String name, List<? extends Map<String, ?>> whole, @Nullable String cursor, int limit) {
        int from = cursor == null || cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(whole.size(), from + limit);
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(name, whole.subList(Math.min(from, to), to));
        part.put("next_cursor", to < whole.size() ? Integer.toString(to) : "");
        return part;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
