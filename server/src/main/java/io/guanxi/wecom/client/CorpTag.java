package io.guanxi.wecom.client;

/**
 * A tag of the enterprise.
 *
 * @param id WeCom's id
 * @param groupId the group's id
 * @param group the group's name
 * @param name its name
 */
public record CorpTag(String id, String groupId, String group, String name) {}
