package org.yiti.safeguard.cipher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiti.kernel.StartWork;

/**
 * Secrets from before they were sealed are sealed before anybody is served. What is left to do is told by the values: a
 * server that was killed over it goes on where it stood.
 */
@Component
@Order(50)
class SealSecretsAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SealSecretsAtStart.class);

    private final RotateKeys rotate;
    private final StartWork start;

    SealSecretsAtStart(RotateKeys rotate, StartWork start) {
        this.rotate = rotate;
        this.start = start;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        start.run(() -> {
            var done = rotate.secrets(start::step);
            if (done.done() > 0) {
                log.info("{} secrets of accounts are encrypted now", done.done());
            }
        });
    }
}
