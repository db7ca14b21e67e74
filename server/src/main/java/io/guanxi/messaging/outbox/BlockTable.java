package io.guanxi.messaging.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code message_block}. An address that does not exist is blocked until the member has another one; who may not be
 * reached, whatever the address, until a person lifts that.
 */
@Component
public class BlockTable {

    private final JdbcClient postgres;

    BlockTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * That a channel's provider cannot or may not reach a member.
     *
     * @param memberNo the member
     * @param channel on which
     * @param address which address; null for all
     * @param reason in the provider's words
     */
    record Block(int memberNo, String channel, @Nullable String address, String reason) {}

    /**
     * A block, as people look at it.
     *
     * @param memberNo the member
     * @param channel on which
     * @param everyAddress whether it holds whatever address the member has
     * @param reason in the provider's words
     * @param since when it began
     */
    public record MessageBlock(int memberNo, String channel, boolean everyAddress, String reason, Instant since) {}

    /** Adds blocks; that of an address gives way to a later one, that of a member to none. */
    void add(List<Block> blocks, Instant now) {
        if (blocks.isEmpty()) {
            return;
        }
        postgres.sql("""
                        INSERT INTO message_block (member_no, channel, address, since, reason)
                        SELECT DISTINCT ON (member_no, channel) member_no, channel, address, :now, reason
                        FROM unnest(:members::integer[], :channels::text[], :addresses::text[], :reasons::text[])
                             AS block (member_no, channel, address, reason)
                        ORDER BY member_no, channel
                        ON CONFLICT (member_no, channel) DO UPDATE
                        SET address = excluded.address, since = excluded.since, reason = excluded.reason
                        WHERE message_block.address <> excluded.address
                           OR (message_block.address IS NOT NULL AND excluded.address IS NULL)
                        """)
                .param("now", MessageTable.at(now))
                .param("members", blocks.stream().map(Block::memberNo).toArray(Integer[]::new))
                .param("channels", blocks.stream().map(Block::channel).toArray(String[]::new))
                .param("addresses", blocks.stream().map(Block::address).toArray(String[]::new))
                .param("reasons", blocks.stream().map(Block::reason).toArray(String[]::new))
                .update();
    }

    /**
     * {@return blocks of a member}
     *
     * @param numbers every number of the member
     */
    public List<MessageBlock> of(Collection<Integer> numbers) {
        return postgres.sql("""
                        SELECT member_no, channel, address IS NULL, reason, since FROM message_block
                        WHERE member_no = ANY (?) ORDER BY since DESC, channel, member_no""")
                .param(numbers.toArray(Integer[]::new))
                .query((row, _) -> new MessageBlock(
                        row.getInt(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Lifts the block of an address, if it is not newer; what a person alone may lift stays. */
    void lift(String channel, String address, Instant upTo) {
        postgres.sql("DELETE FROM message_block WHERE channel = ? AND address = ? AND since <= ?")
                .params(channel, address, MessageTable.at(upTo))
                .update();
    }

    /**
     * Lifts a member's block.
     *
     * @param numbers every number of the member
     * @param channel on which
     * @return whether there was one
     */
    public boolean lift(Collection<Integer> numbers, String channel) {
        return postgres.sql("DELETE FROM message_block WHERE member_no = ANY (?) AND channel = ?")
                        .params(numbers.toArray(Integer[]::new), channel)
                        .update()
                > 0;
    }
}
