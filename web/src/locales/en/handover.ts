export default {
  title: 'Hand-over',
  text: 'What people who left had not finished. Name a successor for each: findings by whoever verifies them, imports by whoever imports everywhere, institutions by the security administrator, who grants them as well.',
  none: 'Nothing waits to be handed over',
  of: '{name} left',
  now: 'now with {name}',
  successor: 'Account of the successor',
  assign: 'Assign',
  kinds: { finding: 'Finding', import: 'Import', institution: 'Institution' },
}
