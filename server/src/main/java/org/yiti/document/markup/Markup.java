package org.yiti.document.markup;

import java.util.List;
import org.yiti.document.Block;
import org.yiti.document.Document;

/** A page that can be read and printed anywhere, for ever: one file, no scripts, nothing fetched. */
public final class Markup {

    private static final String STYLE = """
            body{font:15px/1.7 "Songti SC","SimSun","Noto Serif CJK SC",serif;color:#111;max-width:900px;margin:32px auto;padding:0 24px}
            h1,h2,h3{font-family:"Heiti SC","SimHei","Noto Sans CJK SC",sans-serif;line-height:1.4}
            h2{border-bottom:1px solid #999;padding-bottom:4px;margin-top:32px}
            table{border-collapse:collapse;width:100%;margin:8px 0;font-size:14px}
            th,td{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{background:#f2f2f2}
            .facts th{width:9em}
            svg{max-width:100%;height:auto}
            .mark{position:fixed;inset:0;pointer-events:none;opacity:.12;z-index:1}
            .quiet{color:#555;font-size:13px}
            pre{white-space:pre-wrap;font-size:12px;border:1px solid #ccc;padding:8px}
            @media print{body{margin:0;max-width:none}h2{break-after:avoid}table,svg{break-inside:avoid}}
            """;

    private final StringBuilder page = new StringBuilder();

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    public static String of(Document document) {
        var markup = new Markup();
        markup.head(document);
        markup.heading(1, document.title());
        document.blocks().forEach(markup::block);
        return markup.page + "</body></html>\n";
    }

    private void head(Document document) {
        page.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>")
                .append(escaped(document.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>")
                .append(
                        "<svg class=\"mark\" width=\"100%\" height=\"100%\" aria-hidden=\"true\"><defs><pattern id=\"m\" width=\"360\" height=\"200\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-24)\"><text x=\"8\" y=\"100\" font-size=\"15\">")
                .append(escaped(document.mark()))
                .append("</text></pattern></defs><rect width=\"100%\" height=\"100%\" fill=\"url(#m)\"/></svg>");
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            heading(heading.level(), heading.words());
        } else if (block instanceof Block.Paragraph paragraph) {
            tagged(paragraph.quiet() ? "p class=\"quiet\"" : "p", "p", paragraph.words());
        } else if (block instanceof Block.Steps steps) {
            page.append("<ol>");
            steps.steps().forEach(step -> tagged("li", "li", step));
            page.append("</ol>");
        } else if (block instanceof Block.Code code) {
            tagged("pre", "pre", code.words());
        } else if (block instanceof Block.Facts facts) {
            page.append("<table class=\"facts\"><tbody>");
            facts.facts().forEach(this::fact);
            page.append("</tbody></table>");
        } else if (block instanceof Block.Table table) {
            table(table.head(), table.rows());
        } else if (block instanceof Block.Picture picture) {
            page.append("<figure>").append(Svg.of(picture.drawing())).append("</figure>");
        }
    }

    private void heading(int level, String words) {
        tagged("h" + level, "h" + level, words);
    }

    private void tagged(String opened, String closed, String words) {
        page.append('<').append(opened).append('>').append(escaped(words));
        page.append("</").append(closed).append('>');
    }

    private void fact(Block.Fact fact) {
        page.append("<tr>");
        tagged("th scope=\"row\"", "th", fact.name());
        tagged("td", "td", fact.value());
        page.append("</tr>");
    }

    private void table(List<String> head, List<List<String>> rows) {
        page.append("<table><thead><tr>");
        head.forEach(cell -> tagged("th", "th", cell));
        page.append("</tr></thead><tbody>");
        for (var row : rows) {
            page.append("<tr>");
            row.forEach(cell -> tagged("td", "td", cell));
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }
}
