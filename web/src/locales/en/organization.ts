export default {
  find: 'Find a unit by name or code',
  noneFound: 'Nothing found for “{q}”',
  openFindings: '{n} open findings',
  chooseTitle: 'Choose a unit',
  chooseText: 'Choose one in the tree on the left, or find it by name.',
  back: 'All units',
}
