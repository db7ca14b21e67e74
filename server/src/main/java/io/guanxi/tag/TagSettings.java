package io.guanxi.tag;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of tags, {@code guanxi.tags.*}.
 *
 * @param most how many tags there may be; WeCom takes 3,000 of an enterprise
 */
@ConfigurationProperties("guanxi.tags")
public record TagSettings(@DefaultValue("3000") int most) {}
