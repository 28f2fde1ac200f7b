export default {
  title: '任务',
  open: '任务，{n} 项进行中',
  none: '没有进行中的任务',
  noneText: '导入台账等耗时的工作会在这里显示进度，刷新页面也不会丢。',
  rate: '每秒 {n} 行',
  left: '还需 {time}',
  problems: '{n} 处问题',
}
