package io.guanxi.wecom.sync;

/** What a sync reads, in order. */
public enum SyncStage {
    /** Who has customers. */
    EMPLOYEES,
    /** What employees are called. */
    NAMES,
    /** Tags of the enterprise. */
    TAGS,
    /** Customers of every employee. */
    CONTACTS,
    /** Which group chats there are. */
    CHATS,
    /** Who is in each group chat. */
    CHAT_MEMBERS,
    /** Everything is read. */
    DONE
}
