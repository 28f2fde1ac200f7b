export default {
  organization: '机构人员',
  premises: '办公用房',
  fleet: '公务用车',
  energy: '节约能源',
  assets: '国有资产',
  supervision: '监督',
  calendar: '日历',
  law: '法规标准',
  identity: '账号',
  workbook: '台账导入',
  safeguard: '安全保障',
  kernel: '基础',
}
