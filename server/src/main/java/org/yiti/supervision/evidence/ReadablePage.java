package org.yiti.supervision.evidence;

import java.time.Instant;
import java.util.List;
import org.yiti.document.Block;
import org.yiti.document.Document;
import org.yiti.kernel.code.CodeTables;
import org.yiti.ledger.PaperFiles;
import org.yiti.proof.note.Manifest;
import tools.jackson.databind.JsonNode;

/** The whole package as a page in Chinese: what is found, by which clause, how it was come to, and what people did about it. */
final class ReadablePage {

    /** @param ruleHash of the wording of the rule that it was found by */
    record Found(JsonNode whole, String ruleHash) {}

    /**
     * @param files all that lie beside it
     * @param mark who took it away, and when
     */
    record Content(
            JsonNode whole,
            List<Found> findings,
            List<PaperFiles.Held> papers,
            boolean isWhole,
            int proofs,
            List<Manifest.Entry> files,
            String mark,
            Instant at) {}

    static final String CASE = "case.json";

    private final Content content;
    private final JsonNode item;
    private final Document page;

    private ReadablePage(Content content) {
        this.content = content;
        this.item = content.whole().path("item");
        this.page = new Document(
                "案件证据材料",
                "案件 " + Told.text(item, "number") + "　" + Told.text(item.path("institution"), "name"),
                content.mark(),
                content.at());
    }

    static Document of(Content content) {
        var page = new ReadablePage(content);
        page.cover();
        page.findings();
        page.history();
        DecisionsPart.write(page.page, content.whole());
        page.papers();
        page.files();
        page.proofs();
        return page.page;
    }

    private void cover() {
        page.facts(List.of(
                new Block.Fact("案件编号", Told.text(item, "number")),
                new Block.Fact("单位", Told.text(item.path("institution"), "name")),
                new Block.Fact("环节", Told.text(item, "stageName")),
                new Block.Fact("立案时间", Told.moment(item.path("openedAt"))),
                new Block.Fact("期限", Told.text(item, "dueOn")),
                new Block.Fact("承办人", Told.text(item.path("assignee"), "name")),
                new Block.Fact("问题", Told.text(item, "findings") + " 项，其中未消除 " + Told.text(item, "standing") + " 项"),
                new Block.Fact("取用", content.mark())));
        page.quiet(content.isWhole() ? "本包经审批取用，含个人信息、轨迹和文书，请按审批的用途使用和保管。" : "本包未经审批取用：个人信息、轨迹已遮盖，办理意见和文书内容未列入。");
    }

    private void findings() {
        page.heading(2, "一、问题与证据");
        if (content.findings().isEmpty()) {
            page.paragraph("没有列入案件的问题。");
        }
        content.findings().forEach(found -> FindingPart.write(page, found.whole(), found.ruleHash()));
        var suspicions = Told.list(content.whole().path("suspicions"));
        if (!suspicions.isEmpty()) {
            page.heading(3, "立案时的疑点（线索，不是结论）")
                    .table(
                            List.of("对象类别", "分值", "记录数", "计算日期"),
                            suspicions.stream()
                                    .map(one -> List.of(
                                            Told.text(one, "kind"),
                                            Told.text(one, "score"),
                                            Told.text(one, "records"),
                                            Told.text(one, "asOf")))
                                    .toList(),
                            CASE);
        }
    }

    private void history() {
        page.heading(2, "二、办理经过")
                .table(
                        List.of("时间", "经办", "事项", "环节", "期限", "说明"),
                        Told.list(content.whole().path("history")).stream()
                                .map(event -> List.of(
                                        Told.moment(event.path("at")),
                                        actor(event),
                                        Told.text(event, "stepName"),
                                        Told.text(event, "to").isEmpty() ? "" : stage(Told.text(event, "to")),
                                        Told.text(event, "dueOn"),
                                        Told.text(event, "note")))
                                .toList(),
                        CASE);
    }

    private static String actor(JsonNode event) {
        var name = Told.text(event.path("actor"), "name");
        return name.isEmpty() ? "系统" : name;
    }

    private static String stage(String code) {
        return CodeTables.find("case-stage")
                .flatMap(codes -> codes.find(code))
                .map(found -> found.label().zh())
                .orElse(code.equals("CLOSED") ? "销号" : code.equals("MERGED") ? "已并案" : code);
    }

    private void papers() {
        page.heading(2, "五、文书");
        if (content.papers().isEmpty()) {
            page.paragraph("没有文书。");
        }
        page.table(
                List.of("类别", "名称", "文号", "加入时间", "字节", "SHA-256"),
                content.papers().stream()
                        .map(paper -> List.of(
                                paper.kind().zh(),
                                content.isWhole() ? paper.title() : "（需审批）",
                                content.isWhole() && paper.number() != null ? paper.number() : "",
                                paper.addedAt().toString().substring(0, 10),
                                Long.toString(paper.size()),
                                paper.sha256()))
                        .toList(),
                "papers.json");
    }

    private void files() {
        page.heading(2, "六、包内文件")
                .quiet("本件列出的各文件和本件，连同 SM3，都在 manifest 中，由本系统的密钥签署。")
                .table(
                        List.of("文件", "字节", "SHA-256"),
                        content.files().stream()
                                .map(one -> List.of(one.path(), Long.toString(one.length()), one.sha256()))
                                .toList(),
                        "manifest");
    }

    private void proofs() {
        page.heading(2, "七、审计证明与核验")
                .paragraph("proofs 文件夹内有审计日志证明 " + content.proofs()
                        + " 份，manifest 列出每个文件的 SHA-256 和 SM3，由本系统审计日志的 Ed25519 和 SM2 密钥签署。")
                .paragraph("离线核验（需 Java 17，不需联网）：")
                .code("java -jar yiti-verify.jar 证据包.zip --key 公钥文件")
                .quiet("公钥应另行取得（向审计管理员索取并留存），不要只用包内的 keys.txt。");
    }
}
