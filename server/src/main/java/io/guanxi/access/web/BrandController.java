package io.guanxi.access.web;

import io.guanxi.platform.Brand;
import io.guanxi.platform.GuanxiSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose private domain this is: what a client needs to show times and money. */
@RestController
@RequestMapping("/api/brand")
@Tag(name = "Brand")
class BrandController {

    private final BrandCard card;

    BrandController(Brand brand, @Value("${guanxi.brand.locale}") String locale, GuanxiSettings settings) {
        this.card = new BrandCard(
                brand.name(), brand.zone(), brand.currency().getCurrencyCode(), locale, settings.sandbox());
    }

    record BrandCard(String name, ZoneId zone, String currency, String locale, boolean sandbox) {}

    @GetMapping
    @Operation(summary = "The brand's name, time zone, currency and language")
    BrandCard brand() {
        return card;
    }
}
