package org.yiti.kernel.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiti.kernel.BoundedDay;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Days in parameters and bodies are read in one way, and only such as anything can happen on. */
@Configuration
class DaysFromOutside implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new OfParameter());
    }

    @Bean
    JsonMapperBuilderCustomizer daysOfBodies() {
        return mapper ->
                mapper.addModule(new SimpleModule("days-from-outside").addDeserializer(LocalDate.class, new OfBody()));
    }

    /** A class of its own: of a lambda Spring could not tell what it converts. */
    private static final class OfParameter implements Converter<String, LocalDate> {

        /** An empty parameter is none, as Spring has it for every type; its interface does not say so. */
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable LocalDate convert(String text) {
            return text.isBlank() ? null : BoundedDay.read(text).orElseThrow(IllegalArgumentException::new);
        }
    }

    private static final class OfBody extends ValueDeserializer<LocalDate> {

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString();
            if (text != null && text.isBlank()) {
                return null;
            }
            var day = text == null ? null : BoundedDay.read(text).orElse(null);
            return day != null ? day : context.reportInputMismatch(LocalDate.class, "No day of ours");
        }
    }
}
