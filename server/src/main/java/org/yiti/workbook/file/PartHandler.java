package org.yiti.workbook.file;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads one XML part by local names alone, so that the transitional and the strict namespaces are one. */
abstract class PartHandler extends DefaultHandler {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 2_000;

    private final Set<String> names = new HashSet<>();
    private @Nullable InflateGuard part;
    private int depth;

    abstract void start(String name, Attributes attributes);

    void end(String name) {}

    /** Runs through a part; a missing one is the same as an empty one. */
    final void parse(ZipParts parts, String path) {
        try (InflateGuard in = parts.open(path)) {
            if (in != null) {
                parse(in);
            }
        } catch (IOException e) {
            throw UnreadableFile.because(FileRefusal.CORRUPT, e);
        }
    }

    final void parse(InflateGuard in) {
        part = in;
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(in, this);
        } catch (UnreadableFile | ReadingStopped | java.io.UncheckedIOException e) {
            throw e;
        } catch (IOException | SAXException | RuntimeException e) {
            throw UnreadableFile.because(FileRefusal.CORRUPT, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final void startElement(String uri, String localName, String name, Attributes attributes) {
        progressed();
        remember(name);
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            remember(attributes.getQName(i));
        }
        if (++depth > DEEPEST) {
            throw UnreadableFile.because(FileRefusal.CORRUPT);
        }
        start(local(name), attributes);
    }

    @Override
    public final void endElement(String uri, String localName, String name) {
        progressed();
        depth--;
        end(local(name));
    }

    @Override
    public final void characters(char[] ch, int start, int length) {
        progressed();
        text(ch, start, length);
    }

    void text(char[] ch, int start, int length) {}

    /** The parser keeps every name it has met; a part made of new names would fill the memory. */
    private void remember(String name) {
        if (!names.contains(name) && (names.size() == MOST_NAMES || !names.add(name))) {
            throw UnreadableFile.because(FileRefusal.CORRUPT);
        }
    }

    private void progressed() {
        if (part != null) {
            part.progressed();
        }
    }

    static String local(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(colon + 1);
    }

    static @Nullable String attribute(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (local(attributes.getQName(i)).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return null;
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }
}
