import enFinding from '@/locales/en/finding'
import enModule from '@/locales/en/module'
import zhFinding from '@/locales/zh-CN/finding'
import zhModule from '@/locales/zh-CN/module'

// A declaration carries its words in both languages at once, as the server's do; a code list may start with a digit.
export const zhCN = { ...zhFinding, module: zhModule }
export const en = { ...enFinding, module: enModule }
