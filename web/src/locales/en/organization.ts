export default {
  find: 'Find a unit by name or code',
  noneFound: 'Nothing found for “{q}”',
  openFindings: '{n} open findings',
  chooseTitle: 'Choose a unit',
  chooseText: 'Choose one in the tree on the left, or find it by name.',
  back: 'All units',
  inside: 'Departments, posts and people',
  insideNone: 'No departments, posts or people are entered yet',
  insideCut: 'Only the first {n} are drawn; see the ledgers for the rest',
  peopleN: '{n} people',
}
