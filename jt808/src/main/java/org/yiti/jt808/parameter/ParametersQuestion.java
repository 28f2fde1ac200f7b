package org.yiti.jt808.parameter;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/** Asks for some parameters by their ids (clause 8.14). */
public record ParametersQuestion(List<Long> ids) {

    public static final Kind<ParametersQuestion> KIND = Kind.of(
                    0x8106, "查询指定终端参数", "question for some parameters", ParametersQuestion::pass)
            .since(Version.V2013);

    static ParametersQuestion pass(Pass<ParametersQuestion> p) {
        return new ParametersQuestion(p.list(
                Width.OCTET,
                "参数ID列表",
                "ids",
                ParametersQuestion::ids,
                id -> id.dword("参数ID", "id", ParameterTable.IDS, Long::longValue)));
    }
}
