export default {
  comma: '、',
  yes: '是', unreadable: '无法解密',
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
