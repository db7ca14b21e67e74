package io.guanxi.access.web;

import io.guanxi.access.BrandFace;
import io.guanxi.platform.Brand;
import io.guanxi.platform.GuanxiSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose private domain this is: what a client needs to show times and money. */
@RestController
@RequestMapping("/api/brand")
@Tag(name = "Brand")
class BrandController {

    private final Brand brand;
    private final BrandFace face;
    private final boolean sandbox;

    BrandController(Brand brand, BrandFace face, GuanxiSettings settings) {
        this.brand = brand;
        this.face = face;
        this.sandbox = settings.sandbox();
    }

    /**
     * The brand.
     *
     * @param nameGiven whether a setting of the server names it, so that it cannot be changed here
     * @param localeGiven the same of the language
     */
    record BrandCard(
            String name,
            ZoneId zone,
            String currency,
            String locale,
            boolean sandbox,
            boolean nameGiven,
            boolean localeGiven) {}

    /** What to change; null leaves it as it is. */
    record BrandChange(@Nullable String name, @Nullable String locale) {}

    @GetMapping
    @Operation(summary = "The brand's name, time zone, currency and language")
    BrandCard brand() {
        return new BrandCard(
                face.name(),
                brand.zone(),
                brand.currency().getCurrencyCode(),
                face.locale(),
                sandbox,
                face.nameGiven(),
                face.localeGiven());
    }

    @PatchMapping
    @Operation(summary = "Call the brand something else, or give it another default language; zone and currency stay")
    BrandCard change(@RequestBody BrandChange wish) {
        face.change(wish.name(), wish.locale());
        return brand();
    }
}
