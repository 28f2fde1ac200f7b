package org.yiti.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarBeans {

    @Bean
    CalendarFile calendarFile() {
        return CalendarFile.onClassPath();
    }

    @Bean
    WorkCalendar workCalendar(CalendarFile file) {
        return file.calendar();
    }
}
