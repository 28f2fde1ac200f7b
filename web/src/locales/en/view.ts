export default {
  title: 'Views',
  none: 'Keep filters, order and columns you use often as a view.',
  name: 'Name the current view',
  keep: 'Keep',
  drop: 'Remove view {name}',
}
