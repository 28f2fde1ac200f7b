export default {
  title: '工作交接',
  text: '离岗人员未办完的事。逐项指定接手人：问题由核查人员指定，导入由管理全部单位的导入人员指定，单位由安全管理员另行授权后在此登记。',
  none: '没有待交接的事项',
  of: '{name}离岗于',
  now: '已交{name}',
  successor: '接手人账号',
  assign: '指定',
  kinds: { finding: '问题', import: '导入', institution: '单位' },
}
