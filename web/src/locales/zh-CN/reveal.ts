export default {
  masked: '已脱敏',
  show: '查看{column}原文',
  hide: '隐藏',
  title: '查看原文：{column}',
  text: '只显示这一项。您的账号、用途和理由记入审计日志，不能删除。',
  purpose: '用途',
  reason: '理由',
  reasonHint: '为什么需要看，至少四个字',
  now: '查看并记录',
  for: { SERVICE: '办理本人业务', CONTACT: '工作联络', VERIFICATION: '核实数据或问题', INSPECTION: '监督检查、审计', EMERGENCY: '应急处置' },
}
