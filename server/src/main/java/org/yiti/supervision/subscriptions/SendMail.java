package org.yiti.supervision.subscriptions;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By the mail server that whoever runs the house has named ({@code spring.mail.host}); by none where none is. */
@Component
class SendMail {

    private final ObjectProvider<JavaMailSender> sender;
    private final DeliverySettings settings;

    SendMail(ObjectProvider<JavaMailSender> sender, DeliverySettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    boolean isPossible() {
        return sender.getIfAvailable() != null
                && !settings.from().isBlank()
                && !settings.mailDomains().isEmpty();
    }

    void send(String address, Letter letter) throws MessagingException {
        var by = sender.getObject();
        var message = by.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Yiti-Message", letter.id().toString());
        by.send(message);
    }
}
