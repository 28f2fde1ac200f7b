package org.yiti.supervision.workshop;

import jakarta.validation.Valid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.law.RuleBench;
import org.yiti.law.RuleFiles;

/** Rules of one's own are written by those who govern the rules, everywhere: a question sees all facts. */
@RestController
@RequestMapping("/api/supervision/laboratory/own-rules")
@Needs(Permission.RULE)
class OwnRuleController {

    record Begun(UUID id) {}

    private final WriteRule write;
    private final CheckRule check;
    private final OwnRules rules;
    private final RuleBench bench;

    OwnRuleController(WriteRule write, CheckRule check, OwnRules rules, RuleBench bench) {
        this.write = write;
        this.check = check;
        this.rules = rules;
        this.bench = bench;
    }

    @GetMapping
    List<OwnRule> list() {
        return rules.list();
    }

    /** What a new one begins as: complete, so that everything has an example to follow. */
    @GetMapping("/beginning")
    RuleFiles beginning() throws IOException {
        return new RuleFiles(resource("rule.yml"), resource("find.sql"), null, resource("cases.yml"));
    }

    private static String resource(String name) throws IOException {
        return new ClassPathResource("own-rule/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/{id}")
    OwnRule get(@PathVariable UUID id) {
        return rules.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin(@Valid @RequestBody WriteRule.Files files) {
        return new Begun(write.begin(files));
    }

    @PutMapping("/{id}")
    OwnRule change(@PathVariable UUID id, @Valid @RequestBody WriteRule.Files files) {
        write.change(id, files);
        return rules.get(id);
    }

    /** What is wrong, and what the cases find; how much it would find here as well, where that is wished. */
    @PostMapping("/check")
    CheckRule.Checked check(
            @Valid @RequestBody WriteRule.Files files, @RequestParam(defaultValue = "false") boolean dryRun) {
        return check.check(files.files(), dryRun);
    }

    /** Facts that may be asked, with their columns. */
    @GetMapping("/facts")
    Map<String, List<String>> facts() {
        return bench.facts();
    }

    /** The folder of the rule as it would lie in {@code rules/}. */
    @GetMapping(path = "/{id}/export", produces = "application/zip")
    ResponseEntity<byte[]> export(@PathVariable UUID id) throws IOException {
        var rule = rules.get(id);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            var files = Map.of(
                    "rule.yml",
                    rule.files().rule(),
                    "find.sql",
                    rule.files().find(),
                    "cases.yml",
                    rule.files().cases());
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(rule.ruleId().replace('.', '/') + "/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + rule.ruleId() + ".zip\"")
                .body(bytes.toByteArray());
    }

    @Confirmed
    @PostMapping("/{id}/taken-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeIn(@PathVariable UUID id) {
        write.takeIn(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        write.remove(id);
    }
}
