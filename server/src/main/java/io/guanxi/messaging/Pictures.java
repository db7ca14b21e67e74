package io.guanxi.messaging;

/** Pictures of the content library as they are on the web, for channels that have to hand them over themselves. */
public interface Pictures {

    /**
     * Fetches a picture, within some seconds, from no private address unless that is allowed.
     *
     * @param url where it is
     * @param most how many bytes it may have
     * @return the picture, or why there is none
     */
    Fetched fetch(String url, int most);

    /** What a call gave. */
    sealed interface Fetched permits Picture, Missing {}

    /**
     * None.
     *
     * @param detail why
     * @param forGood whether another call would give none either
     */
    record Missing(String detail, boolean forGood) implements Fetched {}
}
