export default {
  comma: '、',
  yes: '是', unreadable: '无法解密', unreadableWhy: '密文损坏、被挪动，或密钥不是加密时的那一把；原样保留，已记入日志和审计。请系统管理员查明原因，或修改时直接填写新的内容。',
  no: '否',
  loading: '正在读取…',
  retry: '再试一次',
  cancel: '取消',
  close: '关闭',
  save: '保存',
  fold: '收起',
  unfold: '展开',
  all: '全部',
}
