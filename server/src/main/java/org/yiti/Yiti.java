package org.yiti;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;
import org.yiti.kernel.database.DatabaseStart;

/** Yiti 一体: government-offices administration, supervised and served from one base. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Yiti 一体", sharedModules = "kernel")
@EnableAsync
public class Yiti {

    public static void main(String[] arguments) {
        var application = new SpringApplication(Yiti.class);
        application.addInitializers(new DatabaseStart());
        application.run(arguments);
    }
}
