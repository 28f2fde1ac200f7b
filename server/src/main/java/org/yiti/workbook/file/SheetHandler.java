package org.yiti.workbook.file;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Turns the XML of a sheet into cells as it streams by. */
final class SheetHandler extends PartHandler {

    private static final int LONGEST_FORMULA = 8_192;

    private final SheetValues values;
    private final RowAssembly rows;
    private final int cellChars;
    private final RichText inline;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private boolean inData;
    private boolean inValue;
    private boolean inFormula;
    private boolean hasFormula;
    private @Nullable String type;
    private int style;

    SheetHandler(SheetValues values, RowAssembly rows, int cellChars) {
        this.values = values;
        this.rows = rows;
        this.cellChars = cellChars;
        this.inline = new RichText(cellChars);
    }

    @Override
    void start(String name, Attributes attributes) {
        if (!inData) {
            inData = name.equals("sheetData");
            return;
        }
        switch (name) {
            case "c" -> startCell(attributes);
            case "v" -> inValue = true;
            case "row" -> rows.start(attributes.getValue("r"));
            case "f" -> {
                inFormula = true;
                hasFormula = true;
            }
            default -> inline.start(name);
        }
    }

    private void startCell(Attributes attributes) {
        type = attributes.getValue("t");
        style = Styles.number(attributes.getValue("s"));
        rows.cell(attributes.getValue("r"));
        value.setLength(0);
        formula.setLength(0);
        inline.reset();
        hasFormula = false;
    }

    @Override
    void end(String name) {
        if (!inData) {
            return;
        }
        switch (name) {
            case "c" -> endCell();
            case "v" -> inValue = false;
            case "f" -> inFormula = false;
            case "row" -> rows.end();
            case "sheetData" -> inData = false;
            default -> inline.end(name);
        }
    }

    private void endCell() {
        try {
            boolean inlined = "inlineStr".equals(type);
            Cell cell = inlined ? values.text(inline.raw()) : values.of(type, style, value);
            if (hasFormula && value.isEmpty() && !inlined && !"str".equals(type)) {
                cell = new Cell.Uncalculated(formula.toString());
            }
            rows.put(cell, hasFormula);
        } catch (UnreadableFile e) {
            throw rows.located(e);
        }
    }

    @Override
    void text(char[] ch, int start, int length) {
        if (inValue) {
            value.append(ch, start, length);
            if (value.length() > (long) cellChars * 7) {
                throw rows.located(UnreadableFile.over(FileRefusal.TOO_LONG_CELL, cellChars));
            }
        } else if (inFormula) {
            formula.append(ch, start, Math.max(0, Math.min(length, LONGEST_FORMULA - formula.length())));
        } else {
            inlineText(ch, start, length);
        }
    }

    private void inlineText(char[] ch, int start, int length) {
        try {
            inline.text(ch, start, length);
        } catch (UnreadableFile e) {
            throw rows.located(e);
        }
    }
}
