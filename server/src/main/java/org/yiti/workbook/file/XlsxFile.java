package org.yiti.workbook.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An XLSX or XLSM workbook; macros, external links and DDE are not looked at, formulas are never evaluated. */
final class XlsxFile implements WorkbookFile {

    private record Tab(Sheet sheet, String path) {}

    private final ZipParts parts;
    private final Limits limits;
    private final Map<String, Tab> tabs;
    private final Styles styles;
    private final boolean from1904;
    private final @Nullable String stringsPath;
    private @Nullable SharedStrings strings;
    private volatile @Nullable InflateGuard reading;

    private XlsxFile(ZipParts parts, Limits limits) {
        this.parts = parts;
        this.limits = limits;
        String path = workbookPath(parts);
        WorkbookXml workbook = WorkbookXml.of(parts, path);
        Relationships relationships = Relationships.of(parts, path);
        this.from1904 = workbook.from1904();
        this.stringsPath = relationships.path("sharedStrings");
        this.styles = Styles.of(parts, relationships.path("styles"));
        this.tabs = tabs(parts, workbook, relationships);
        if (tabs.isEmpty()) {
            throw UnreadableFile.because(FileRefusal.EMPTY);
        }
    }

    static XlsxFile open(Path file, Limits limits) throws IOException {
        ZipParts parts = ZipParts.open(file, limits);
        try {
            return new XlsxFile(parts, limits);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static String workbookPath(ZipParts parts) {
        if (!parts.has("[Content_Types].xml")) {
            boolean open = parts.has("content.xml") && parts.has("mimetype");
            throw UnreadableFile.because(open ? FileRefusal.OPEN_DOCUMENT : FileRefusal.NOT_A_WORKBOOK);
        }
        String path = Relationships.of(parts, "").path("officeDocument");
        String found = path == null ? "xl/workbook.xml" : path;
        if (found.endsWith(".bin")) {
            throw UnreadableFile.because(FileRefusal.BINARY_WORKBOOK);
        }
        if (!found.startsWith("xl/") && !parts.has("xl/workbook.xml") && !parts.has("xl/_rels/workbook.xml.rels")) {
            boolean other = parts.has("word/document.xml") || parts.has("ppt/presentation.xml") || !parts.has(found);
            if (other || WorkbookXml.of(parts, found).sheets().isEmpty()) {
                throw UnreadableFile.because(FileRefusal.NOT_A_WORKBOOK);
            }
        }
        if (!parts.has(found)) {
            throw UnreadableFile.because(FileRefusal.CORRUPT);
        }
        return found;
    }

    private static Map<String, Tab> tabs(ZipParts parts, WorkbookXml workbook, Relationships relationships) {
        Map<String, Tab> tabs = new LinkedHashMap<>();
        workbook.sheets().forEach((name, entry) -> {
            Relationships.Target target = relationships.byId(entry.relationship());
            if (target == null || target.type().equals("worksheet") && !parts.has(target.path())) {
                throw UnreadableFile.because(FileRefusal.CORRUPT).inSheet(name);
            }
            if (target.type().equals("worksheet")) {
                tabs.put(name, new Tab(new Sheet(name, entry.hidden()), target.path()));
            }
        });
        return tabs;
    }

    @Override
    public List<Sheet> sheets() {
        return tabs.values().stream().map(Tab::sheet).toList();
    }

    @Override
    public long size(String sheet) {
        Tab tab = tabs.get(sheet);
        return tab == null ? 1 : parts.size(tab.path);
    }

    @Override
    public void read(String sheet, RowHandler handler) {
        Tab tab = tabs.get(sheet);
        if (tab == null) {
            throw new IllegalArgumentException("no sheet " + sheet);
        }
        try {
            if (strings == null) {
                strings = SharedStrings.of(parts, stringsPath, limits.cellChars());
            }
            SheetValues values = new SheetValues(strings, styles, from1904, limits.cellChars());
            read(tab.path, values, new RowAssembly(MergeScan.of(parts, tab.path), limits, handler));
        } catch (UnreadableFile e) {
            throw e.inSheet(sheet);
        } catch (ReadingStopped e) {
            e.rethrowFailure();
        }
    }

    private void read(String path, SheetValues values, RowAssembly rows) {
        try (InflateGuard in = parts.open(path)) {
            if (in != null) {
                reading = in;
                new SheetHandler(values, rows, limits.cellChars()).parse(in);
            }
        } catch (UnreadableFile e) {
            throw e.facts().row() == null ? e.atRow(rows.reached()) : e;
        } catch (IOException e) {
            throw UnreadableFile.because(FileRefusal.CORRUPT, e);
        }
    }

    @Override
    public double progress() {
        InflateGuard in = reading;
        return in == null ? 0 : in.fraction();
    }

    @Override
    public void close() {
        if (strings != null) {
            strings.close();
        }
        parts.close();
    }
}
