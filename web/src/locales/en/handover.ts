export default {
  title: 'Hand-over',
  text: 'What people who left had not finished, to be given to somebody else. Whoever is assigned is in charge from then on; leaving and handing over go into the audit log.',
  none: 'Nothing waits to be handed over',
  noneText: 'When the system administrator marks somebody as gone, their unfinished findings, imports and institutions are listed here.',
  from: 'Left by {name}',
  left: 'gone since',
  now: 'now with {name}',
  successor: 'Account of the successor',
  assign: 'Give away the {n} ticked',
  kinds: { visit: 'Visit', case: 'Cases', finding: 'Findings', import: 'Imports', institution: 'Institutions', reorganization: 'Reorganizations' },
  by: { visit: 'Whoever verifies findings names the successor', case: 'Whoever verifies findings names the successor', finding: 'Whoever verifies findings names the successor', import: 'Whoever may import for every institution names the successor', institution: 'The security administrator grants it to the successor first, then notes it here', reorganization: 'Whoever could decide it themselves names the successor, by whose rights it is done on its day' },
}
