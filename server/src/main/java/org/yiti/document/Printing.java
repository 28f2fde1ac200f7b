package org.yiti.document;

/** Documents as files. The same document makes the same bytes, as long as the machine has the same fonts. */
public interface Printing {

    /** @param pdf and ofd page by page the same */
    record Printed(byte[] pdf, byte[] ofd) {}

    /** One page of the web, without scripts, and with every row of every table. */
    byte[] web(Document document);

    /** As SVG. */
    byte[] picture(Drawing drawing);

    /** Tables of more rows than {@link #MOST_ROWS} are cut there, and say where all of them are. */
    Printed pages(Document document);

    int MOST_ROWS = 500;
}
