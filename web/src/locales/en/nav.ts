export default {
  work: 'Work',
  base: 'Base',
  system: 'System',
  organization: 'Units',
}
