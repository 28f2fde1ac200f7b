package org.yiti.jt808.parameter;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Pass;

/**
 * The parameters that were asked for (clause 8.16).
 *
 * @param serial of the question
 * @param count as it was said; only a dialect that puts up with wrong counts has it differ from the parameters
 */
public record ParametersReply(int serial, int count, List<Parameter> parameters) {

    public static final Kind<ParametersReply> KIND =
            Kind.of(0x0104, "查询终端参数应答", "parameters reply", ParametersReply::pass);

    public ParametersReply(int serial, List<Parameter> parameters) {
        this(serial, parameters.size(), parameters);
    }

    static ParametersReply pass(Pass<ParametersReply> p) {
        var serial = p.word("应答流水号", "serial", ParametersReply::serial);
        var count = p.octet("应答参数个数", "count", ParametersReply::count);
        return new ParametersReply(
                serial, count, p.loose(count, "参数项列表", "parameters", ParametersReply::parameters, Parameter::pass));
    }
}
