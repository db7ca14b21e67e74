package io.guanxi.collect.catalogue;

import java.util.List;

/**
 * An event name with the properties its events carry.
 *
 * @param summary how many, when
 * @param sampled events that were looked at
 * @param properties found in them, most filled first
 */
record EventDetail(EventSummary summary, long sampled, List<EventProperty> properties) {

    EventDetail {
        properties = List.copyOf(properties);
    }
}
