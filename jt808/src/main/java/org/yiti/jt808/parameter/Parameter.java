package org.yiti.jt808.parameter;

import java.util.Optional;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.layout.Width;

/** One parameter, kept as its bytes: makers give reserved ids other lengths, so the length counts and never a table. */
public record Parameter(long id, Bytes value) {

    public static <T> Parameter of(ValueKind<T> kind, T value) {
        return new Parameter(kind.id(), kind.bytes(value, Version.V2019));
    }

    /** The value, when it is of that kind. */
    public <T> Optional<T> as(ValueKind<T> kind) {
        return id == kind.id() ? kind.read(value, Version.V2019) : Optional.empty();
    }

    static Parameter pass(Pass<Parameter> p) {
        var id = p.dword("参数ID", "id", Parameter::id);
        return new Parameter(id, p.tagged(Width.OCTET, id, Family.PARAMETER, Parameter::value));
    }
}
