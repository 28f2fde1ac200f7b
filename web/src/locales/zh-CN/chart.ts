export default {
  table: '看表格',
  picture: '看图',
  csv: '下载 CSV',
  empty: '这段时间没有数据',
}
