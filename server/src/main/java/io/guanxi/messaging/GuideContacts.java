package io.guanxi.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Which members are whose contacts in a messenger through which guides speak; a connector implements it as a bean. */
public interface GuideContacts {

    /**
     * {@return user names of the guides whose contacts some members are, by member; of several guides the one they spoke with, or
     * whom they added, last}
     *
     * @param memberNos live members
     */
    Map<Integer, String> guidesOf(Collection<Integer> memberNos);

    /**
     * {@return those of some members who are contacts of one guide and of nobody else, so that what is said comes from that guide}
     *
     * @param guide user name
     * @param memberNos live members
     */
    Set<Integer> aloneWith(String guide, Collection<Integer> memberNos);

    /** {@return the name of the channel by which its contacts are spoken to} */
    String channel();
}
