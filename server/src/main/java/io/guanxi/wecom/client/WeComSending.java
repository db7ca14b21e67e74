package io.guanxi.wecom.client;

import io.guanxi.messaging.Content;
import java.time.Instant;
import java.util.List;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplateAddResult;
import me.chanjar.weixin.cp.bean.external.WxCpWelcomeMsg;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgTaskResult;
import me.chanjar.weixin.cp.bean.external.msg.Attachment;
import me.chanjar.weixin.cp.bean.external.msg.Link;
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
     * @param attachments links
     */
    public Made toCustomers(List<String> customers, String text, List<Content> attachments) {
        WxCpMsgTemplate template = new WxCpMsgTemplate();
        template.setChatType("single");
        template.setExternalUserid(customers);
        template.setText(text(text));
        template.setAttachments(attachments(attachments));
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
     * @param attachments links
     */
    public void welcome(String code, String text, List<Content> attachments) {
        WxCpWelcomeMsg message = new WxCpWelcomeMsg();
        message.setWelcomeCode(code);
        message.setText(text(text));
        message.setAttachments(attachments(attachments));
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

    private static List<Attachment> attachments(List<Content> contents) {
        return contents.stream().map(WeComSending::attachment).toList();
    }

    /** The channels say that they carry links only. */
    private static Attachment attachment(Content content) {
        return switch (content) {
            case Content.Link(var url, var title, var description, var picture) -> {
                Link link = new Link();
                link.setUrl(url);
                link.setTitle(title);
                link.setDesc(description);
                link.setPicUrl(picture);
                Attachment attachment = new Attachment();
                attachment.setLink(link);
                yield attachment;
            }
            case Content.Text _, Content.Picture _, Content.MiniProgram _ ->
                throw new IllegalArgumentException("WeCom takes links from us, not " + Content.kind(content));
        };
    }
}
