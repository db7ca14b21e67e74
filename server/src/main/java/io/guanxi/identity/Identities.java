package io.guanxi.identity;

import io.guanxi.platform.EventBatch;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Members and what they are known by: the module's API. Lookups take the numbers of live members; {@link #survivorOf} leads
 * from any number ever given to such a one. Each call is one statement.
 */
public final class Identities {

    private final Resolver resolver;
    private final MemberRecords records;
    private final ConsentTable consents;
    private final PostgresCopy copy;

    Identities(Resolver resolver, MemberRecords records, ConsentTable consents, PostgresCopy copy) {
        this.resolver = resolver;
        this.records = records;
        this.consents = consents;
        this.copy = copy;
    }

    /**
     * Gives every event of a batch its member, making members for identifiers never seen and merging those that turn out to be
     * one person; keeps what the events say of their members. All of it is done or nothing; the same batch again gives the same
     * numbers and changes nothing.
     *
     * @param batch staged events; those without a usable identifier keep a null
     * @param meanwhile work on the events, which have their members by then, while PostgreSQL takes over what is new. It is
     *     told what resolving does, and must bear that nothing of that comes to be
     * @return what that work answers, once all is done
     * @param <T> its answer
     */
    public <T> T resolve(EventBatch batch, Function<Resolution, T> meanwhile) {
        return resolver.resolve(batch, meanwhile);
    }

    /**
     * {@return what {@link #resolve} would do; nothing of it stays but the batch's own numbers}
     *
     * @param batch staged events, as there
     */
    public Resolution rehearse(EventBatch batch) {
        return resolver.rehearse(batch);
    }

    /**
     * {@return the member who has an identifier}
     *
     * @param kind e.g. {@code phone}
     * @param key however it is written
     */
    public Optional<Integer> find(String kind, String key) {
        return records.find(kind, key);
    }

    /**
     * {@return the live member behind a number, which is another one after a merge; nobody where it was never given or the
     *     member was erased}
     *
     * @param memberNo any number
     */
    public Optional<Integer> survivorOf(int memberNo) {
        return records.survivorOf(memberNo);
    }

    /**
     * {@return the live members behind numbers, by number; a number that leads to nobody is left out}
     *
     * @param memberNos any numbers, a few thousand at most
     */
    public Map<Integer, Integer> survivorsOf(Collection<Integer> memberNos) {
        return records.survivorsOf(memberNos);
    }

    /**
     * {@return numbers of members that were merged into these, each with its survivor}
     *
     * @param memberNos live members, a few thousand at most
     */
    public Map<Integer, Integer> mergedInto(Collection<Integer> memberNos) {
        return records.mergedInto(memberNos);
    }

    /** {@return how many live members there are; one look-up} */
    public long count() {
        return records.count();
    }

    /**
     * {@return live members by number}
     *
     * @param memberNos a page of numbers
     */
    public Map<Integer, Member> members(Collection<Integer> memberNos) {
        return records.members(memberNos);
    }

    /**
     * {@return what a member is known by, strong kinds first}
     *
     * @param memberNo a live member
     */
    public List<HeldIdentifier> identifiersOf(int memberNo) {
        return records.identifiers(List.of(memberNo)).getOrDefault(memberNo, List.of());
    }

    /**
     * {@return what members are known by, by number}
     *
     * @param memberNos a page of live members
     */
    public Map<Integer, List<HeldIdentifier>> identifiersOf(Collection<Integer> memberNos) {
        return records.identifiers(memberNos);
    }

    /**
     * {@return the members that turned out to be this one, in the order in which we learned it}
     *
     * @param memberNo a live member
     */
    public List<Merge> mergesOf(int memberNo) {
        return records.merges(memberNo);
    }

    /**
     * {@return what was last said of a member, by name}
     *
     * @param memberNo a live member
     */
    public List<Trait> traitsOf(int memberNo) {
        return records.traits(List.of(memberNo)).getOrDefault(memberNo, List.of());
    }

    /**
     * {@return what was last said of members, by number}
     *
     * @param memberNos a page of live members
     */
    public Map<Integer, List<Trait>> traitsOf(Collection<Integer> memberNos) {
        return records.traits(memberNos);
    }

    /**
     * {@return on which channels a member may be reached}
     *
     * @param memberNo a live member
     */
    public List<Consent> consentOf(int memberNo) {
        return records.consents(List.of(memberNo)).getOrDefault(memberNo, List.of());
    }

    /**
     * {@return on which channels members may be reached, by number}
     *
     * @param memberNos a page of live members
     */
    public Map<Integer, List<Consent>> consentOf(Collection<Integer> memberNos) {
        return records.consents(memberNos);
    }

    /**
     * Notes that a member gave or took back a consent now, said to us directly.
     *
     * @param memberNo a live member
     * @param channel e.g. {@code sms}
     * @param granted whether it is given
     */
    public void consent(int memberNo, String channel, boolean granted) {
        consents.say(List.of(memberNo), channel, granted, ConsentTable.BY_HAND);
    }

    /**
     * Notes that members took a consent back now.
     *
     * @param memberNos live members
     * @param channel e.g. {@code email}
     * @param source by which way they said so, e.g. {@code receipt}
     */
    public void withdrawConsent(Collection<Integer> memberNos, String channel, String source) {
        consents.say(memberNos, channel, false, source);
    }

    /** {@return the number of the last change to members and merges; who has seen it has seen all up to it} */
    public long lastChange() {
        return records.lastChange();
    }

    /**
     * Writes the live members that changed as CSV without header: {@code member_no, created_at, channel}, an unquoted empty
     * field is null.
     *
     * @param since the number of the last change that is known, 0 for all members
     * @param file where to
     * @return how many
     */
    public long writeMembersTo(Path file, long since) {
        return copy.out("SELECT member_no, created_at, channel FROM member WHERE changed > " + since, file);
    }

    /**
     * Writes the merges that are new or changed as CSV without header: {@code member_no, into_no}, flattened.
     *
     * @param since the number of the last change that is known, 0 for all merges
     * @param file where to
     * @return how many
     */
    public long writeAliasesTo(Path file, long since) {
        return copy.out("SELECT member_no, into_no FROM member_alias WHERE changed > " + since, file);
    }
}
