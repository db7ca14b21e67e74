package io.guanxi.identity;

/**
 * What resolving a batch did.
 *
 * @param members different members in the batch
 * @param newMembers members made by this batch
 * @param newIdentifiers identifiers never seen before
 * @param merges members that turned out to be another one
 * @param refusals links not made, because of a limit or because two strong identifiers share only a weak one
 * @param unresolved events without a usable identifier; their {@code member_no} stays null
 */
public record Resolution(
        long members, long newMembers, long newIdentifiers, long merges, long refusals, long unresolved) {}
