package io.guanxi.wecom.livecode;

import io.guanxi.messaging.TemplateUses;
import io.guanxi.tag.TagUses;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What live codes in use rely on: tags that newcomers get, and what they are told. */
@Configuration(proxyBeanMethods = false)
class UsesOfLiveCodes {

    private static final String KIND = "live code";

    @Bean
    TagUses tagsOfLiveCodes(LiveCodeTable table) {
        return () -> inUse(table)
                .flatMap(code -> code.tags().stream().map(tag -> new TagUses.TagUse(tag, KIND, code.id(), code.name())))
                .toList();
    }

    @Bean
    TemplateUses templatesOfLiveCodes(LiveCodeTable table) {
        return () -> inUse(table)
                .flatMap(code -> Stream.ofNullable(code.templateId())
                        .map(template -> new TemplateUses.TemplateUse(template, KIND, code.id(), code.name())))
                .toList();
    }

    private static Stream<LiveCode> inUse(LiveCodeTable table) {
        return table.all().stream().filter(code -> code.archivedAt() == null);
    }
}
