export default {
  find: '按名称或代码找单位',
  noneFound: '没有找到“{q}”',
  openFindings: '{n} 个待处理问题',
  chooseTitle: '选一个单位',
  chooseText: '从左边的机构树里选，或直接按名称查找。',
  back: '全部单位',
  inside: '内设机构、岗位和人员',
  insideNone: '还没有登记内设机构、岗位和人员',
  insideCut: '只画前 {n} 条，其余请看台账',
  peopleN: '{n} 人',
}
