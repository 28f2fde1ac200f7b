package org.yiti.jt808.parameter;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Pass;

/**
 * Sets parameters (clause 8.12).
 *
 * @param count as it was said; only a dialect that puts up with wrong counts has it differ from the parameters
 */
public record ParameterSettings(int count, List<Parameter> parameters) {

    public static final Kind<ParameterSettings> KIND =
            Kind.of(0x8103, "设置终端参数", "parameter settings", ParameterSettings::pass);

    public ParameterSettings(List<Parameter> parameters) {
        this(parameters.size(), parameters);
    }

    static ParameterSettings pass(Pass<ParameterSettings> p) {
        var count = p.octet("参数总数", "count", ParameterSettings::count);
        return new ParameterSettings(
                count, p.loose(count, "参数项列表", "parameters", ParameterSettings::parameters, Parameter::pass));
    }
}
