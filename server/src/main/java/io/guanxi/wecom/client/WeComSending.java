package io.guanxi.wecom.client;

import io.guanxi.messaging.Content;
import io.guanxi.messaging.Picture;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplateAddResult;
import me.chanjar.weixin.cp.bean.external.WxCpWelcomeMsg;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgTaskResult;
import me.chanjar.weixin.cp.bean.external.msg.Attachment;
import me.chanjar.weixin.cp.bean.external.msg.Image;
import me.chanjar.weixin.cp.bean.external.msg.Link;
import me.chanjar.weixin.cp.bean.external.msg.MiniProgram;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says things through WeCom. */
@Component
public class WeComSending {

    /** Customers whom one task takes at most. */
    public static final int MOST_CUSTOMERS = 10_000;

    private static final int TASKS = 1_000;
    private static final int RESULTS = 1_000;
    private static final int CONFIRMED = 2;

    /** WeCom's number of what a message carries; 2 is a picture album. */
    private static final int MESSAGE = 1;

    private final WeCom wecom;

    WeComSending(WeCom wecom) {
        this.wecom = wecom;
    }

    /**
     * A task for employees.
     *
     * @param msgid WeCom's id
     * @param failed customers to whom nothing can be sent
     */
    public record Made(String msgid, List<String> failed) {

        /** Copies the list. */
        public Made {
            failed = List.copyOf(failed);
        }
    }

    /** What became of a task for one customer. */
    public enum Status {
        /** The employee has not confirmed it. */
        WAITING,
        /** It was sent. */
        SENT,
        /** The customer is nobody's contact any more. */
        NO_CONTACT,
        /** The customer got as many as WeCom allows. */
        TOO_MANY
    }

    /**
     * What became of a task for one customer.
     *
     * @param externalUserid who
     * @param status what
     * @param at when, or null
     */
    public record Result(
            String externalUserid, Status status, @Nullable Instant at) {}

    /**
     * {@return a task for the employees who last spoke with these customers}
     *
     * @param customers 1 to {@link #MOST_CUSTOMERS}
     * @param text what is said
     * @param attachments links, pictures and cards of mini-programs
     * @param mediaOf WeCom's id of a picture by its URL
     */
    public Made toCustomers(
            List<String> customers, String text, List<Content> attachments, UnaryOperator<String> mediaOf) {
        WxCpMsgTemplate template = new WxCpMsgTemplate();
        template.setChatType("single");
        template.setExternalUserid(customers);
        template.setText(text(text));
        template.setAttachments(attachments(attachments, mediaOf));
        WxCpMsgTemplateAddResult made = Called.of(() -> wecom.customerContact().addMsgTemplate(template));
        return new Made(made.getMsgId(), made.getFailList() == null ? List.of() : made.getFailList());
    }

    /**
     * {@return employees who have confirmed a task}
     *
     * @param msgid its id
     */
    public List<String> confirmedBy(String msgid) {
        List<String> confirmed = new java.util.ArrayList<>();
        String cursor = "";
        do {
            String from = cursor;
            WxCpGroupMsgTaskResult part =
                    Called.of(() -> wecom.customerContact().getGroupMsgTask(msgid, TASKS, from));
            part.getTaskList().stream()
                    .filter(task -> task.getStatus() == CONFIRMED)
                    .forEach(task -> confirmed.add(task.getUserId()));
            cursor = WeCom.text(part.getNextCursor());
        } while (!cursor.isEmpty());
        return confirmed;
    }

    /**
     * Calls a task off: no employee can confirm it any more. What was confirmed before stays said.
     *
     * @param msgid its id
     */
    public void cancel(String msgid) {
        Called.of(() -> wecom.customerContact().cancelGroupMsgSend(msgid));
    }

    /**
     * {@return what became of an employee's part of a task}
     *
     * @param msgid its id
     * @param employee who confirmed it
     * @param cursor of the part, empty for the first
     */
    public Part<Result> results(String msgid, String employee, String cursor) {
        WxCpGroupMsgSendResult part =
                Called.of(() -> wecom.customerContact().getGroupMsgSendResult(msgid, employee, RESULTS, cursor));
        return new Part<>(
                part.getSendList().stream()
                        .map(sent -> new Result(
                                sent.getExternalUserId(),
                                Status.values()[sent.getStatus()],
                                sent.getSendTime() == null ? null : Instant.ofEpochSecond(sent.getSendTime())))
                        .toList(),
                WeCom.text(part.getNextCursor()));
    }

    /**
     * Welcomes a customer.
     *
     * @param code WeCom's code for it
     * @param text what is said
     * @param attachments links, pictures and cards of mini-programs
     * @param mediaOf WeCom's id of a picture by its URL
     */
    public void welcome(String code, String text, List<Content> attachments, UnaryOperator<String> mediaOf) {
        WxCpWelcomeMsg message = new WxCpWelcomeMsg();
        message.setWelcomeCode(code);
        message.setText(text(text));
        message.setAttachments(attachments(attachments, mediaOf));
        Called.of(() -> {
            wecom.customerContact().sendWelcomeMsg(message);
            return message;
        });
    }

    private static Text text(String said) {
        Text text = new Text();
        text.setContent(said);
        return text;
    }

    /**
     * {@return WeCom's id of a picture that it is handed}
     *
     * @param picture which
     */
    public String handOver(Picture picture) {
        return Called.of(() ->
                        wecom.customerContact().uploadAttachment("image", picture.suffix(), MESSAGE, picture.open()))
                .getMediaId();
    }

    private static List<Attachment> attachments(List<Content> contents, UnaryOperator<String> mediaOf) {
        return contents.stream().map(content -> attachment(content, mediaOf)).toList();
    }

    /** The channels say that they carry no further texts. */
    private static Attachment attachment(Content content, UnaryOperator<String> mediaOf) {
        Attachment attachment = new Attachment();
        switch (content) {
            case Content.Link(var url, var title, var description, var picture) -> {
                Link link = new Link();
                link.setUrl(url);
                link.setTitle(title);
                link.setDesc(description);
                link.setPicUrl(picture);
                attachment.setLink(link);
            }
            case Content.Picture picture -> {
                Image image = new Image();
                image.setMediaId(mediaOf.apply(picture.url()));
                attachment.setImage(image);
            }
            case Content.MiniProgram(var appId, var path, var title, var picture) -> {
                if (picture == null) {
                    throw WeComTrouble.refused("WeCom wants a picture for the card of a mini-program");
                }
                MiniProgram card = new MiniProgram();
                card.setAppid(appId);
                card.setPage(path);
                card.setTitle(title);
                card.setPicMediaId(mediaOf.apply(picture));
                attachment.setMiniProgram(card);
            }
            case Content.Text _ -> throw new IllegalArgumentException("a text is no attachment");
        }
        return attachment;
    }
}
