package io.guanxi.tag;

/** Whoever makes the request that this thread serves, as who puts tags on members. */
public interface TagRequester {

    /** {@return the user, the key or the server itself} */
    TagSource source();
}
