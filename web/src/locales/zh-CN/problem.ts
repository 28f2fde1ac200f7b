export default {
  incident: '如需帮助，请报事件号 {id}',
  offline: { title: '连不上服务器', advice: '网络可能断了，或服务正在重启。您填的内容还在，稍后再试。' },
  unauthenticated: { title: '需要重新登录', advice: '登录已过期。' },
  forbidden: { title: '您没有查看或修改它的权限', advice: '没有授予您这项权限，或它属于您管理范围之外的单位。如工作需要，请联系安全管理员。' },
  absent: { title: '没有找到', advice: '它可能已被删除，或不在您能看到的单位里。' },
  stale: { title: '别人刚刚改过这一条', advice: '请看清变化后再保存。' },
  conflict: { title: '与已有的记录冲突', advice: '' },
  invalid: { title: '有内容需要改正', advice: '' },
  busy: { title: '服务器正忙', advice: '请稍等片刻再试。' },
  fault: { title: '服务器出了错', advice: '不是您的操作有误。可以再试一次；若仍不行，请联系管理员。' },
}
