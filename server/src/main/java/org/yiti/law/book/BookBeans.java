package org.yiti.law.book;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookBeans {

    @Bean
    LawFolder lawFolder() {
        return LawFolder.onClassPath();
    }
}
