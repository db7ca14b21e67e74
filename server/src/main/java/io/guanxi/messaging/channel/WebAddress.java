package io.guanxi.messaging.channel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where this server may call: never into its own network unless that was allowed. */
public final class WebAddress {

    private WebAddress() {}

    /**
     * {@return whether a text is an http or https address without credentials}
     *
     * @param text the text
     */
    public static boolean isPage(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && text.length() <= 2000;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * {@return whether an address is a public one}
     *
     * @param address the address
     */
    static boolean isPublic(InetAddress address) {
        return !isInternal(address);
    }

    private static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        if (address instanceof Inet6Address) {
            boolean unique = (bytes[0] & 0xfe) == 0xfc; // fc00::/7
            boolean translated = bytes[0] == 0 && bytes[1] == 0x64; // 64:ff9b::/96 leads to any IPv4 address
            return unique || translated;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0 // this network
                || (first == 100 && second >= 64 && second < 128) // carriers' own, and clouds' metadata
                || (first == 192 && second == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }
}
