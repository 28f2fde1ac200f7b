export default {
  title: 'Tasks',
  open: 'Tasks, {n} running',
  none: 'Nothing is running',
  noneText: 'Long work such as imports shows its progress here, and survives a reload.',
  rate: '{n} rows/s',
  left: '{time} left',
  problems: '{n} problems',
}
