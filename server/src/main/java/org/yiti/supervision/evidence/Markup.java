package org.yiti.supervision.evidence;

import java.util.List;

/** A page that can be read and printed anywhere, for ever: one file, no scripts, nothing fetched. */
final class Markup {

    private static final String STYLE = """
            body{font:15px/1.7 "Songti SC","SimSun","Noto Serif CJK SC",serif;color:#111;max-width:900px;margin:32px auto;padding:0 24px}
            h1,h2,h3{font-family:"Heiti SC","SimHei","Noto Sans CJK SC",sans-serif;line-height:1.4}
            h2{border-bottom:1px solid #999;padding-bottom:4px;margin-top:32px}
            table{border-collapse:collapse;width:100%;margin:8px 0;font-size:14px}
            th,td{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{background:#f2f2f2}
            svg{max-width:100%;height:auto}
            .mark{position:fixed;inset:0;pointer-events:none;opacity:.12;z-index:1}
            .quiet{color:#555;font-size:13px}
            pre{white-space:pre-wrap;font-size:12px;border:1px solid #ccc;padding:8px}
            @media print{body{margin:0;max-width:none}h2{break-after:avoid}table,svg{break-inside:avoid}}
            """;

    private final StringBuilder page = new StringBuilder();

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** @param mark who took it away and when, over every page */
    Markup(String title, String mark) {
        page.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>")
                .append(
                        "<svg class=\"mark\" width=\"100%\" height=\"100%\" aria-hidden=\"true\"><defs><pattern id=\"m\" width=\"360\" height=\"200\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-24)\"><text x=\"8\" y=\"100\" font-size=\"15\">")
                .append(escaped(mark))
                .append("</text></pattern></defs><rect width=\"100%\" height=\"100%\" fill=\"url(#m)\"/></svg>");
        heading(1, title);
    }

    Markup heading(int level, String words) {
        page.append("<h").append(level).append('>').append(escaped(words));
        page.append("</h").append(level).append('>');
        return this;
    }

    Markup paragraph(String words) {
        page.append("<p>").append(escaped(words)).append("</p>");
        return this;
    }

    Markup quiet(String words) {
        page.append("<p class=\"quiet\">").append(escaped(words)).append("</p>");
        return this;
    }

    Markup steps(List<String> steps) {
        page.append("<ol>");
        steps.forEach(step -> page.append("<li>").append(escaped(step)).append("</li>"));
        page.append("</ol>");
        return this;
    }

    Markup code(String words) {
        page.append("<pre>").append(escaped(words)).append("</pre>");
        return this;
    }

    /** Nothing where there are no rows. */
    Markup table(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        page.append("<table><thead><tr>");
        head.forEach(cell -> page.append("<th>").append(escaped(cell)).append("</th>"));
        page.append("</tr></thead><tbody>");
        for (var row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
            page.append("</tr>");
        }
        page.append("</tbody></table>");
        return this;
    }

    /** @param svg made by {@link Sketch}: markup already */
    Markup picture(String svg) {
        page.append("<figure>").append(svg).append("</figure>");
        return this;
    }

    String done() {
        return page + "</body></html>\n";
    }
}
