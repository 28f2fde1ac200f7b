export default {
  title: '设置密码',
  text: '至少 {shortest} 个字符，不限种类；一句话比符号好记。',
  composed: '至少 {shortest} 个字符，含大写字母、小写字母、数字、其他字符（如汉字、符号）中的三种。',
  noToken: '地址中缺少 # 之后的令牌，请完整打开收到的链接。',
  password: '密码',
  again: '再输一次',
  differs: '两次输入不一致',
  go: '设置密码并登录',
  signIn: '已有密码，去登录',
}
