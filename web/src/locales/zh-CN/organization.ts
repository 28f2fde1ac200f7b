export default {
  find: '按名称或代码找单位',
  noneFound: '没有找到“{q}”',
  openFindings: '{n} 个待处理问题',
  chooseTitle: '选一个单位',
  chooseText: '从左边的机构树里选，或直接按名称查找。',
  back: '全部单位',
}
