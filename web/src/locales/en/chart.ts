export default {
  table: 'Show as table',
  picture: 'Show as chart',
  csv: 'Download CSV',
  empty: 'No data in this span',
}
