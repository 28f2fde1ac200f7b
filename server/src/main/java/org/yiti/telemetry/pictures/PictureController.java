package org.yiti.telemetry.pictures;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

/** What the cameras of vehicles took. */
@RestController
@Needs(Permission.TRACK)
@RequestMapping("/api/telemetry/terminals/{id}/pictures")
class PictureController {

    private final ReadPictures pictures;

    PictureController(ReadPictures pictures) {
        this.pictures = pictures;
    }

    /** The newest sixty that are kept. */
    @GetMapping
    List<ReadPictures.Taken> list(@PathVariable UUID id) {
        return pictures.list(id);
    }

    /** A JPEG is shown; what is none, or only says that it is one, is saved. */
    @GetMapping("/{picture}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable long picture) {
        var content = pictures.read(id, picture);
        return ResponseEntity.ok()
                .contentType(content.shown() ? MediaType.IMAGE_JPEG : MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (content.shown() ? "inline" : "attachment") + "; filename=\"" + picture
                                + (content.shown() ? ".jpg\"" : ".bin\""))
                .body(content.bytes());
    }
}
