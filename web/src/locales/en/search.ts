export default {
  title: 'Search',
  short: 'Search',
  hint: 'Find a unit, person, room, plate or meter, or go to any page',
  hintPages: 'Go to any page',
  found: 'Results',
  recent: 'Seen lately',
  pages: 'Pages',
  actions: 'Actions',
  none: 'Nothing found for “{q}”. Try other words, or check that the number is complete.',
  move: 'choose',
  open: 'open',
}
