package org.yiti.calendar;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarBeans {

    @Bean
    CalendarFile calendarFile(@Value("${yiti.calendar}") String edition) {
        return edition.isBlank() ? CalendarFile.onClassPath() : CalendarFile.at(Path.of(edition));
    }

    @Bean
    WorkCalendar workCalendar(CalendarFile file) {
        return file.calendar();
    }
}
