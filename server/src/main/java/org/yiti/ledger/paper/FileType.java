package org.yiti.ledger.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.ledger.photograph.CameraTraces;

/** The kinds of files that can be papers. What may hold programs, or other files unseen, is not among them. */
enum FileType {
    PDF("application/pdf", true, "pdf"),
    OFD("application/ofd", false, "ofd"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    PNG("image/png", true, "png"),
    WEBP("image/webp", true, "webp"),
    HEIC("image/heic", false, "heic", "heif"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    WPS("application/wps-office.wps", false, "wps"),
    ET("application/wps-office.et", false, "et");

    private final String mediaType;
    private final boolean shown;
    private final List<String> extensions;

    FileType(String mediaType, boolean shown, String... extensions) {
        this.mediaType = mediaType;
        this.shown = shown;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    /** How what the camera wrote is left out of it; null where it is no picture. */
    @Nullable
    CameraTraces traces() {
        return switch (this) {
            case JPEG -> CameraTraces.JPEG;
            case PNG -> CameraTraces.PNG;
            case WEBP -> CameraTraces.WEBP;
            case HEIC -> CameraTraces.HEIF;
            default -> null;
        };
    }

    /** Whether every browser shows it without running anything in it. */
    static boolean isShown(String mediaType) {
        return Arrays.stream(values()).anyMatch(type -> type.shown && type.mediaType.equals(mediaType));
    }

    static Optional<FileType> called(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    static List<String> allExtensions() {
        return Arrays.stream(values()).flatMap(type -> type.extensions.stream()).toList();
    }
}
