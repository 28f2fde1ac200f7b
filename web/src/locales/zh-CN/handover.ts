export default {
  title: '工作交接',
  text: '离岗人员未办完的事，逐项交给接手人。指定后，接手人就是负责人；离岗和交接都记入审计。',
  none: '没有待交接的事项',
  noneText: '系统管理员标记离岗后，其未办完的问题、导入和单位自动列在这里。',
  from: '{name}留下的',
  left: '离岗于',
  now: '已交{name}',
  successor: '接手人的账号',
  assign: '指定给选中的 {n} 项',
  kinds: { visit: '检查任务', case: '案件', finding: '问题', import: '导入', institution: '单位', reorganization: '机构调整' },
  by: { visit: '由核查人员指定接手人', case: '由核查人员指定接手人', finding: '由核查人员指定接手人', import: '由对全部单位有导入权限的人指定接手人', institution: '由安全管理员先授权给接手人，再在此登记', reorganization: '由自己也有权决定这次调整的人指定接手人；到日子按接手人的权限办理' },
}
