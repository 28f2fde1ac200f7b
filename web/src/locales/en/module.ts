export default {
  organization: 'Organization',
  premises: 'Premises',
  fleet: 'Fleet',
  energy: 'Energy',
  assets: 'Assets',
  supervision: 'Supervision',
  calendar: 'Calendar',
  law: 'Law',
  identity: 'Accounts',
  workbook: 'Imports',
  safeguard: 'Safeguard',
  kernel: 'Base',
}
