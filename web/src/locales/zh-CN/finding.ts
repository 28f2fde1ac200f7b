export default {
  severity: { VIOLATION: '违规', SUSPICION: '疑点', REMINDER: '提醒' },
  state: { NEW: '新发现', VERIFYING: '核查', EXPLAINING: '说明', RECTIFYING: '整改', REVIEWING: '复核', CLOSED: '销号', DISMISSED: '误报', MENDED: '已消除' },
  overdue: '已逾期',
}
