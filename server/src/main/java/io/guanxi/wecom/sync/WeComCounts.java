package io.guanxi.wecom.sync;

/**
 * What is known of WeCom.
 *
 * @param employees who have customers
 * @param customers different customers who are somebody's contact
 * @param contacts pairs of employee and customer
 * @param chats group chats
 * @param tags tags of the enterprise
 * @param callbacksWaiting callbacks that are not worked off yet
 */
public record WeComCounts(
        long employees, long customers, long contacts, long chats, long tags, long callbacksWaiting) {}
