package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.XML_MALFORMED;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yiti.meters.MeterRefused;

/** Reads and writes a message: no document type, no entities but the five of XML, bounded in every direction. */
final class Xml {

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_NODES = 20_000;
    private static final int MOST_ATTRIBUTES = 16;
    private static final XMLInputFactory INPUT = input();

    private final Deque<Open> path = new ArrayDeque<>();
    private int nodes;

    private Xml() {}

    static Node read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw malformed(1, 1);
        }
        try {
            var reader = INPUT.createXMLStreamReader(new StringReader(text));
            try {
                return new Xml().root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            var at = malformed.getLocation();
            throw at == null ? malformed(1, 1) : malformed(at.getLineNumber(), at.getColumnNumber());
        } catch (MeterRefused refused) {
            throw refused;
        } catch (RuntimeException fromTheParserItself) {
            throw malformed(1, 1);
        }
    }

    private static XMLInputFactory input() {
        // The JDK's own, whatever else lies on the class path.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched");
        });
        return factory;
    }

    private Node root(XMLStreamReader reader) throws XMLStreamException {
        Node root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    var closed = path.pop().close();
                    if (path.isEmpty()) {
                        root = closed;
                    } else {
                        path.element().children.add(closed);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!path.isEmpty()) {
                        path.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw here(reader);
                default -> {
                    // Comments, instructions and blanks mean nothing here.
                }
            }
        }
        if (root == null) {
            throw malformed(1, 1);
        }
        return root;
    }

    private void open(XMLStreamReader reader) {
        if (path.size() == MOST_DEPTH || ++nodes > MOST_NODES || reader.getAttributeCount() > MOST_ATTRIBUTES) {
            throw here(reader);
        }
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        path.push(new Open(reader.getLocalName(), attributes));
    }

    private static MeterRefused here(XMLStreamReader reader) {
        return malformed(
                reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }

    private static MeterRefused malformed(int line, int column) {
        return new MeterRefused(XML_MALFORMED, Map.of("line", Math.max(1, line), "column", Math.max(1, column)));
    }

    static String write(Node root) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        write(root, text);
        return text.toString();
    }

    private static void write(Node node, StringBuilder text) {
        text.append('<').append(node.name());
        node.attributes()
                .forEach((name, value) -> text.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"'));
        text.append('>').append(escaped(node.text()));
        node.children().forEach(child -> write(child, text));
        text.append("</").append(node.name()).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    }

    private static final class Open {

        private final String name;
        private final Map<String, String> attributes;
        private final List<Node> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        Node close() {
            return new Node(name, attributes, children, children.isEmpty() ? text.toString() : "");
        }
    }
}
