package io.guanxi.simulator.wecom;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What WeCom knows of an enterprise, and its rules: who is whose contact, tags, group chats, live codes, welcomes. What people do
 * gives the callback that WeCom would send.
 */
public final class Enterprise {

    static final int LONGEST_STATE = 30;
    private static final int MOST_USERS = 100;
    private static final Duration WELCOME = Duration.ofSeconds(20);
    private static final int TEXT_BYTES = 4_000;
    private static final int ATTACHMENTS = 9;

    private final Clock clock;
    final Map<String, String> employees = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final Map<String, Chat> chats = new LinkedHashMap<>();
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, Welcome> welcomes = new LinkedHashMap<>();
    private final GroupMessages messages;
    private final CorpTags corpTags = new CorpTags(this);
    private final MediaShelf media;
    private boolean otherAppWelcomes;
    private int count;

    Enterprise(Clock clock) {
        this.clock = clock;
        this.messages = new GroupMessages(clock, this);
        this.media = new MediaShelf(clock);
    }

    record Person(String id, @Nullable String unionid, String name, int gender) {}

    record Contact(
            String employee,
            String customer,
            Instant since,
            @Nullable String state,
            int addWay,
            Set<String> tags) {}

    record InChat(String id, boolean customer, Instant joined) {}

    record Chat(String id, String name, String owner, Instant created, Map<String, InChat> people) {}

    record Way(String id, List<String> users, String state, String remark) {}

    private record Welcome(
            String customer, Instant until, @Nullable String said) {}

    /**
     * A callback to be sent.
     *
     * @param at its {@code CreateTime}
     * @param fields what else it says, by WeCom's names
     */
    public record Happening(Instant at, Map<String, String> fields) {}

    Happening happened(String event, String change, Map<String, @Nullable String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("FromUserName", "sys");
        fields.put("MsgType", "event");
        fields.put("Event", event);
        fields.put("ChangeType", change);
        more.forEach((field, value) -> {
            if (value != null) {
                fields.put(field, value);
            }
        });
        return new Happening(clock.instant(), fields);
    }

    static Map<String, @Nullable String> fields(@Nullable String... pairs) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return fields;
    }

    /**
     * Hires somebody.
     *
     * @param id their id
     * @param name their name
     */
    public synchronized void hire(String id, String name) {
        employees.put(id, name);
    }

    /**
     * {@return the id of somebody new outside}
     *
     * @param name what they call themselves
     * @param unionid of their WeChat, or null
     */
    public synchronized String person(String name, @Nullable String unionid) {
        String id = "wm" + ++count + "-" + name;
        people.put(id, new Person(id, unionid, name, count % 3));
        return id;
    }

    /**
     * Somebody outside who is known by an id already.
     *
     * @param id their {@code external_userid}
     * @param name what they call themselves
     * @param unionid of their WeChat, or null
     * @param gender 1 man, 2 woman, 0 unknown
     */
    public synchronized void person(String id, String name, @Nullable String unionid, int gender) {
        people.put(id, new Person(id, unionid, name, gender));
    }

    /**
     * Somebody adds an employee.
     *
     * @param customer who
     * @param employee whom
     * @param state of the live code they scanned, or null
     * @return the callback, with a welcome code
     */
    public synchronized Happening adds(String customer, String employee, @Nullable String state) {
        return adds(customer, employee, state, clock.instant());
    }

    /**
     * Somebody added an employee at another time.
     *
     * @param customer who
     * @param employee whom
     * @param state of the live code they scanned, or null
     * @param at when
     * @return the callback, with a welcome code
     */
    public synchronized Happening adds(String customer, String employee, @Nullable String state, Instant at) {
        contacts.put(
                employee + " " + customer,
                new Contact(employee, customer, at, state, state == null ? 2 : 1, new LinkedHashSet<>()));
        String code = "welcome-" + ++count;
        welcomes.put(code, new Welcome(customer, clock.instant().plus(WELCOME), null));
        return new Happening(
                at,
                happened(
                                "change_external_contact",
                                "add_external_contact",
                                fields(
                                        "UserID",
                                        employee,
                                        "ExternalUserID",
                                        customer,
                                        "State",
                                        state,
                                        "WelcomeCode",
                                        code))
                        .fields());
    }

    /**
     * Somebody deletes an employee.
     *
     * @param customer who
     * @param employee whom
     * @return the callback
     */
    public synchronized Happening deletes(String customer, String employee) {
        contacts.remove(employee + " " + customer);
        return happened(
                "change_external_contact", "del_follow_user", fields("UserID", employee, "ExternalUserID", customer));
    }

    /**
     * An employee makes a group chat.
     *
     * @param name its name
     * @param owner who
     * @return its id
     */
    public synchronized String chat(String name, String owner) {
        String id = "wr" + ++count;
        Map<String, InChat> inside = new LinkedHashMap<>();
        inside.put(owner, new InChat(owner, false, clock.instant()));
        chats.put(id, new Chat(id, name, owner, clock.instant(), inside));
        return id;
    }

    /**
     * Somebody joins a group chat.
     *
     * @param customer who
     * @param chat where
     * @return the callback
     */
    public synchronized Happening joins(String customer, String chat) {
        chat(chat).people().put(customer, new InChat(customer, true, clock.instant()));
        return happened(
                "change_external_chat",
                "update",
                fields("ChatId", chat, "UpdateDetail", "add_member", "MemChangeCnt", "1"));
    }

    /**
     * Somebody leaves a group chat.
     *
     * @param customer who
     * @param chat where
     * @return the callback
     */
    public synchronized Happening leaves(String customer, String chat) {
        chat(chat).people().remove(customer);
        return happened(
                "change_external_chat",
                "update",
                fields("ChatId", chat, "UpdateDetail", "del_member", "MemChangeCnt", "1"));
    }

    /**
     * Makes tags.
     *
     * @param group of which group
     * @param names what they are called
     * @return their ids, in order
     */
    public List<String> tags(String group, String... names) {
        return corpTags.make(group, names);
    }

    /** {@return the tags of the enterprise} */
    public CorpTags corpTags() {
        return corpTags;
    }

    synchronized void takeOff(String tag) {
        contacts.values().forEach(contact -> contact.tags().remove(tag));
    }

    /**
     * An employee, or the interface, changes a customer's tags.
     *
     * @param employee whose customer
     * @param customer who
     * @param add tags to put on
     * @param remove tags to take off
     * @return the callback; changes by the interface send none
     */
    public synchronized Happening marks(
            String employee, String customer, Collection<String> add, Collection<String> remove) {
        Contact contact = contact(employee, customer);
        for (String tag : add) {
            if (!corpTags.has(tag)) {
                throw new Refusal(Refusal.BAD_TAG, "invalid tagid");
            }
        }
        contact.tags().addAll(add);
        contact.tags().removeAll(remove);
        return happened(
                "change_external_contact",
                "edit_external_contact",
                fields("UserID", employee, "ExternalUserID", customer));
    }

    /**
     * {@return the tags an employee's customer has}
     *
     * @param employee whose
     * @param customer who
     */
    public synchronized Set<String> tagsOf(String employee, String customer) {
        return Set.copyOf(contact(employee, customer).tags());
    }

    /** Lets another app say its welcome, or not: meanwhile nobody else may. */
    public synchronized void otherAppWelcomes(boolean says) {
        this.otherAppWelcomes = says;
    }

    /**
     * {@return what was said to a customer as a welcome, or null}
     *
     * @param customer to whom
     */
    public synchronized @Nullable String welcomeOf(String customer) {
        return welcomes.values().stream()
                .filter(welcome -> welcome.customer().equals(customer) && welcome.said() != null)
                .map(Welcome::said)
                .findFirst()
                .orElse(null);
    }

    /** {@return the pictures it was handed} */
    public MediaShelf media() {
        return media;
    }

    /** {@return the messages that employees are to send} */
    public GroupMessages messages() {
        return messages;
    }

    synchronized void welcome(String code, String text, int attachments) {
        checkMessage(text, attachments);
        Welcome welcome = welcomes.get(code);
        if (welcome == null || !clock.instant().isBefore(welcome.until())) {
            throw new Refusal(Refusal.BAD_PARAMETER, "invalid welcome_code");
        }
        if (otherAppWelcomes) {
            throw new Refusal(Refusal.WELCOME_BUSY, "another app is sending the welcome message");
        }
        if (welcome.said() != null) {
            throw new Refusal(Refusal.ALREADY_WELCOMED, "externaluser has started chatting");
        }
        welcomes.put(code, new Welcome(welcome.customer(), welcome.until(), text));
    }

    static void checkMessage(String text, int attachments) {
        if (text.isEmpty() && attachments == 0) {
            throw new Refusal(Refusal.BAD_PARAMETER, "text and attachments are empty");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
            throw new Refusal(Refusal.BAD_PARAMETER, "text has more than 4000 bytes");
        }
        if (attachments > ATTACHMENTS) {
            throw new Refusal(Refusal.BAD_PARAMETER, "more than 9 attachments");
        }
    }

    synchronized Way addWay(List<String> users, String state, String remark) {
        Way way = new Way("way-" + ++count, checked(users, state), state, remark);
        ways.put(way.id(), way);
        return way;
    }

    synchronized void updateWay(String id, List<String> users, String state, String remark) {
        if (!ways.containsKey(id)) {
            throw new Refusal(Refusal.BAD_PARAMETER, "config_id not found");
        }
        ways.put(id, new Way(id, checked(users, state), state, remark));
    }

    private List<String> checked(List<String> users, String state) {
        if (state.length() > LONGEST_STATE) {
            throw new Refusal(Refusal.BAD_PARAMETER, "state has more than 30 characters");
        }
        if (users.isEmpty() || !employees.keySet().containsAll(users)) {
            throw new Refusal(Refusal.NO_SUCH_USER, "userid not found");
        }
        if (users.size() > MOST_USERS) {
            throw new Refusal(Refusal.BAD_PARAMETER, "user names more than 100");
        }
        return List.copyOf(users);
    }

    synchronized void deleteWay(String id) {
        if (ways.remove(id) == null) {
            throw new Refusal(Refusal.BAD_PARAMETER, "config_id not found");
        }
    }

    /** {@return states of the live codes there are} */
    public synchronized List<String> liveCodes() {
        return ways.values().stream().map(Way::state).toList();
    }

    /**
     * {@return whom those add who scan a live code}
     *
     * @param state of the live code
     */
    public synchronized List<String> behind(String state) {
        return ways.values().stream()
                .filter(way -> way.state().equals(state))
                .findFirst()
                .map(Way::users)
                .orElse(List.of());
    }

    synchronized Person someone(String customer) {
        Person person = people.get(customer);
        if (person == null) {
            throw new Refusal(Refusal.BAD_CUSTOMER, "invalid external userid");
        }
        return person;
    }

    synchronized List<Contact> contactsOf(String customer) {
        return employees.keySet().stream()
                .map(employee -> contacts.get(employee + " " + customer))
                .filter(Objects::nonNull)
                .toList();
    }

    synchronized List<Contact> contactsOfEmployees(Set<String> wanted) {
        return contacts.values().stream()
                .filter(contact -> wanted.contains(contact.employee()))
                .toList();
    }

    synchronized boolean isContact(String employee, String customer) {
        return contacts.containsKey(employee + " " + customer);
    }

    private Contact contact(String employee, String customer) {
        Contact contact = contacts.get(employee + " " + customer);
        if (contact == null) {
            throw new Refusal(Refusal.NOT_A_CONTACT, "not external contact");
        }
        return contact;
    }

    synchronized List<Chat> chats() {
        return List.copyOf(chats.values());
    }

    synchronized Chat chat(String id) {
        Chat chat = chats.get(id);
        if (chat == null) {
            throw new Refusal(Refusal.BAD_PARAMETER, "chat_id not found");
        }
        return chat;
    }
}
