package io.guanxi.messaging;

/**
 * Calls of other systems, for modules that have something to tell them: signed, without redirects, to no private address unless
 * that is allowed. Whoever calls tries again with the same key.
 */
public interface Webhooks {

    /** {@return whether there is a secret to sign with} */
    boolean ready();

    /**
     * {@return whether a text is an address that can be called: http or https, without credentials}
     *
     * @param url the text
     */
    boolean isAddress(String url);

    /**
     * Calls, and returns within some seconds.
     *
     * @param url where to
     * @param key the idempotency key, the same at every attempt
     * @param json the body
     * @return what became of it; the receiver knows keys, so what is unknown may be tried again
     */
    Outcome call(String url, String key, String json);
}
