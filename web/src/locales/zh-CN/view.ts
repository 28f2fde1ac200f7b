export default {
  title: '视图',
  none: '把常用的筛选、排序和列存成视图，下次一点就到。',
  name: '给当前视图起个名',
  keep: '保存',
  drop: '删除视图 {name}',
}
