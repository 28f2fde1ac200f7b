export default {
  title: 'Pictures',
  kept: 'Pictures tell where a vehicle was and who was in it: that the list is read, and each one seen, is kept in the audit log.',
  show: 'Show pictures',
  none: 'No pictures. The page of the terminal sends “Take pictures”.',
  all: 'All {n}',
  open: 'Picture of {at}, channel {channel}',
  channel: 'channel {n}',
  nowhere: 'no position',
  event: { 0: 'asked for', 1: 'by the clock', 2: 'robbery alarm', 3: 'collision or rollover', 4: 'door opened', 5: 'door closed', 6: 'door closed and driven off', 7: 'by distance', other: 'other' },
}
