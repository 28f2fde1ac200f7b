export default {
  title: '搜索',
  short: '搜索',
  hint: '找单位、人、房间、车牌、表号，或去任何页面',
  hintPages: '去任何页面',
  found: '搜索结果',
  recent: '最近看过',
  pages: '页面',
  actions: '办事',
  none: '没有找到“{q}”。换个说法，或检查编号是否完整。',
  move: '选择',
  open: '打开',
}
