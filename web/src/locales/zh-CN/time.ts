export default {
  now: '刚刚',
  seconds: '{n} 秒',
  minutes: '{n} 分钟',
}
