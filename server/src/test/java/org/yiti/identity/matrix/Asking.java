package org.yiti.identity.matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.yiti.ApiOperation;
import org.yiti.identity.Account;
import org.yiti.identity.Needs;
import org.yiti.identity.Open;
import org.yiti.kernel.ledger.Ledger;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests, and compares what comes back without what was asked for. */
final class Asking {

    /** @param text the body, without ids, numbers of entries and the address that was asked */
    record Answer(int status, String text) {

        @Override
        public String toString() {
            return status + " " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]{4,}");

    private final MockMvcTester http;
    private final RequestMappingHandlerMapping handlers;
    private final Function<Account, RequestPostProcessor> as;

    Asking(MockMvcTester http, RequestMappingHandlerMapping handlers, Function<Account, RequestPostProcessor> as) {
        this.http = http;
        this.handlers = handlers;
        this.as = as;
    }

    private HandlerMethod handler(ApiOperation operation) {
        var path = operation
                .path()
                .replace("{kind}", "vehicle")
                .replace("{seq}", "1")
                .replaceFirst("/accounts/\\{id}", "/accounts/1")
                .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
        var request = new MockHttpServletRequest(operation.method(), path);
        if (operation.method().equals("POST")) {
            request.setContentType(
                    path.endsWith("/papers") || path.endsWith("/imports")
                            ? MediaType.MULTIPART_FORM_DATA_VALUE
                            : MediaType.APPLICATION_JSON_VALUE);
        }
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return (HandlerMethod) Optional.ofNullable(handlers.getHandler(request))
                    .orElseThrow()
                    .getHandler();
        } catch (Exception failure) {
            throw new AssertionError("Nobody answers " + operation, failure);
        }
    }

    boolean isOpen(ApiOperation operation) {
        return handler(operation).hasMethodAnnotation(Open.class);
    }

    /** Whether an account may at all; what is everybody's own, everybody may. */
    boolean may(Account account, ApiOperation operation) {
        var handler = handler(operation);
        return Optional.ofNullable(handler.getMethodAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class)))
                .map(needs -> Arrays.stream(needs.value()).anyMatch(account::may))
                .orElse(true);
    }

    Answer ask(@Nullable Account account, ApiOperation operation, String path) {
        return ask(account, operation, path, null);
    }

    /** @param body null for what suffices */
    Answer ask(@Nullable Account account, ApiOperation operation, String path, @Nullable String body) {
        var who = account == null ? (RequestPostProcessor) request -> request : as.apply(account);
        var csrf = SecurityMockMvcRequestPostProcessors.csrf();
        var isUpload = operation.method().equals("POST") && operation.path().matches(".*/(papers|imports)");
        var result = isUpload
                ? http.post().multipart().uri(path).with(who).with(csrf).exchange()
                : operation.method().equals("GET")
                        ? http.get().uri(path).with(who).exchange()
                        : http.method(HttpMethod.valueOf(operation.method()))
                                .uri(path)
                                .with(who)
                                .with(csrf)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body == null ? body(operation) : body)
                                .exchange();
        var response = result.getResponse();
        return answer(response.getStatus(), new String(response.getContentAsByteArray(), StandardCharsets.UTF_8), path);
    }

    private static Answer answer(int status, String text, String path) {
        var plain = ID.matcher(text)
                .replaceAll("ID")
                .replaceAll("accounts/\\d+|entries/\\d+|set-aside/\\d+|\"(seq|number)\":\\d+", "NUMBER");
        return new Answer(status, plain);
    }

    /** Enough to be told whether the thing is there, and too little to change it. */
    private static String body(ApiOperation operation) {
        return switch (operation.path()) {
            case "/api/supervision/cases/{id}/merge" -> """
                    {"others": ["00000000-0000-4000-8000-00000000dead"], "note": "矩阵测试", "version": -1}""";
            case "/api/supervision/cases/{id}/split" -> """
                    {"findings": ["00000000-0000-4000-8000-00000000dead"], "note": "矩阵测试", "version": -1}""";
            case "/api/supervision/cases/{id}/proposals/{proposal}" -> """
                    {"accept": false, "note": "矩阵测试", "version": -1}""";
            case "/api/supervision/cases/{id}/packages" -> """
                    {"purpose": "INSPECTION", "reason": "    "}""";
            case "/api/supervision/cases/{id}/packages/{request}/decision" -> """
                    {"approve": false, "note": "矩阵测试"}""";
            case "/api/supervision/campaigns/{id}/draws" -> """
                    {"seed": "矩阵测试", "version": -1}""";
            case "/api/supervision/campaigns/{id}/close" -> """
                    {"conclusion": "矩阵测试", "version": -1}""";
            case "/api/supervision/visits/{id}/answers" -> """
                    {"answers": []}""";
            case "/api/supervision/visits/{id}/drop" -> """
                    {"reason": "矩阵测试"}""";
            case "/api/supervision/visits/{id}/inspector" -> """
                    {"inspector": "nobody"}""";
            case "/api/supervision/cases/{id}/steps", "/api/supervision/findings/{id}/steps" -> """
                    {"step": "VERIFY", "version": -1}""";
            case "/api/supervision/risks/{id}/contests" -> """
                    {"metric": "no.such", "reason": "矩阵测试"}""";
            case "/api/supervision/risks/{id}/answers" -> """
                    {"metric": "no.such", "upheld": false, "answer": "矩阵测试"}""";
            case "/api/identity/accounts/{id}" -> """
                    {"name": "某人", "role": "OFFICER", "institutionId": null, "everything": true, "enabled": true}""";
            case "/api/identity/accounts/{id}/tokens" -> """
                    {"name": "接口", "permissions": ["ledger.read"], "days": 30, "ranges": []}""";
            case "/api/telemetry/terminals/{id}/commands" -> """
                    {"command": "TEXT", "body": {}}""";
            case "/api/identity/left-behind/{id}/successor" -> """
                    {"successor": "me"}""";
            case "/api/workbook/export-requests/{id}/decision" -> """
                    {"approve": false, "note": "矩阵测试"}""";
            case "/api/ledger/reorganizations/{id}" -> """
                    {"name": "矩阵测试", "approvalNo": "1", "effectiveOn": "2026-01-01", "version": -1,
                     "steps": [{"kind": "RENAME", "institution": "00000000-0000-4000-8000-00000000dead", "name": "新名"}]}""";
            case "/api/ledger/reorganizations/{id}/apply" -> """
                    {"seen": "矩阵测试"}""";
            case "/api/identity/passkeys/{id}" -> """
                    {"name": "钥匙"}""";
            case "/api/identity/accounts/{id}/leaving" -> """
                    {"reason": "调离"}""";
            case "/api/objects/{kind}/{id}/destruction", "/api/objects/{kind}/{id}/papers/{paper}/removal" -> """
                    {"reason": "矩阵测试"}""";
            case "/api/workbook/imports/{id}/apply" -> """
                    {"skipBad": false}""";
            case "/api/identity/authenticators/{id}/confirmation" -> """
                    {"code": "000000"}""";
            default -> """
                    {"version": -1}""";
        };
    }

    Answer create(Account account, Ledger ledger, Map<String, ?> cells) {
        var response = http.post()
                .uri("/api/" + ledger.path())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(as.apply(account))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(cells))
                .exchange()
                .getResponse();
        return answer(response.getStatus(), new String(response.getContentAsByteArray(), StandardCharsets.UTF_8), "");
    }

    String addPaper(Account account, UUID institution) {
        var response = http.post()
                .multipart()
                .file(new MockMultipartFile(
                        "file",
                        "批文.pdf",
                        "application/pdf",
                        ("%PDF-1.4\n%" + institution + "\n%%EOF").getBytes(StandardCharsets.UTF_8)))
                .uri("/api/objects/institution/" + institution + "/papers")
                .param("title", "批文")
                .param("paperKind", "OTHER")
                .with(as.apply(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse();
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        if (response.getStatus() != 201) {
            throw new AssertionError(response.getStatus() + " " + text);
        }
        return (String) JSON.readValue(text, Map.class).get("id");
    }

    /** Whatever the answer holds, unpacked; nothing of a list may go wrong. */
    String text(Account account, String path, boolean may) {
        var response = http.get().uri(path).with(as.apply(account)).exchange().getResponse();
        if (response.getStatus() != (may ? 200 : 403)) {
            throw new AssertionError(path + " as " + account.role() + " gave " + response.getStatus());
        }
        var bytes = response.getContentAsByteArray();
        return bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K'
                ? unpacked(bytes)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Of a list, on all its pages. No row may come twice, and the first page says how many there are. */
    Set<UUID> ids(Account account, String path) {
        var ids = new HashSet<UUID>();
        @Nullable Object next = "";
        while (next != null) {
            var page = JSON.readValue(text(account, next.equals("") ? path : path + "&after=" + next, true), Map.class);
            for (var row : (List<?>) page.get("items")) {
                var id = UUID.fromString(String.valueOf(((Map<?, ?>) row).get("id")));
                if (!ids.add(id)) {
                    throw new AssertionError(path + " gives " + id + " twice");
                }
            }
            next = page.get("next");
        }
        return ids;
    }

    private static String unpacked(byte[] zip) {
        var text = new StringBuilder();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (entries.getNextEntry() != null) {
                text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return text.toString();
    }

    List<String> leaks(String text, World world) {
        var leaks = new ArrayList<String>();
        ID.matcher(text)
                .results()
                .map(found -> UUID.fromString(found.group()))
                .filter(world::isForeign)
                .map(UUID::toString)
                .forEach(leaks::add);
        WORD.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(world::isForeign)
                .forEach(leaks::add);
        return leaks;
    }
}
