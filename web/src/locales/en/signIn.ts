export default {
  title: 'Sign in',
  product: 'One platform for government offices',
  account: 'Account',
  password: 'Password',
  go: 'Sign in',
  demo: 'This is a demonstration.',
  demoText: 'All data is made up. Choose who to be; one click signs you in:',
  role: {
    ADMINISTRATOR: 'Sees and manages every unit, runs the checks',
    OFFICER: 'Keeps the ledgers of one unit, explains and rectifies',
    INSPECTOR: 'Verifies findings, orders rectification, reviews and closes',
  },
  again: 'Your session has ended',
  againText: '{name}, you were away for a while. Sign in here; nothing you have typed is lost.',
  other: 'Sign in as someone else (unsaved work stays as a draft)',
}
