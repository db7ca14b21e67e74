package io.guanxi.wecom.client;

import io.guanxi.wecom.client.Customer.Follow;
import io.guanxi.wecom.client.GroupChat.InChat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatList;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupInfo;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupList;
import me.chanjar.weixin.cp.bean.external.contact.ExternalContact;
import me.chanjar.weixin.cp.bean.external.contact.FollowedUser;
import me.chanjar.weixin.cp.bean.external.contact.WxCpExternalContactBatchInfo;
import me.chanjar.weixin.cp.bean.external.contact.WxCpExternalContactInfo;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls WeCom. Tokens are kept until they expire; a call that WeCom refuses because of its token is made once more with a new
 * one. Every trouble is a {@link WeComTrouble}.
 */
@Component
public class WeCom {

    /** Employees whose customers one call reads. */
    public static final int EMPLOYEES_AT_ONCE = 100;

    private static final int PAGE = 100;
    private static final int CHATS = 1_000;

    private final WeComSettings settings;
    private final WxCpServiceImpl customerContact;
    private final WxCpServiceImpl addressBook;

    WeCom(WeComSettings settings) {
        this.settings = settings;
        this.customerContact = service(settings, settings.secret());
        this.addressBook = service(settings, settings.contactsSecret());
    }

    private static WxCpServiceImpl service(WeComSettings settings, String secret) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setBaseApiUrl(settings.address());
        config.setCorpId(settings.corpId());
        config.setCorpSecret(secret);
        WxCpServiceImpl service = new WxCpServiceImpl();
        service.setMaxRetryTimes(1);
        service.setRetrySleepMillis(200);
        service.setWxCpConfigStorage(config);
        return service;
    }

    /** {@return whether there is an enterprise to call} */
    public boolean ready() {
        return settings.ready();
    }

    private WxCpExternalContactService contacts() {
        return customerContact.getExternalContactService();
    }

    /** {@return the service whose calls need customer contact, for other classes of this package} */
    WxCpExternalContactService customerContact() {
        return contacts();
    }

    /** {@return ids of the employees who have customers} */
    public List<String> employees() {
        return Called.of(() -> contacts().listFollowers());
    }

    /**
     * {@return an employee's name; fails with {@link WeComTrouble#ADDRESS_BOOK_FORBIDDEN} where the address book may not be read}
     *
     * @param employee the employee's id
     */
    public String nameOf(String employee) {
        return Called.of(() -> addressBook.getUserService().getById(employee)).getName();
    }

    /** {@return whether names of employees can be asked for} */
    public boolean knowsNames() {
        return !settings.contactsSecret().isEmpty();
    }

    /**
     * {@return a customer with all who follow them}
     *
     * @param externalUserid WeCom's name of them
     */
    public Customer customer(String externalUserid) {
        List<FollowedUser> follows = new ArrayList<>();
        String cursor = "";
        WxCpExternalContactInfo info;
        do {
            String from = cursor;
            info = Called.of(() -> contacts().getContactDetail(externalUserid, from));
            follows.addAll(info.getFollowedUsers());
            cursor = text(info.getNextCursor());
        } while (!cursor.isEmpty());
        return customer(
                info.getExternalContact(), follows.stream().map(WeCom::follow).toList());
    }

    /**
     * {@return customers of employees; each has only the follow of one of these employees}
     *
     * @param employees at most {@link #EMPLOYEES_AT_ONCE}
     * @param cursor of the part, empty for the first
     */
    public Part<Customer> customersOf(List<String> employees, String cursor) {
        WxCpExternalContactBatchInfo part =
                Called.of(() -> contacts().getContactDetailBatch(employees.toArray(String[]::new), cursor, PAGE));
        return new Part<>(
                part.getExternalContactList().stream()
                        .map(each -> customer(each.getExternalContact(), List.of(follow(each.getFollowInfo()))))
                        .toList(),
                text(part.getNextCursor()));
    }

    private static Customer customer(ExternalContact contact, List<Follow> follows) {
        return new Customer(
                contact.getExternalUserId(),
                orNull(contact.getUnionId()),
                text(contact.getName()),
                contact.getGender() == null ? 0 : contact.getGender(),
                follows);
    }

    private static Follow follow(FollowedUser user) {
        List<String> tags;
        if (user.getTagIds() != null) {
            tags = Arrays.asList(user.getTagIds());
        } else if (user.getTags() != null) {
            tags = Arrays.stream(user.getTags())
                    .map(FollowedUser.Tag::getTagId)
                    .filter(id -> id != null && !id.isEmpty()) // employees' own tags have none
                    .toList();
        } else {
            tags = List.of();
        }
        return new Follow(
                user.getUserId(),
                text(user.getRemark()),
                Instant.ofEpochSecond(user.getCreateTime()),
                orNull(user.getState()),
                user.getAddWay() == null ? 0 : Integer.parseInt(user.getAddWay()),
                tags);
    }

    /** {@return all tags of the enterprise} */
    public List<CorpTag> tags() {
        WxCpUserExternalTagGroupList groups = Called.of(() -> contacts().getCorpTagList(new String[0]));
        return groups.getTagGroupList().stream()
                .filter(group -> !Boolean.TRUE.equals(group.getDeleted()))
                .flatMap(group -> group.getTag().stream()
                        .filter(tag -> !Boolean.TRUE.equals(tag.getDeleted()))
                        .map(tag -> new CorpTag(tag.getId(), group.getGroupId(), group.getGroupName(), tag.getName())))
                .toList();
    }

    /**
     * Makes tags; fails with {@link WeComTrouble#TAG_EXISTS} where the group has one of these names, and then makes none.
     *
     * @param group name of their group, which is made where there is none
     * @param names of the tags, at least one
     */
    public void makeTags(String group, List<String> names) {
        WxCpUserExternalTagGroupInfo.TagGroup wanted = new WxCpUserExternalTagGroupInfo.TagGroup();
        wanted.setGroupName(group);
        wanted.setTag(names.stream()
                .map(name -> {
                    WxCpUserExternalTagGroupInfo.Tag tag = new WxCpUserExternalTagGroupInfo.Tag();
                    tag.setName(name);
                    return tag;
                })
                .toList());
        WxCpUserExternalTagGroupInfo asked = new WxCpUserExternalTagGroupInfo();
        asked.setTagGroup(wanted);
        Called.of(() -> contacts().addCorpTag(asked));
    }

    /**
     * Puts tags on an employee's customer and takes others off.
     *
     * @param employee whose customer
     * @param externalUserid who
     * @param add ids of tags to put on
     * @param remove ids of tags to take off
     */
    public void mark(String employee, String externalUserid, List<String> add, List<String> remove) {
        Called.of(() -> contacts()
                .markTag(employee, externalUserid, add.toArray(String[]::new), remove.toArray(String[]::new)));
    }

    /**
     * {@return ids of group chats with customers}
     *
     * @param cursor of the part, empty for the first
     */
    public Part<String> groupChats(String cursor) {
        WxCpUserExternalGroupChatList part = Called.of(() -> contacts().listGroupChat(CHATS, cursor, 0, new String[0]));
        return new Part<>(
                part.getGroupChatList().stream()
                        .map(WxCpUserExternalGroupChatList.ChatStatus::getChatId)
                        .toList(),
                text(part.getNextCursor()));
    }

    /**
     * {@return a group chat with all who are in it}
     *
     * @param chat its id
     */
    public GroupChat groupChat(String chat) {
        WxCpUserExternalGroupChatInfo.GroupChat info =
                Called.of(() -> contacts().getGroupChat(chat, 1)).getGroupChat();
        return new GroupChat(
                info.getChatId(),
                text(info.getName()),
                text(info.getOwner()),
                Instant.ofEpochSecond(info.getCreateTime()),
                info.getMemberList().stream()
                        .map(member -> new InChat(
                                member.getUserId(),
                                member.getType() == 2,
                                orNull(member.getUnionId()),
                                Instant.ofEpochSecond(member.getJoinTime()),
                                orNull(member.getState())))
                        .toList());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
