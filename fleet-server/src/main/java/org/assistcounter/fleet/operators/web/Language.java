package org.assistcounter.fleet.operators.web;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Chinese unless the reader chose English by `?lang=en`, which a cookie remembers. The browser's
 * own wish is not asked: operators share machines, and the switch is on every page.
 */
@Configuration(proxyBeanMethods = false)
class Language {

    private static final String NAME = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    WebFilter rememberLanguage(Cookies cookies) {
        return (exchange, next) -> {
            String chosen = exchange.getRequest().getQueryParams().getFirst(NAME);
            if (chosen != null && isLanguage(chosen)) {
                cookies.write(exchange, Cookies.Kind.LANGUAGE, chosen, REMEMBERED);
            }
            return next.filter(exchange);
        };
    }

    @Bean
    LocaleContextResolver localeContextResolver(Cookies cookies) {
        return new Chosen(cookies);
    }

    private static boolean isLanguage(@Nullable String text) {
        return "zh".equals(text) || "en".equals(text);
    }

    /** Reads the choice of this request, then the remembered one. */
    private static final class Chosen implements LocaleContextResolver {
        private final Cookies cookies;

        Chosen(Cookies cookies) {
            this.cookies = cookies;
        }

        @Override
        public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
            String asked = exchange.getRequest().getQueryParams().getFirst(NAME);
            String kept = cookies.read(exchange, Cookies.Kind.LANGUAGE);
            boolean isEnglish = "en".equals(isLanguage(asked) ? asked : kept);
            return new SimpleLocaleContext(isEnglish ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
            throw new UnsupportedOperationException("The language is chosen by ?lang=.");
        }
    }
}
