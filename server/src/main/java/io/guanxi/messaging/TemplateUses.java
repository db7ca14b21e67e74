package io.guanxi.messaging;

import java.util.List;

/** Who relies on templates. Every module that does has one as a bean; a template that is used cannot be deleted. */
public interface TemplateUses {

    /**
     * Somebody who relies on a template.
     *
     * @param template the template's number
     * @param kind {@code journey} or {@code live code}
     * @param id number of it
     * @param name as people call it
     */
    record TemplateUse(long template, String kind, long id, String name) {}

    /** {@return all uses of all templates} */
    List<TemplateUse> all();
}
