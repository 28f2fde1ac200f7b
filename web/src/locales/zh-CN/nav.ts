export default {
  work: '工作',
  base: '底册',
  system: '系统',
  organization: '机构树',
}
