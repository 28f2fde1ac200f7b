export default {
  title: '登录',
  product: '机关事务一体化平台',
  account: '账号',
  password: '密码',
  go: '登录',
  demo: '这是演示环境。',
  demoText: '数据均为虚构。选一个身份，点一下就登录：',
  role: {
    ADMINISTRATOR: '看到和管理全部单位，可运行监督检查',
    OFFICER: '维护本单位台账，说明和整改问题',
    INSPECTOR: '核查问题、下达整改、复核销号',
  },
  again: '登录已过期',
  againText: '{name}，您离开了一会儿。在这里重新登录，页面上已填的内容不会丢。',
  other: '换个账号登录（未保存的内容会留在草稿里）',
}
