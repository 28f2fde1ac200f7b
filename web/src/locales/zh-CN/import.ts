export default {
  state: {
    WAITING: '排队中',
    CHECKING: '检查中',
    CHECKED: '待确认',
    APPLYING: '写入中',
    APPLIED: '已写入',
    FAILED: '未成功',
    CANCELLED: '已取消',
    UNDOING: '撤销中',
    UNDONE: '已撤销',
  },
}
